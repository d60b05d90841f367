import { AlertRules, type Campaign, type CampaignKind, type CampaignStatus } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { nextCode } from '../../platform/document-codes.repository.ts';
import type { Patch } from '../../platform/patch.ts';

export type CampaignFields = Pick<
  Campaign,
  'nameAr' | 'nameEn' | 'purpose' | 'startsOn' | 'endsOn' | 'governorateCodes'
>;
export type NewCampaign = CampaignFields & { kind: CampaignKind };

const COLUMNS: Readonly<Record<Exclude<keyof CampaignFields, 'governorateCodes'>, string>> = {
  nameAr: 'name_ar',
  nameEn: 'name_en',
  purpose: 'purpose',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
};

/** `only`: the association that asks, which sees campaigns it takes part in once they are no draft; null for all. */
export async function campaignsVisible(
  db: Db,
  only: string | null,
  id: string | null = null,
): Promise<Campaign[]> {
  const { rows } = await db.raw<{ rows: Campaign[] }>(
    `SELECT c.id, c.code, c.kind, c.name_ar AS "nameAr", c.name_en AS "nameEn", c.purpose, c.status, c.version,
            c.starts_on AS "startsOn", c.ends_on AS "endsOn",
            ARRAY(SELECT governorate_code FROM campaign_governorates WHERE campaign_id = c.id ORDER BY 1)
              AS "governorateCodes"
     FROM campaigns c
     WHERE (c.id = :id OR :id::uuid IS NULL)
       AND (:only::uuid IS NULL OR (c.status <> 'draft' AND EXISTS (
         SELECT FROM participations p WHERE p.campaign_id = c.id AND p.association_id = :only)))
     ORDER BY c.starts_on DESC, c.code DESC`,
    { only, id },
  );
  return rows;
}

/** Locks the campaign's row against a change of its state, to the end of the transaction. */
export async function holdCampaign(db: Db, id: string): Promise<CampaignStatus | undefined> {
  const row = await db('campaigns').where({ id }).forShare().first('status');
  return row?.status;
}

export async function activeCampaignIds(db: Db): Promise<string[]> {
  return await db('campaigns').where({ status: 'active' }).pluck('id');
}

/** When the campaign wants to be told; what it does not say is as usual. */
export async function alertRulesOf(db: Db, id: string): Promise<AlertRules> {
  const row = await db('campaigns').where({ id }).first('alert_rules');
  return AlertRules.parse(row?.alert_rules ?? {});
}

export async function insertCampaign(
  db: Db,
  id: string,
  year: number,
  { kind, ...fields }: NewCampaign,
): Promise<void> {
  await db('campaigns').insert({
    id,
    kind,
    ...toColumns(fields),
    code: await nextCode(db, `CAM-${year}`, 2),
    status: 'draft',
  });
  await setGovernorates(db, id, fields.governorateCodes);
}

/** False when the campaign is not, or no longer, at `version`. */
export async function changeCampaign(
  db: Db,
  id: string,
  version: number,
  fields: Patch<CampaignFields>,
): Promise<boolean> {
  const changed = await db('campaigns')
    .where({ id, version })
    .update({ ...toColumns(fields), version: version + 1 });
  if (changed === 1 && fields.governorateCodes) await setGovernorates(db, id, fields.governorateCodes);
  return changed === 1;
}

/** Moves a campaign only if it is still in `from`; false when someone moved it first. */
export async function moveCampaign(
  db: Db,
  id: string,
  from: CampaignStatus,
  to: CampaignStatus,
): Promise<boolean> {
  const moved = await db('campaigns')
    .where({ id, status: from })
    .update({ status: to, version: db.raw('version + 1') });
  return moved === 1;
}

/** Units of its goods still at sites, and its convoys that have not ended. */
export async function unfinishedOf(db: Db, id: string): Promise<{ onHand: number; convoys: number }> {
  const { rows } = await db.raw<{ rows: { onHand: number; convoys: number }[] }>(
    `SELECT (SELECT coalesce(sum(a.balance), 0) FROM lots l JOIN accounts a ON a.lot_id = l.id AND a.kind = 'site'
             WHERE l.campaign_id = :id) AS "onHand",
            (SELECT count(*) FROM convoys WHERE campaign_id = :id AND ended_at IS NULL) AS convoys`,
    { id },
  );
  return rows[0] ?? { onHand: 0, convoys: 0 };
}

async function setGovernorates(db: Db, id: string, codes: string[]): Promise<void> {
  await db('campaign_governorates').where({ campaign_id: id }).del();
  await db('campaign_governorates').insert(
    [...new Set(codes)].map((code) => ({ campaign_id: id, governorate_code: code })),
  );
}

function toColumns(fields: Patch<CampaignFields>): Record<string, unknown> {
  const { governorateCodes: _, ...named } = fields;
  const known = Object.entries(named) as [keyof typeof COLUMNS, unknown][];
  return Object.fromEntries(known.map(([field, value]) => [COLUMNS[field], value]));
}
