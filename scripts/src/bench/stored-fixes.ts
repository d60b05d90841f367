import type { Db } from '@qafila/db';
import type { LoadResult } from './osmand-load.ts';

const AT_A_TIME = 50_000;

type Acknowledged = Pick<LoadResult, 'acknowledged'>;

/** How many of the reports that had the answer 200 are not in the table. */
export async function missingFixes(
  db: Db,
  numbers: readonly number[],
  results: readonly Acknowledged[],
): Promise<number> {
  let missing = 0;
  for (const { acknowledged } of results) {
    for (let from = 0; from < acknowledged.timesMs.length; from += AT_A_TIME) {
      const trackers = acknowledged.trackers.subarray(from, from + AT_A_TIME);
      const { rows } = await db.raw(
        `SELECT count(*) AS missing FROM unnest(?::int[], ?::float8[]) AS sent (number, at)
         LEFT JOIN positions ON vehicle_number = sent.number AND recorded_at = to_timestamp(sent.at / 1000)
         WHERE vehicle_number IS NULL`,
        [
          Array.from(trackers, (tracker) => numbers[tracker] ?? 0),
          [...acknowledged.timesMs.subarray(from, from + AT_A_TIME)],
        ],
      );
      missing += rows[0].missing;
    }
  }
  return missing;
}
