import type { Db } from '@qafila/db';

/** The next code of a series, such as `PL-0012`; numbers of a transaction that rolls back are given again. */
export async function nextCode(db: Db, series: string, digits: number): Promise<string> {
  const { rows } = await db.raw<{ rows: { number: number }[] }>('SELECT next_number(?) AS number', [series]);
  return `${series}-${String(rows[0]?.number).padStart(digits, '0')}`;
}
