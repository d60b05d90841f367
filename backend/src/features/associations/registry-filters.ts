import type { AssociationKind, RegisteredStatus, Sector } from '@qafila/contract';
import type { Db } from '@qafila/db';

/** Which associations of the registry are asked for; undefined or null does not narrow. */
export type Filters = {
  only?: string | null;
  statuses: readonly RegisteredStatus[];
  kind?: AssociationKind | undefined;
  sector?: Sector | undefined;
  governorate?: string | undefined;
  serves?: string | undefined;
  year?: number | undefined;
  q?: string | undefined;
  /** The last of the page before. */
  after?: string | undefined;
  limit: number;
};

const narrowed = `
  a.status = ANY(CAST(:statuses AS text[]))
  AND (a.id = :only OR CAST(:only AS uuid) IS NULL)
  AND (a.kind = :kind OR CAST(:kind AS text) IS NULL)
  AND (a.governorate_code = :governorate OR CAST(:governorate AS text) IS NULL)
  AND (a.declared_on BETWEEN :yearBegins AND :yearEnds OR CAST(:yearBegins AS date) IS NULL)
  AND (CAST(:sector AS text) IS NULL OR EXISTS (
    SELECT FROM association_sectors s WHERE s.association_id = a.id AND s.sector = :sector))
  AND (CAST(:serves AS text) IS NULL OR EXISTS (
    SELECT FROM association_governorates g WHERE g.association_id = a.id AND g.governorate_code = :serves))
  AND NOT EXISTS (
    SELECT FROM regexp_split_to_table(fold_text(:q), '\\s+') AS word
    WHERE strpos(concat_ws(' ', a.search_text, a.declaration_number), word) = 0)`;

/** For `associations a`, ordered by name and id. */
export const filterWhere = `${narrowed}
  AND (CAST(:after AS uuid) IS NULL
       OR (a.name_ar, a.id) > (SELECT l.name_ar, l.id FROM associations l WHERE l.id = :after))`;

export function filterValues(it: Filters) {
  return {
    statuses: it.statuses,
    only: it.only ?? null,
    kind: it.kind ?? null,
    sector: it.sector ?? null,
    governorate: it.governorate ?? null,
    serves: it.serves ?? null,
    yearBegins: it.year === undefined ? null : `${it.year}-01-01`,
    yearEnds: it.year === undefined ? null : `${it.year}-12-31`,
    q: it.q ?? '',
    after: it.after ?? null,
    limit: it.limit,
  };
}

/** How many there are on all pages together. */
export async function countFiltered(db: Db, asked: Filters): Promise<number> {
  const { rows } = await db.raw<{ rows: { total: number }[] }>(
    `SELECT count(*) AS total FROM associations a WHERE ${narrowed}`,
    filterValues(asked),
  );
  return rows[0]?.total ?? 0;
}
