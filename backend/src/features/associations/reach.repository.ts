import type { Association } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Patch } from '../../platform/patch.ts';

/** What an association works in, where, and with which aid. */
export type Reach = Pick<Association, 'sectors' | 'governorateCodes' | 'aid'>;

/** Puts lists in the place of those there were; what is left out stays. */
export async function replaceReach(db: Db, id: string, reach: Patch<Reach>): Promise<void> {
  const { sectors, governorateCodes, aid } = reach;
  await replace(
    db,
    'association_sectors',
    id,
    sectors?.map((sector) => ({ sector })),
  );
  await replace(
    db,
    'association_governorates',
    id,
    governorateCodes?.map((code) => ({ governorate_code: code })),
  );
  await replace(db, 'association_aid', id, aid);
}

async function replace(
  db: Db,
  table: string,
  id: string,
  rows: readonly Record<string, string>[] | undefined,
): Promise<void> {
  if (rows === undefined) return;
  await db(table).where({ association_id: id }).del();
  if (rows.length > 0) await db(table).insert(rows.map((row) => ({ association_id: id, ...row })));
}
