import type { ConvoyFile, Topic } from '@qafila/contract';
import { type AuditEntry, audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { convoyIdOf, type LockedConvoy, lockConvoy } from './convoys.repository.ts';
import { readFile } from './convoys.service.ts';

/** What the audit hears of a convoy. */
export type Told = Pick<AuditEntry, 'action' | 'from' | 'to' | 'reason' | 'detail'>;

/** Before these, the manifest may change; after them it is what the waybills say. */
export const BEFORE_DEPARTURE: readonly string[] = ['draft', 'planned', 'loading'];

/** @throws {Refusal} `not_found` */
export async function lockedConvoy(ctx: Context, convoyId: string): Promise<LockedConvoy> {
  const convoy = await lockConvoy(ctx.db, convoyId);
  if (!convoy) throw new Refusal('not_found');
  return convoy;
}

/** The convoy of one of its stops, vehicles or lines, locked. */
export async function lockedConvoyOf(
  ctx: Context,
  part: 'stops' | 'vehicles' | 'lines',
  id: string,
): Promise<LockedConvoy> {
  const convoyId = await convoyIdOf(ctx.db, part, id);
  if (convoyId === undefined) throw new Refusal('not_found');
  return await lockedConvoy(ctx, convoyId);
}

export function requireManifestOpen(convoy: LockedConvoy): void {
  if (!BEFORE_DEPARTURE.includes(convoy.status)) throw new Refusal('manifest_fixed');
}

/** Ends a write: says what changed, records it and what followed from it, and answers with the convoy as it now is. */
export async function conclude(
  ctx: Context,
  convoy: Pick<LockedConvoy, 'id' | 'campaignId'>,
  topics: Topic[],
  entry: Told,
  consequences: Told[] = [],
): Promise<ConvoyFile> {
  ctx.announce({ kind: 'campaignChanged', campaignId: convoy.campaignId, topics });
  const file = await readFile(ctx, convoy.id);
  await auditConvoy(ctx, convoy, [entry, ...consequences]);
  return file;
}

export async function auditConvoy(
  ctx: Context,
  convoy: Pick<LockedConvoy, 'id' | 'campaignId'>,
  entries: Told[],
): Promise<void> {
  const subject = { subjectType: 'convoy', subjectId: convoy.id, campaignId: convoy.campaignId };
  for (const entry of entries) await audit(ctx, { ...subject, ...entry });
}
