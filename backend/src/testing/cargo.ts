import { randomUUID } from 'node:crypto';
import { derivedId, type Holder, postTransfers } from '../features/custody/index.ts';
import type { World } from './world.ts';

/** Puts goods where a test wants them, through the ledger and its rules, without the convoy's own steps. */
export type TestConvoy = { id: string; stopIds: string[]; convoyVehicleIds: string[] };

type Line = {
  id: string;
  lot_id: string;
  convoy_vehicle_id: string;
  stop_id: string;
  loaded_quantity: number;
  site_id: string;
};

/** A pledge that has come in: its lot, and the account of the lot at the site. */
export async function receiveGoods(
  world: World,
  given: { pledgeId: string; siteId: string; quantity: number },
): Promise<{ lotId: string; accountId: number; receiptId: string }> {
  const { db, ctx, userId } = world;
  const receiptId = randomUUID();
  const lotId = derivedId(receiptId, 'lot');
  const pledge = await db('pledges').where({ id: given.pledgeId }).first();
  const received = pledge.received_quantity + given.quantity;
  await db('pledges')
    .where({ id: given.pledgeId })
    .update({
      received_quantity: received,
      status: received === pledge.accepted_quantity ? 'received' : 'partly_received',
    });
  await db('lots').insert({
    id: lotId,
    code: `T-${lotId.slice(0, 8)}`,
    campaign_id: pledge.campaign_id,
    association_id: pledge.association_id,
    pledge_id: pledge.id,
    item_id: pledge.item_id,
  });
  await db('receipts').insert({
    id: receiptId,
    code: `T-${receiptId.slice(0, 8)}`,
    pledge_id: pledge.id,
    lot_id: lotId,
    site_id: given.siteId,
    quantity: given.quantity,
    counted_by: userId,
    received_at: new Date(),
  });
  await postTransfers(ctx, [
    {
      id: derivedId(receiptId, 'transfer'),
      lotId,
      from: { kind: 'pledge_source' },
      to: { kind: 'site', siteId: given.siteId },
      quantity: given.quantity,
      documentType: 'receipt',
      documentId: receiptId,
      occurredAt: new Date(),
    },
  ]);
  const account = await db('accounts').where({ lot_id: lotId, kind: 'site' }).first('id');
  return { lotId, accountId: account.id, receiptId };
}

/** A convoy in `loading` with stops and vehicles in the order given. */
export async function addConvoy(
  { db }: World,
  given: { campaignId: string; originSiteId: string; stopSiteIds: string[]; vehicleIds: string[] },
): Promise<TestConvoy> {
  const id = randomUUID();
  const at = new Date();
  await db('convoys').insert({
    id,
    code: `T-${id.slice(0, 8)}`,
    campaign_id: given.campaignId,
    origin_site_id: given.originSiteId,
    status: 'loading',
    planned_departure_at: at,
  });
  const stops = given.stopSiteIds.map((siteId, n) => ({
    id: randomUUID(),
    convoy_id: id,
    ordinal: n + 1,
    site_id: siteId,
    planned_arrival_at: at,
    route: JSON.stringify([]),
    route_kind: 'straight',
    distance_m: 0,
  }));
  await db('stops').insert(stops);
  const vehicles = await db('vehicles').whereIn('id', given.vehicleIds).select();
  const riding = given.vehicleIds.map((vehicleId, n) => {
    const vehicle = vehicles.find((it) => it.id === vehicleId);
    const { max_weight_g, max_volume_ml } = vehicle;
    return {
      id: randomUUID(),
      convoy_id: id,
      vehicle_id: vehicleId,
      ordinal: n + 1,
      max_weight_g,
      max_volume_ml,
    };
  });
  await db('convoy_vehicles').insert(riding);
  return { id, stopIds: stops.map((it) => it.id), convoyVehicleIds: riding.map((it) => it.id) };
}

/** Puts goods of a site account on the manifest; answers the line's id. */
export async function allotGoods(
  { db }: World,
  given: {
    convoy: TestConvoy;
    stop?: number;
    vehicle?: number;
    lotId: string;
    accountId: number;
    quantity: number;
  },
): Promise<string> {
  const id = randomUUID();
  const lot = await db('lots').where({ id: given.lotId }).first();
  const item = await db('items').where({ id: lot.item_id }).first();
  await db('manifest_lines').insert({
    id,
    convoy_id: given.convoy.id,
    convoy_vehicle_id: given.convoy.convoyVehicleIds[given.vehicle ?? 0],
    stop_id: given.convoy.stopIds[given.stop ?? 0],
    lot_id: given.lotId,
    item_id: lot.item_id,
    site_account_id: given.accountId,
    quantity: given.quantity,
    unit_weight_g: item.unit_weight_g,
    unit_volume_ml: item.unit_volume_ml,
  });
  return id;
}

export async function loadGoods(world: World, lineId: string, quantity: number): Promise<void> {
  await world.db('manifest_lines').where({ id: lineId }).increment('loaded_quantity', quantity);
  const line = await lineOf(world, lineId);
  const site: Holder = { kind: 'site', siteId: line.site_id };
  await move(world, line, { from: site, to: aboard(line), quantity, documentType: 'load' });
}

/** Takes goods off the vehicle at the line's stop: good into hands, the rest lost. */
export async function deliverGoods(
  world: World,
  lineId: string,
  counted: { good: number; damaged?: number; missing?: number },
): Promise<void> {
  const line = await lineOf(world, lineId);
  const stopId = line.stop_id;
  const ends: [number, Holder, 'delivery' | 'loss'][] = [
    [counted.good, { kind: 'delivered', stopId }, 'delivery'],
    [counted.damaged ?? 0, { kind: 'lost', reason: 'damaged', stopId }, 'loss'],
    [counted.missing ?? 0, { kind: 'lost', reason: 'missing', stopId }, 'loss'],
  ];
  for (const [quantity, to, documentType] of ends) {
    if (quantity > 0) await move(world, line, { from: aboard(line), to, quantity, documentType });
  }
}

function aboard(line: Line): Holder {
  return { kind: 'vehicle', convoyVehicleId: line.convoy_vehicle_id };
}

async function lineOf({ db }: World, lineId: string): Promise<Line> {
  return await db('manifest_lines as m')
    .join('accounts as a', 'a.id', 'm.site_account_id')
    .where('m.id', lineId)
    .first('m.id', 'm.lot_id', 'm.convoy_vehicle_id', 'm.stop_id', 'm.loaded_quantity', 'a.site_id');
}

async function move(
  { ctx }: World,
  line: Line,
  how: { from: Holder; to: Holder; quantity: number; documentType: 'load' | 'delivery' | 'loss' },
): Promise<void> {
  const id = randomUUID();
  const { id: manifestLineId, lot_id: lotId } = line;
  await postTransfers(ctx, [{ id, lotId, ...how, documentId: id, manifestLineId, occurredAt: new Date() }]);
}
