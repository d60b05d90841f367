import type { Db } from '@qafila/db';

type Axis = 'year' | 'month' | 'kind' | 'sector' | 'governorate' | 'status';
export type FigureRow = { axis: Axis; key: string; count: number };

/** Counts on every axis; `year` narrows all but the years and the states. */
export async function countDeclarations(db: Db, year: number | null): Promise<FigureRow[]> {
  const { rows } = await db.raw<{ rows: FigureRow[] }>(
    `WITH declared AS (
       SELECT id, kind, governorate_code, declared_on FROM associations
       WHERE declared_on IS NOT NULL
         AND (CAST(:begins AS date) IS NULL OR declared_on BETWEEN :begins AND :ends)
     )
     SELECT 'year' AS axis, CAST(extract(year FROM declared_on) AS text) AS key, count(*) AS count
       FROM associations WHERE declared_on IS NOT NULL GROUP BY 2
     UNION ALL
     SELECT 'month', CAST(extract(month FROM declared_on) AS text), count(*) FROM declared GROUP BY 2
     UNION ALL
     SELECT 'kind', kind, count(*) FROM declared GROUP BY 2
     UNION ALL
     SELECT 'governorate', governorate_code, count(*) FROM declared GROUP BY 2
     UNION ALL
     SELECT 'sector', s.sector, count(*)
       FROM declared d JOIN association_sectors s ON s.association_id = d.id GROUP BY 2
     UNION ALL
     SELECT 'status', a.status, count(*)
       FROM associations a LEFT JOIN applications p ON p.association_id = a.id
       WHERE a.status <> 'applied' OR p.submitted_at IS NOT NULL OR p.returned_at IS NOT NULL GROUP BY 2`,
    { begins: year === null ? null : `${year}-01-01`, ends: year === null ? null : `${year}-12-31` },
  );
  return rows;
}
