import type { HazardOverride } from '@qafila/contract';
import type { Db } from '@qafila/db';

export async function selectHazardOverride(db: Db, convoyId: string): Promise<HazardOverride | null> {
  const row: { override: HazardOverride | null } | undefined = await db('convoys')
    .where({ id: convoyId })
    .first({ override: 'hazard_override' });
  return row?.override ?? null;
}

export async function setHazardOverride(db: Db, convoyId: string, override: HazardOverride): Promise<void> {
  await db('convoys')
    .where({ id: convoyId })
    .update({ hazard_override: JSON.stringify(override) });
}
