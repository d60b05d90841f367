import type { DirectoryEntry } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { type Filters, filterValues, filterWhere } from './registry-filters.ts';

/** By name; of each only what everybody may know, and its id to page by. */
export async function selectDirectory(db: Db, asked: Filters): Promise<(DirectoryEntry & { id: string })[]> {
  const { rows } = await db.raw<{ rows: (DirectoryEntry & { id: string })[] }>(
    `SELECT a.id, a.kind, a.name_ar AS "nameAr", a.name_en AS "nameEn", a.governorate_code AS "governorateCode",
            ARRAY(SELECT s.sector FROM association_sectors s WHERE s.association_id = a.id ORDER BY 1) AS sectors,
            ARRAY(SELECT g.governorate_code FROM association_governorates g
                  WHERE g.association_id = a.id ORDER BY 1) AS "governorateCodes",
            a.declaration_number AS "declarationNumber", a.declared_on AS "declaredOn",
            CASE WHEN a.is_office_phone_public THEN a.office_phone ELSE '' END AS "officePhone"
     FROM associations a WHERE ${filterWhere} ORDER BY a.name_ar, a.id LIMIT :limit`,
    filterValues(asked),
  );
  return rows;
}
