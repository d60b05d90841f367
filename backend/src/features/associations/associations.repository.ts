import type {
  Association,
  AssociationName,
  AssociationStatus,
  NamedRef,
  RegisteredStatus,
} from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Patch } from '../../platform/patch.ts';
import { type Reach, replaceReach } from './reach.repository.ts';
import { type Filters, filterValues, filterWhere } from './registry-filters.ts';

type Particulars = Pick<
  Association,
  | 'kind'
  | 'nameAr'
  | 'nameEn'
  | 'governorateCode'
  | 'contactName'
  | 'contactPhone'
  | 'contactEmail'
  | 'address'
  | 'purpose'
  | 'officePhone'
  | 'isOfficePhonePublic'
>;
/** What an editor may say of an association, by the contract's names; what is left out stays. */
export type AssociationFields = Particulars & Reach & Pick<Association, 'seat'>;

const COLUMNS: Readonly<Record<keyof Particulars, string>> = {
  kind: 'kind',
  nameAr: 'name_ar',
  nameEn: 'name_en',
  governorateCode: 'governorate_code',
  contactName: 'contact_name',
  contactPhone: 'contact_phone',
  contactEmail: 'contact_email',
  address: 'address',
  purpose: 'purpose',
  officePhone: 'office_phone',
  isOfficePhonePublic: 'is_office_phone_public',
};

const ENTRY = `
  SELECT a.id, a.kind, a.name_ar AS "nameAr", a.name_en AS "nameEn", a.governorate_code AS "governorateCode",
         a.contact_name AS "contactName", a.contact_phone AS "contactPhone", a.contact_email AS "contactEmail",
         a.address, a.purpose, a.office_phone AS "officePhone", a.is_office_phone_public AS "isOfficePhonePublic",
         CASE WHEN a.seat_lat IS NOT NULL THEN jsonb_build_object('lat', a.seat_lat, 'lng', a.seat_lng) END AS seat,
         ARRAY(SELECT s.sector FROM association_sectors s WHERE s.association_id = a.id ORDER BY 1) AS sectors,
         ARRAY(SELECT g.governorate_code FROM association_governorates g
               WHERE g.association_id = a.id ORDER BY 1) AS "governorateCodes",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'cadence', d.cadence)
                                    ORDER BY d.kind, d.cadence), '[]')
          FROM association_aid d WHERE d.association_id = a.id) AS aid,
         a.status, a.declaration_number AS "declarationNumber", a.declared_on AS "declaredOn", a.version,
         (SELECT min(b.ends_on) FROM association_board b
          WHERE b.association_id = a.id AND CAST(:today AS date) BETWEEN b.starts_on AND b.ends_on) AS "boardEndsOn",
         (SELECT count(*) FROM participations p WHERE p.association_id = a.id) AS "campaignCount",
         (SELECT count(*) FROM users u WHERE u.association_id = a.id AND u.disabled_at IS NULL) AS "memberCount"
  FROM associations a`;

/** By name. */
export async function selectAssociations(db: Db, asked: Filters, today: string): Promise<Association[]> {
  const { rows } = await db.raw<{ rows: Association[] }>(
    `${ENTRY} WHERE ${filterWhere} ORDER BY a.name_ar, a.id LIMIT :limit`,
    { ...filterValues(asked), today },
  );
  return rows;
}

export async function findAssociation(db: Db, id: string, today: string): Promise<Association | undefined> {
  const { rows } = await db.raw<{ rows: Association[] }>(`${ENTRY} WHERE a.id = :id`, { id, today });
  return rows[0];
}

export async function selectNames(
  db: Db,
  only: string | null,
  statuses: readonly RegisteredStatus[],
): Promise<AssociationName[]> {
  const names = db('associations')
    .whereIn('status', [...statuses])
    .orderBy(['name_ar', 'id'])
    .select({ id: 'id', nameAr: 'name_ar', nameEn: 'name_en', kind: 'kind', status: 'status' });
  return await (only === null ? names : names.where({ id: only }));
}

export async function associationNames(db: Db, ids: string[]): Promise<NamedRef[]> {
  return await db('associations')
    .whereIn('id', ids)
    .select({ id: 'id', nameAr: 'name_ar', nameEn: 'name_en' });
}

export type AssociationRow = AssociationName &
  Pick<Association, 'governorateCode' | 'declaredOn' | 'version'>;

const ROW = {
  id: 'id',
  nameAr: 'name_ar',
  nameEn: 'name_en',
  kind: 'kind',
  status: 'status',
  governorateCode: 'governorate_code',
  declaredOn: 'declared_on',
  version: 'version',
};

/** An application that was never handed in is nobody's but the applicant's. */
export async function associationRow(db: Db, id: string): Promise<AssociationRow | undefined> {
  const drafts = db('applications')
    .select('association_id')
    .whereNull('submitted_at')
    .whereNull('returned_at');
  return await db('associations')
    .where({ id })
    .andWhere((known) => known.whereNot({ status: 'applied' }).orWhereNotIn('id', drafts))
    .first(ROW);
}

/** The same, held to the end of the transaction: against any change, or (`share`) against change by others. */
export async function holdAssociation(
  db: Db,
  id: string,
  lock: 'share' | 'update' = 'update',
): Promise<AssociationRow | undefined> {
  const row = db('associations').where({ id }).first(ROW);
  return await (lock === 'share' ? row.forShare() : row.forUpdate());
}

export type NewAssociation = { id: string; createdAt: Date } & (
  | { status: 'applied' }
  | { status: 'declared'; declarationNumber: number; declaredOn: string }
);

export async function insertAssociation(
  db: Db,
  it: NewAssociation,
  fields: Patch<AssociationFields>,
): Promise<void> {
  await db('associations').insert({
    id: it.id,
    status: it.status,
    created_at: it.createdAt,
    ...toColumns(fields),
    ...(it.status === 'declared' && {
      declaration_number: it.declarationNumber,
      declared_on: it.declaredOn,
    }),
  });
  await replaceReach(db, it.id, fields);
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
  if (changed !== 1) return false;
  await replaceReach(db, id, fields);
  return true;
}

export type Declaration = { declarationNumber: number; declaredOn: string };

/** False when it is no longer in the state `from`. */
export async function changeStatus(
  db: Db,
  id: string,
  from: AssociationStatus,
  to: AssociationStatus,
  declaration?: Declaration,
): Promise<boolean> {
  const changed = await db('associations')
    .where({ id, status: from })
    .update({
      status: to,
      version: db.raw('version + 1'),
      ...(declaration && {
        declaration_number: declaration.declarationNumber,
        declared_on: declaration.declaredOn,
      }),
    });
  return changed === 1;
}

function toColumns({ seat, ...fields }: Patch<AssociationFields>): Record<string, unknown> {
  const known = Object.entries(fields).filter(([field]) => field in COLUMNS) as [
    keyof Particulars,
    unknown,
  ][];
  return {
    ...Object.fromEntries(known.map(([field, value]) => [COLUMNS[field], value])),
    ...(seat !== undefined && { seat_lat: seat?.lat ?? null, seat_lng: seat?.lng ?? null }),
  };
}

/** Names the last change of what the registry says of any association. */
export async function registryChange(db: Db): Promise<string> {
  const { rows } = await db.raw<{ rows: { change: string }[] }>(
    `SELECT concat(count(*), ' ', sum(version)) AS change FROM associations`,
  );
  return rows[0]?.change ?? '';
}
