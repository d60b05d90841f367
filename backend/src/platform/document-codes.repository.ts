import type { Db } from '@qafila/db';

/** The next codes of a series, such as `PL-0012`; numbers of a transaction that rolls back are given again. */
export async function nextCodes(db: Db, series: string, digits: number, count: number): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { number: number }[] }>(
    'SELECT next_number(?) AS number FROM generate_series(1, ?)',
    [series, count],
  );
  return rows.map(({ number }) => `${series}-${String(number).padStart(digits, '0')}`);
}

export async function nextCode(db: Db, series: string, digits: number): Promise<string> {
  const [code] = await nextCodes(db, series, digits, 1);
  if (code === undefined) throw new Error(`The series ${series} gave no number`);
  return code;
}
