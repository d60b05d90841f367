import type { ReferralFigures } from '@qafila/contract';
import type { Db } from '@qafila/db';
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

type CellRow = ReferralFigures['cells'][number] & { pastCount: number };

export async function cellsOf(db: Db, filter: FigureFilter): Promise<CellRow[]> {
  const { and, values } = filterOf(filter);
  const { rows } = await db.raw<{ rows: CellRow[] }>(
    `SELECT to_char(month, 'YYYY-MM') AS month, "governorateCode", kind, cadence, result,
            sum(count)::int AS count, sum(past)::int AS "pastCount"
     FROM (SELECT r.opened_month AS month, r.governorate_code AS "governorateCode", r.kind, r.cadence,
                  CASE r.status WHEN 'closed' THEN r.outcome WHEN 'withdrawn' THEN 'withdrawn' ELSE 'open' END AS result,
                  count(*)::int AS count, 0 AS past
           FROM referrals r WHERE ${REGISTERED}${and} GROUP BY 1, 2, 3, 4, 5
           ${filter.associationId === undefined ? PAST(and) : ''}) cells
     GROUP BY month, "governorateCode", kind, cadence, result
     ORDER BY month, "governorateCode", kind, cadence, result`,
    values,
  );
  return rows;
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
  const days = (from: string, to: string) => `extract(epoch FROM ${to} - ${from}) / 86400`;
  const median = (value: string) => `percentile_cont(0.5) WITHIN GROUP (ORDER BY ${value})`;
  const { rows } = await db.raw<{ rows: MedianRow[] }>(
    `SELECT r.kind, r.cadence, ${median(days('r.referred_at', 'r.accepted_at'))} AS "medianDaysToAccept",
            ${median(days('r.opened_at', 'r.ended_at'))} FILTER (WHERE r.status = 'closed') AS "medianDaysToClose"
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
  const { rows } = await db.raw<{ rows: HelpRow[] }>(
    `SELECT r.kind, r.cadence, count(*)::int AS "helpCount", coalesce(sum(h.amount_syp), 0) AS "amountSyp"
     FROM referral_help h JOIN referrals r ON r.id = h.referral_id
     WHERE h.given_on >= :from AND h.given_on < :to::date + interval '1 month'${and}
     GROUP BY r.kind, r.cadence`,
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
