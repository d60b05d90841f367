import { balanceOf, type FinanceFigures, type FinanceState } from '@qafila/contract';
import type { Db } from '@qafila/db';

/** Its sums are reckoned from its lines; the database compares them when the transaction ends. */
export async function insertYear(
  db: Db,
  it: { id: string; associationId: string; year: number; openingSyp: number },
): Promise<void> {
  await db('finance_years').insert({
    id: it.id,
    association_id: it.associationId,
    year: it.year,
    state: 'draft',
    opening_syp: it.openingSyp,
    income_syp: 0,
    spending_syp: 0,
    closing_syp: it.openingSyp,
  });
}

/** With what the year before ended, where that was accepted. */
export async function acceptedClosing(db: Db, associationId: string, year: number): Promise<number | null> {
  const found: { closingSyp: number } | undefined = await db('finance_years')
    .where({ association_id: associationId, year, state: 'accepted' })
    .first({ closingSyp: 'closing_syp' });
  return found?.closingSyp ?? null;
}

export type LockedYear = {
  id: string;
  associationId: string;
  year: number;
  state: FinanceState;
  version: number;
};

/** Locked to the end of the transaction. */
export async function lockYear(db: Db, id: string, only: string | null): Promise<LockedYear | undefined> {
  return await db('finance_years')
    .where({ id, ...(only !== null && { association_id: only }) })
    .forUpdate()
    .first({ id: 'id', associationId: 'association_id', year: 'year', state: 'state', version: 'version' });
}

/** Of a year that the caller has locked; with a new version. */
export async function writeFigures(
  db: Db,
  { id, version }: LockedYear,
  figures: FinanceFigures,
): Promise<void> {
  const { incomeSyp, spendingSyp } = balanceOf(figures);
  await db('finance_years')
    .where({ id })
    .update({
      opening_syp: figures.openingSyp,
      income_syp: incomeSyp,
      spending_syp: spendingSyp,
      closing_syp: figures.closingSyp,
      opening_reason: figures.openingReason,
      note: figures.note,
      version: version + 1,
    });
  const lines = (['income', 'spending'] as const).flatMap((side) =>
    Object.entries(figures[side])
      .filter(([, amount]) => amount > 0)
      .map(([head, amount]) => ({ finance_id: id, side, head, amount_syp: amount })),
  );
  await db('finance_lines').where({ finance_id: id }).delete();
  if (lines.length > 0) await db('finance_lines').insert(lines);
}
