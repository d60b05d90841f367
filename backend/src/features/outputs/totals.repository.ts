import type { OutputSum, OutputTotals } from '@qafila/contract';
import type { Db } from '@qafila/db';

export type OutputSpread = Pick<
  OutputTotals,
  'peopleAtOnce' | 'dayCount' | 'associationCount' | 'governorateCount'
>;

const SUMS = `kind, sum(quantity)::bigint AS quantity, sum(people)::bigint AS people,
              coalesce(sum(households), 0)::bigint AS households`;

/** The columns by which a campaign’s outputs can be told apart. */
const GROUPS = {
  associationId: 'association_id AS "associationId"',
  governorateCode: 'governorate_code AS "governorateCode"',
  day: 'day',
} as const;
type Group = keyof typeof GROUPS;

export async function sumsOf(db: Db, campaignId: string): Promise<OutputSum[]> {
  const { rows } = await db.raw<{ rows: OutputSum[] }>(
    `SELECT ${SUMS} FROM outputs WHERE campaign_id = :campaignId AND quantity > 0 GROUP BY kind ORDER BY kind`,
    { campaignId },
  );
  return rows;
}

/** `only`: of this association alone; null for all. */
export async function sumsBy<By extends Group>(
  db: Db,
  campaignId: string,
  by: By,
  only: string | null,
): Promise<(OutputSum & Record<By, string>)[]> {
  const { rows } = await db.raw<{ rows: (OutputSum & Record<By, string>)[] }>(
    `SELECT ${GROUPS[by]}, ${SUMS} FROM outputs
     WHERE campaign_id = :campaignId AND quantity > 0 AND (association_id = :only OR :only::uuid IS NULL)
     GROUP BY 1, kind ORDER BY 1, kind`,
    { campaignId, only },
  );
  return rows;
}

export async function spreadOf(db: Db, campaignId: string): Promise<OutputSpread> {
  const { rows } = await db.raw<{ rows: OutputSpread[] }>(
    `SELECT count(DISTINCT day) AS "dayCount", count(DISTINCT association_id) AS "associationCount",
            count(DISTINCT governorate_code) AS "governorateCount",
            (SELECT coalesce(max(people), 0) FROM (
               SELECT sum(people)::bigint AS people FROM outputs WHERE campaign_id = :campaignId GROUP BY day, kind
             ) AS at_once) AS "peopleAtOnce"
     FROM outputs WHERE campaign_id = :campaignId AND quantity > 0`,
    { campaignId },
  );
  return rows[0] as OutputSpread;
}
