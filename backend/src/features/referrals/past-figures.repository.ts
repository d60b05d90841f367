import type { AidCadence, AidKind, PastReferralResult, ReferralResult } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { firstDayOf } from './month.ts';

export type PastFigure = {
  month: string;
  governorateCode: string;
  kind: AidKind;
  cadence: AidCadence;
  result: PastReferralResult;
  count: number;
};

export async function pastFigures(db: Db): Promise<PastFigure[]> {
  const { rows } = await db.raw<{ rows: PastFigure[] }>(
    `SELECT to_char(month, 'YYYY-MM') AS month, governorate_code AS "governorateCode", kind, cadence, result, count
     FROM referral_past_figures ORDER BY month, governorate_code, kind, cadence, result`,
  );
  return rows;
}

type OwnFigure = Omit<PastFigure, 'result'> & { result: ReferralResult };

/** Of all months, of what was registered here. */
export async function ownFigures(db: Db): Promise<OwnFigure[]> {
  const { rows } = await db.raw<{ rows: OwnFigure[] }>(
    `SELECT to_char(opened_month, 'YYYY-MM') AS month, governorate_code AS "governorateCode", kind, cadence,
            CASE status WHEN 'closed' THEN outcome WHEN 'withdrawn' THEN 'withdrawn' ELSE 'open' END AS result,
            count(*)::int AS count
     FROM referrals GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
  );
  return rows;
}

export async function keepPastFigure(
  db: Db,
  { month, governorateCode, count, ...of }: PastFigure,
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await db('referral_past_figures')
    .insert({
      ...of,
      month: firstDayOf(month),
      governorate_code: governorateCode,
      count,
      imported_at: at,
      imported_by: by,
    })
    .onConflict(['month', 'governorate_code', 'kind', 'cadence', 'result'])
    .merge(['count', 'imported_at', 'imported_by']);
}
