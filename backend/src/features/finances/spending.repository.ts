import type { Db } from '@qafila/db';

/** What an association spent in the newest year whose figures were handed in. */
export type Spending = { year: number; spendingSyp: number };

export async function spendingOf(
  db: Db,
  associationIds: readonly string[],
): Promise<ReadonlyMap<string, Spending>> {
  const { rows } = await db.raw<{ rows: (Spending & { associationId: string })[] }>(
    `SELECT DISTINCT ON (association_id) association_id AS "associationId", year, spending_syp AS "spendingSyp"
     FROM finance_years
     WHERE association_id = ANY(CAST(:associationIds AS uuid[])) AND state IN ('submitted', 'accepted')
     ORDER BY association_id, year DESC`,
    { associationIds },
  );
  return new Map(rows.map(({ associationId, ...spending }) => [associationId, spending]));
}
