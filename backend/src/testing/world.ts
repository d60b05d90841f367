import { randomUUID } from 'node:crypto';
import type { CampaignKind, CampaignStatus, PledgeStatus, SiteKind } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { loadReferenceData } from '@qafila/db/seeds';
import type { Context } from '../platform/context.ts';

const DAY_MS = 86_400_000;

/** Puts things straight into the database, with as little as a test has to say. Every function answers an id. */
export type World = Awaited<ReturnType<typeof createWorld>>;

/** The world as it is before anybody has done anything: reference data, and one coordinator to whom rows belong. */
export async function createWorld(db: Db) {
  await loadReferenceData(db);
  const userId = await addUser(db);
  return {
    db,
    userId,
    ctx: contextOf(db, userId),
    association: (names: Partial<Names> = {}) => addAssociation(db, names),
    campaign: (given: Partial<CampaignInput> = {}) => addCampaign(db, given),
    item: (given: Partial<ItemInput> = {}) => addItem(db, given),
    site: (kind: SiteKind = 'warehouse', given: Partial<SiteInput> = {}) => addSite(db, kind, given),
    need: (given: NeedInput) => addNeed(db, userId, given),
    pledge: (given: PledgeInput) => addPledge(db, userId, given),
    vehicle: (given: Partial<VehicleInput> = {}) => addVehicle(db, given),
  };
}

type Names = { nameAr: string; nameEn: string };
type CampaignInput = {
  kind: CampaignKind;
  status: CampaignStatus;
  participants: string[];
  startsOn: string;
  endsOn: string;
};
type ItemInput = { unitWeightG: number; unitVolumeMl: number };
type SiteInput = Names & { governorateCode: string; lat: number; lng: number; contactPhone: string };
type NeedInput = {
  campaignId: string;
  siteId: string;
  itemId: string;
  quantity: number;
  priority?: 1 | 2 | 3;
  neededBy?: Date;
};
type PledgeInput = {
  campaignId: string;
  associationId: string;
  itemId: string;
  siteId: string;
  quantity: number;
  needId?: string;
  /** `accepted` unless said otherwise, in full. */
  status?: Extract<PledgeStatus, 'offered' | 'accepted'>;
};
type VehicleInput = { maxWeightG: number; maxVolumeMl: number };

/** A context that may do everything, as the request of a coordinator would make it. */
export function contextOf(db: Db, userId: string): Context {
  return {
    db,
    now: () => new Date(),
    actor: { userId, name: 'Coordinator', role: 'coordinator', associationId: null, scope: 'any' },
    announce: () => undefined,
  };
}

async function addUser(db: Db): Promise<string> {
  const id = randomUUID();
  await db('users').insert({
    id,
    email: `world-${id}@example.org`,
    name: 'World',
    role: 'coordinator',
    password_hash: 'nobody signs in with this',
  });
  return id;
}

async function addAssociation(db: Db, names: Partial<Names>): Promise<string> {
  const id = randomUUID();
  const { rows } = await db.raw(`SELECT next_number('test-declaration') AS number`);
  await db('associations').insert({
    id,
    kind: 'association',
    name_ar: names.nameAr ?? `جمعية ${rows[0].number}`,
    name_en: names.nameEn ?? `Association ${rows[0].number}`,
    status: 'declared',
    declaration_number: rows[0].number,
    declared_on: '2020-03-01',
    governorate_code: 'SY01',
  });
  return id;
}

async function addCampaign(db: Db, given: Partial<CampaignInput>): Promise<string> {
  const id = randomUUID();
  await db('campaigns').insert({
    id,
    code: `T-${id.slice(0, 8)}`,
    name_ar: 'حملة استجابة',
    name_en: 'Response Campaign',
    kind: given.kind ?? 'convoys',
    status: given.status ?? 'active',
    starts_on: given.startsOn ?? '2020-10-09',
    ends_on: given.endsOn ?? '2099-12-31',
  });
  await db('campaign_governorates').insert({ campaign_id: id, governorate_code: 'SY06' });
  for (const associationId of given.participants ?? []) {
    await db('participations').insert({ campaign_id: id, association_id: associationId });
  }
  return id;
}

async function addItem(db: Db, given: Partial<ItemInput>): Promise<string> {
  const id = randomUUID();
  await db('items').insert({
    id,
    code: `T${id.replaceAll('-', '').slice(0, 12).toUpperCase()}`,
    name_ar: 'بطانية',
    name_en: 'Blanket',
    category: 'bedding',
    unit: 'piece',
    unit_weight_g: given.unitWeightG ?? 2_000,
    unit_volume_ml: given.unitVolumeMl ?? 8_000,
    packaging: 'bale',
  });
  return id;
}

async function addSite(db: Db, kind: SiteKind, given: Partial<SiteInput>): Promise<string> {
  const id = randomUUID();
  await db('sites').insert({
    id,
    kind,
    name_ar: given.nameAr ?? 'مستودع الزبلطاني',
    name_en: given.nameEn ?? 'Zablatani',
    governorate_code: given.governorateCode ?? 'SY01',
    lat: given.lat ?? 33.51,
    lng: given.lng ?? 36.31,
    contact_phone: given.contactPhone ?? '',
  });
  return id;
}

async function addNeed(db: Db, userId: string, given: NeedInput): Promise<string> {
  const id = randomUUID();
  await db('needs').insert({
    id,
    campaign_id: given.campaignId,
    site_id: given.siteId,
    item_id: given.itemId,
    quantity: given.quantity,
    priority: given.priority ?? 2,
    needed_by: given.neededBy ?? new Date(Date.now() + 7 * DAY_MS),
    created_by: userId,
  });
  return id;
}

async function addPledge(db: Db, userId: string, given: PledgeInput): Promise<string> {
  const id = randomUUID();
  const status = given.status ?? 'accepted';
  await db('pledges').insert({
    id,
    code: `T-${id.slice(0, 8)}`,
    campaign_id: given.campaignId,
    association_id: given.associationId,
    item_id: given.itemId,
    need_id: given.needId ?? null,
    site_id: given.siteId,
    quantity: given.quantity,
    accepted_quantity: status === 'accepted' ? given.quantity : 0,
    status,
    ready_at: new Date(),
    created_by: userId,
  });
  return id;
}

async function addVehicle(db: Db, given: Partial<VehicleInput>): Promise<string> {
  const id = randomUUID();
  await db('vehicles').insert({
    id,
    plate: `T-${id.slice(0, 8)}`,
    kind: 'covered_truck',
    max_weight_g: given.maxWeightG ?? 20_000_000,
    max_volume_ml: given.maxVolumeMl ?? 100_000_000,
  });
  return id;
}
