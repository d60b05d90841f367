import type { ConvoyStatus } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Patch } from '../../platform/patch.ts';

/** What a write needs to know of the convoy it has locked. */
export type LockedConvoy = {
  id: string;
  code: string;
  campaignId: string;
  originSiteId: string;
  status: ConvoyStatus;
  version: number;
  plannedDepartureAt: Date;
  departedAt: Date | null;
};

export type ConvoyFields = {
  plannedDepartureAt: string;
  leaderName: string;
  leaderPhone: string;
  note: string;
};

type Stamp = 'loading_at' | 'departed_at' | 'arrived_at' | 'ended_at';

/** Locks the convoy to the end of the transaction: all that moves its goods takes this lock first. */
export async function lockConvoy(db: Db, id: string): Promise<LockedConvoy | undefined> {
  return await db('convoys').where({ id }).forUpdate().first({
    id: 'id',
    code: 'code',
    campaignId: 'campaign_id',
    originSiteId: 'origin_site_id',
    status: 'status',
    version: 'version',
    plannedDepartureAt: 'planned_departure_at',
    departedAt: 'departed_at',
  });
}

const OWNERS = { stops: 'stops', vehicles: 'convoy_vehicles', lines: 'manifest_lines' } as const;

/** The convoy a part belongs to; a part never changes its convoy. */
export async function convoyIdOf(db: Db, part: keyof typeof OWNERS, id: string): Promise<string | undefined> {
  const row: { convoy_id: string } | undefined = await db(OWNERS[part]).where({ id }).first('convoy_id');
  return row?.convoy_id;
}

export async function insertConvoy(
  db: Db,
  convoy: ConvoyFields & {
    id: string;
    code: string;
    campaignId: string;
    originSiteId: string;
    createdAt: Date;
  },
): Promise<void> {
  await db('convoys').insert({
    id: convoy.id,
    code: convoy.code,
    campaign_id: convoy.campaignId,
    origin_site_id: convoy.originSiteId,
    status: 'draft',
    created_at: convoy.createdAt,
    ...columnsOf(convoy),
  });
}

export async function updateConvoyFields(db: Db, id: string, fields: Patch<ConvoyFields>): Promise<void> {
  await db('convoys')
    .where({ id })
    .update({ ...columnsOf(fields), version: db.raw('version + 1') });
}

/** Compare-and-set; false when the convoy was no longer in `from`. */
export async function setConvoyStatus(
  db: Db,
  id: string,
  from: ConvoyStatus,
  to: ConvoyStatus,
  stamps: Partial<Record<Stamp, Date>>,
): Promise<boolean> {
  const moved = await db('convoys')
    .where({ id, status: from })
    .update({ status: to, ...stamps, version: db.raw('version + 1') });
  return moved === 1;
}

function columnsOf(fields: Patch<ConvoyFields>): Record<string, string> {
  const columns = {
    planned_departure_at: fields.plannedDepartureAt,
    leader_name: fields.leaderName,
    leader_phone: fields.leaderPhone,
    note: fields.note,
  };
  return Object.fromEntries(
    Object.entries(columns).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
