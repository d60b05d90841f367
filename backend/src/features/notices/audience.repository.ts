import type { NoticeAudience } from '@qafila/contract';
import type { Db } from '@qafila/db';

/** Which associations a notice can be written to; one that is not declared yet, or no more, has no desk to read it at. */
const REACHABLE = `a.status IN ('declared', 'suspended')`;

/** The associations an audience is now. Of many, the declared ones; one alone may be suspended. */
export async function associationsIn(db: Db, audience: NoticeAudience): Promise<string[]> {
  switch (audience.kind) {
    case 'all':
      return await select(db, `a.status = 'declared'`);
    case 'sectors':
      return await select(
        db,
        `a.status = 'declared' AND EXISTS (SELECT FROM association_sectors s
           WHERE s.association_id = a.id AND s.sector = ANY(:sectors))`,
        { sectors: audience.sectors },
      );
    case 'governorates':
      return await select(
        db,
        `a.status = 'declared' AND (a.governorate_code = ANY(:codes) OR EXISTS (SELECT FROM association_governorates g
           WHERE g.association_id = a.id AND g.governorate_code = ANY(:codes)))`,
        { codes: audience.governorateCodes },
      );
    case 'one':
      return await select(db, `${REACHABLE} AND a.id = :id`, { id: audience.associationId });
    case 'directorate':
      return [];
  }
}

async function select(
  db: Db,
  condition: string,
  values: Record<string, string | string[]> = {},
): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT a.id FROM associations a WHERE ${condition} ORDER BY a.id`,
    values,
  );
  return rows.map(({ id }) => id);
}
