import type { Db } from '@qafila/db';

const DAYS = 90;
const DAY_MS = 86_400_000;
/** Live reports of the bench begin a day ago; what is stored before ends sooner. */
const UNTIL_DAYS_AGO = 2;

/** One vehicle with a long track, fifty that reported every half minute of the last day, and all others. */
export const LONG_TRACK = { fixes: 100_000, days: DAYS } as const;
export const REPLAY = { vehicles: 50, fixesEach: 2_880 } as const;

export function storedUntil(): Date {
  return new Date(Math.floor(Date.now() / DAY_MS - UNTIL_DAYS_AGO) * DAY_MS);
}

/** So many positions of the last three months, each month straight into its own partition, in the order they came. */
export async function fillPositions(db: Db, numbers: readonly number[], rows: number): Promise<void> {
  const until = storedUntil();
  const since = new Date(until.getTime() - DAYS * DAY_MS);
  await db.raw(`SELECT ensure_position_partitions(?::date, (now() + interval '2 months')::date)`, [since]);
  const [first = 0, ...others] = numbers;
  const long = Math.min(LONG_TRACK.fixes, Math.round(rows / 10));
  const replayed = others.slice(0, REPLAY.vehicles);
  const lastDay = new Date(until.getTime() - DAY_MS);
  const replayEach = Math.min(REPLAY.fixesEach, Math.round(rows / 5 / REPLAY.vehicles));
  const rest = rows - long - replayed.length * replayEach;
  await fill(db, { numbers: others.slice(REPLAY.vehicles), since, until, rows: rest });
  await fill(db, { numbers: [first], since, until, rows: long });
  await fill(db, { numbers: replayed, since: lastDay, until, rows: replayed.length * replayEach });
  await db.raw('VACUUM ANALYZE positions');
}

type Filling = { numbers: readonly number[]; since: Date; until: Date; rows: number };

/** The vehicles report in turns, evenly over the time. */
async function fill(db: Db, { numbers, since, until, rows }: Filling): Promise<void> {
  const stepMs = (until.getTime() - since.getTime()) / rows;
  for (const [partition, from, to] of monthsBetween(since, until)) {
    const first = Math.ceil((from.getTime() - since.getTime()) / stepMs);
    const last = Math.ceil((to.getTime() - since.getTime()) / stepMs) - 1;
    await db.raw(
      `INSERT INTO ?? (vehicle_number, recorded_at, received_at, lat, lng, speed_mps, heading_deg, altitude_m,
                       accuracy_m, battery_pct)
       SELECT (?::int[])[1 + n % ?], at, at, 34.5 + sin(n / 5000.0), 36.2 + cos(n / 5000.0) / 2, 15, n % 360, 690, 5, 80
       FROM generate_series(?::int, ?::int) AS n,
         LATERAL (SELECT ?::timestamptz + n * ?::float8 * interval '1 millisecond' AS at) AS known`,
      [partition, [...numbers], numbers.length, first, last, since, stepMs],
    );
  }
}

/** Each month between the two, the part of it that lies there, and the name of its partition. */
function monthsBetween(since: Date, until: Date): [partition: string, from: Date, to: Date][] {
  const months: [string, Date, Date][] = [];
  for (let from = since; from < until; ) {
    const next = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
    const name = `positions_${from.toISOString().slice(0, 7).replace('-', '_')}`;
    months.push([name, from, next < until ? next : until]);
    from = next;
  }
  return months;
}
