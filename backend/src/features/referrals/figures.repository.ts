import type { ReferralFigures } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { medianDaysSql } from './load.repository.ts';
import { firstDayOf } from './month.ts';

export type FigureFilter = {
  from: string;
  to: string;
  kind?: string | undefined;
  cadence?: string | undefined;
  governorateCode?: string | undefined;
  associationId?: string | undefined;
};

const CONDITIONS: readonly [keyof FigureFilter, string][] = [
  ['kind', 'r.kind = :kind'],
  ['cadence', 'r.cadence = :cadence'],
  ['governorateCode', 'r.governorate_code = :governorateCode'],
  ['associationId', 'r.association_id = :associationId'],
];

/** Conditions on the case, and the bindings for them and for the months. */
function filterOf(filter: FigureFilter): { and: string; values: Record<string, string> } {
  const set = CONDITIONS.filter(([name]) => filter[name] !== undefined);
  const plain = Object.fromEntries(set.map(([name]) => [name, filter[name] ?? '']));
  return {
    and: set.map(([, sql]) => ` AND ${sql}`).join(''),
    values: { ...plain, from: firstDayOf(filter.from), to: firstDayOf(filter.to) },
  };
}

const REGISTERED = 'r.opened_month BETWEEN :from AND :to';

/** Counts of before this system are of no association. */
const PAST = (and: string) => `
  UNION ALL
  SELECT r.month, r.governorate_code, r.kind, r.cadence, r.result, r.count, r.count
  FROM referral_past_figures r WHERE r.month BETWEEN :from AND :to${and}`;

type Counts = Pick<ReferralFigures, 'cells' | 'governorates' | 'pastCount'>;
type CountRow = Counts['cells'][number] & Counts['governorates'][number] & { isPlace: boolean; past: number };

/** By month and kind, and by place, in one reading: together they are few however many cases there are. */
export async function countsOf(db: Db, filter: FigureFilter): Promise<Counts> {
  const { and, values } = filterOf(filter);
  const { rows } = await db.raw<{ rows: CountRow[] }>(
    `SELECT to_char(month, 'YYYY-MM') AS month, place AS "governorateCode", kind, cadence, result,
            sum(count)::int AS count, sum(past)::int AS past, grouping(month) = 1 AS "isPlace"
     FROM (SELECT r.opened_month AS month, r.governorate_code AS place, r.kind, r.cadence,
                  CASE r.status WHEN 'closed' THEN r.outcome WHEN 'withdrawn' THEN 'withdrawn' ELSE 'open' END AS result,
                  1 AS count, 0 AS past
           FROM referrals r WHERE ${REGISTERED}${and}
           ${filter.associationId === undefined ? PAST(and) : ''}) counted
     GROUP BY GROUPING SETS ((month, kind, cadence, result), (place, result))
     ORDER BY month, place, kind, cadence, result`,
    values,
  );
  const places = rows.filter(({ isPlace }) => isPlace);
  return {
    cells: rows.flatMap(({ isPlace, month, kind, cadence, result, count }) =>
      isPlace ? [] : [{ month, kind, cadence, result, count }],
    ),
    governorates: places.map(({ governorateCode, result, count }) => ({ governorateCode, result, count })),
    pastCount: places.reduce((sum, { past }) => sum + past, 0),
  };
}

export type MedianRow = {
  /** Null in both for all kinds together. */
  kind: string | null;
  cadence: string | null;
  medianDaysToAccept: number | null;
  medianDaysToClose: number | null;
};

export async function mediansOf(db: Db, filter: FigureFilter): Promise<MedianRow[]> {
  const { and, values } = filterOf(filter);
  const { rows } = await db.raw<{ rows: MedianRow[] }>(
    `SELECT r.kind, r.cadence, ${medianDaysSql('r.accepted_at - r.referred_at')} AS "medianDaysToAccept",
            ${medianDaysSql('r.ended_at - r.opened_at', "r.status = 'closed'")} AS "medianDaysToClose"
     FROM referrals r WHERE ${REGISTERED}${and}
     GROUP BY GROUPING SETS ((r.kind, r.cadence), ())`,
    values,
  );
  return rows;
}

export type HelpRow = { kind: string; cadence: string; helpCount: number; amountSyp: number };

/** Help that was given in these months, whenever its case was registered. */
export async function helpFigures(db: Db, filter: FigureFilter): Promise<HelpRow[]> {
  const { and, values } = filterOf(filter);
  const join = and === '' ? '' : 'JOIN referrals r ON r.id = h.referral_id';
  const { rows } = await db.raw<{ rows: HelpRow[] }>(
    `SELECT h.kind, h.cadence, count(*)::int AS "helpCount", coalesce(sum(h.amount_syp), 0) AS "amountSyp"
     FROM referral_help h ${join}
     WHERE h.given_on >= :from AND h.given_on < :to::date + interval '1 month'${and}
     GROUP BY h.kind, h.cadence`,
    values,
  );
  return rows;
}

export async function dueFigures(db: Db, filter: FigureFilter): Promise<ReferralFigures['dues']> {
  const { and, values } = filterOf(filter);
  const join = and === '' ? '' : 'JOIN referrals r ON r.id = d.referral_id';
  const { rows } = await db.raw<{ rows: ReferralFigures['dues'] }>(
    `SELECT to_char(d.month, 'YYYY-MM') AS month, count(*) FILTER (WHERE d.status = 'due')::int AS due,
            count(*) FILTER (WHERE d.status = 'given')::int AS given,
            count(*) FILTER (WHERE d.status = 'missed')::int AS missed
     FROM referral_dues d ${join}
     WHERE d.month BETWEEN :from AND :to${and}
     GROUP BY d.month ORDER BY d.month`,
    values,
  );
  return rows;
}

/** Changes whenever something has happened to a case, or a table of past figures was read. */
export async function lastChange(db: Db): Promise<string> {
  const { rows } = await db.raw<{ rows: { change: string }[] }>(
    `SELECT concat((SELECT max(id) FROM referral_steps), ' ',
                   (SELECT max(imported_at) FROM referral_past_figures)) AS change`,
  );
  return rows[0]?.change ?? '';
}
