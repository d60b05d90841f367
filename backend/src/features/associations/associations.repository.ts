import type { Association, NamedRef } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Patch } from '../../platform/patch.ts';

export type AssociationFields = Pick<
  Association,
  'kind' | 'nameAr' | 'nameEn' | 'governorateCode' | 'contactName' | 'contactPhone'
>;
export type Declaration = { declarationNumber: number; declaredOn: string };

const COLUMNS: Readonly<Record<keyof AssociationFields, string>> = {
  kind: 'kind',
  nameAr: 'name_ar',
  nameEn: 'name_en',
  governorateCode: 'governorate_code',
  contactName: 'contact_name',
  contactPhone: 'contact_phone',
};

/** `only`: the one association the asker may see; null for all. */
export async function associationsVisible(
  db: Db,
  only: string | null,
  id: string | null = null,
): Promise<Association[]> {
  const { rows } = await db.raw<{ rows: Association[] }>(
    `SELECT a.id, a.kind, a.name_ar AS "nameAr", a.name_en AS "nameEn", a.governorate_code AS "governorateCode",
            a.contact_name AS "contactName", a.contact_phone AS "contactPhone", a.status,
            a.declaration_number AS "declarationNumber", a.declared_on AS "declaredOn", a.version,
            (SELECT count(*) FROM participations p WHERE p.association_id = a.id) AS "campaignCount",
            (SELECT count(*) FROM users u WHERE u.association_id = a.id AND u.disabled_at IS NULL) AS "memberCount"
     FROM associations a
     WHERE (a.id = :only OR :only::uuid IS NULL) AND (a.id = :id OR :id::uuid IS NULL)
     ORDER BY a.name_ar, a.id`,
    { only, id },
  );
  return rows;
}

export async function associationNames(db: Db, ids: string[]): Promise<NamedRef[]> {
  return await db('associations')
    .whereIn('id', ids)
    .select({ id: 'id', nameAr: 'name_ar', nameEn: 'name_en' });
}

export async function insertDeclared(
  db: Db,
  id: string,
  fields: AssociationFields,
  { declarationNumber, declaredOn }: Declaration,
): Promise<void> {
  await db('associations').insert({
    id,
    ...toColumns(fields),
    status: 'declared',
    declaration_number: declarationNumber,
    declared_on: declaredOn,
  });
}

/** False when the association is not, or no longer, at `version`. */
export async function changeAssociation(
  db: Db,
  id: string,
  version: number,
  fields: Patch<AssociationFields>,
): Promise<boolean> {
  const changed = await db('associations')
    .where({ id, version })
    .update({ ...toColumns(fields), version: version + 1 });
  return changed === 1;
}

function toColumns(fields: Patch<AssociationFields>): Record<string, unknown> {
  const known = Object.entries(fields) as [keyof AssociationFields, unknown][];
  return Object.fromEntries(known.map(([field, value]) => [COLUMNS[field], value]));
}
