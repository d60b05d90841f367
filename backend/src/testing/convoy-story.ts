import { randomUUID } from 'node:crypto';
import {
  addConvoyVehicle,
  addManifestLines,
  type ConvoyFile,
  createConvoy,
  loadGoods,
  moveConvoy,
  moveStop,
  readWaybill,
  settleWaybill,
  type Waybill,
} from '@qafila/contract';
import { ledgerFaults } from '../features/custody/index.ts';
import type { Config } from '../platform/config.ts';
import { receiveGoods } from './cargo.ts';
import type { Answer, Client } from './client.ts';
import { startTestServer, type TestServer } from './server.ts';
import { createWorld, type World } from './world.ts';

const HOUR_MS = 3_600_000;
export const SIGNATURE = [
  [
    [0.1, 0.5],
    [0.5, 0.2],
    [0.9, 0.5],
  ],
];

/** A running server with an active campaign of two associations, a warehouse, two destinations and one item. */
export type Story = TestServer & {
  world: World;
  coordinator: Client;
  campaignId: string;
  associations: [string, string];
  warehouse: string;
  destinations: [string, string];
  itemId: string;
};

export async function startStory(changes: Partial<Config> = {}): Promise<Story> {
  const server = await startTestServer(changes);
  const world = await createWorld(server.db);
  const associations: [string, string] = [await world.association(), await world.association()];
  return {
    ...server,
    world,
    coordinator: await server.as('coordinator'),
    associations,
    campaignId: await world.campaign({ participants: associations }),
    warehouse: await world.site('warehouse'),
    destinations: [
      await world.site('distribution_point', { nameAr: 'الحفة', nameEn: 'Haffeh', lat: 35.6, lng: 36.04 }),
      await world.site('distribution_point', { nameAr: 'كسب', nameEn: 'Kasab', lat: 35.93, lng: 35.99 }),
    ],
    itemId: await world.item(),
  };
}

/** Stops the server, once its books have been found in order. */
export async function endStory(story: Story): Promise<void> {
  try {
    const faults = await ledgerFaults(story.db);
    if (faults.length > 0) throw new Error(`The books do not agree: ${JSON.stringify(faults)}`);
  } finally {
    await story.close();
  }
}

export type Stocked = { pledgeId: string; lotId: string; accountId: number };

/** Goods of the item, pledged by the first association unless said otherwise, counted into the warehouse. */
export async function stockUp(
  story: Story,
  quantity: number,
  given: { associationId?: string; itemId?: string; siteId?: string; needId?: string } = {},
): Promise<Stocked> {
  const { campaignId, associations, itemId, warehouse } = story;
  const siteId = given.siteId ?? warehouse;
  const pledgeId = await story.world.pledge({
    campaignId,
    associationId: given.associationId ?? associations[0],
    itemId: given.itemId ?? itemId,
    siteId,
    quantity,
    ...(given.needId !== undefined && { needId: given.needId }),
  });
  return { pledgeId, ...(await receiveGoods(story.world, { pledgeId, siteId, quantity })) };
}

/** A draft convoy to both destinations, with so many vehicles of that capacity and a driver on each. */
export async function draftConvoy(
  story: Story,
  given: { vehicles?: number; maxWeightG?: number; maxVolumeMl?: number; stops?: string[] } = {},
): Promise<ConvoyFile> {
  const { coordinator, campaignId, warehouse, destinations, clock, world } = story;
  const departs = clock.now().getTime() + HOUR_MS;
  const made = await coordinator.call(createConvoy, {
    params: { campaignId },
    body: {
      originSiteId: warehouse,
      plannedDepartureAt: new Date(departs).toISOString(),
      leaderName: 'قائد القافلة',
      leaderPhone: '0999 000 000',
      note: 'ملاحظة داخلية',
      stops: (given.stops ?? destinations).map((siteId, index) => ({
        siteId,
        plannedArrivalAt: new Date(departs + (index + 4) * HOUR_MS).toISOString(),
      })),
    },
  });
  let file = ok(made, 201);
  for (let n = 0; n < (given.vehicles ?? 1); n++) {
    const vehicleId = await world.vehicle(given);
    file = ok(
      await coordinator.call(addConvoyVehicle, {
        params: { convoyId: file.convoy.id },
        body: { vehicleId, driverName: 'سامر', driverPhone: '0998', driverLicence: 'L-1', seals: 'S-1' },
      }),
      201,
    );
  }
  return file;
}

export type Cargo = { accountId: number; quantity: number; stop?: number; vehicle?: number };

export function linesOf(file: ConvoyFile, cargo: Cargo[]) {
  return cargo.map(({ accountId, quantity, stop = 0, vehicle = 0 }) => ({
    accountId,
    quantity,
    stopId: file.convoy.stops[stop]?.id ?? '',
    convoyVehicleId: file.convoy.vehicles[vehicle]?.id ?? '',
  }));
}

export async function allot(story: Story, file: ConvoyFile, cargo: Cargo[]): Promise<Answer<ConvoyFile>> {
  return await story.coordinator.call(addManifestLines, {
    params: { convoyId: file.convoy.id },
    body: { lines: linesOf(file, cargo) },
  });
}

type Command = 'plan' | 'revise' | 'load' | 'depart' | 'hold' | 'resume' | 'settle' | 'cancel';

export async function move(story: Story, file: ConvoyFile, command: Command): Promise<Answer<ConvoyFile>> {
  const params = { convoyId: file.convoy.id };
  return await story.coordinator.call(moveConvoy, { params, body: { command } });
}

/** Through the commands in turn, each of which must succeed. */
export async function moveOn(story: Story, file: ConvoyFile, ...commands: Command[]): Promise<ConvoyFile> {
  let moved = file;
  for (const command of commands) moved = ok(await move(story, file, command));
  return moved;
}

export async function load(
  story: Story,
  file: ConvoyFile,
  movement: { movementId?: string; lines?: { lineId: string; quantity: number }[]; by?: Client } = {},
): Promise<Answer<ConvoyFile>> {
  const all = file.lines.map((line) => ({ lineId: line.id, quantity: line.quantity }));
  return await (movement.by ?? story.coordinator).call(loadGoods, {
    params: { convoyId: file.convoy.id },
    body: { movementId: movement.movementId ?? randomUUID(), lines: movement.lines ?? all },
  });
}

/** A convoy on the road with all of its cargo aboard. */
export async function departed(story: Story, cargo: Cargo[], given = {}): Promise<ConvoyFile> {
  const file = await draftConvoy(story, given);
  ok(await allot(story, file, cargo), 201);
  const loading = await moveOn(story, file, 'plan', 'load');
  ok(await load(story, loading));
  return await moveOn(story, file, 'depart');
}

export async function stopMove(
  story: Story,
  file: ConvoyFile,
  stop: number,
  body: { command: 'arrive' | 'unload' | 'skip'; reason?: string; returnToSiteId?: string; at?: string },
): Promise<Answer<ConvoyFile>> {
  const params = { stopId: file.convoy.stops[stop]?.id ?? '' };
  return await story.coordinator.call(moveStop, { params, body });
}

export async function waybillAt(story: Story, file: ConvoyFile, stop: number): Promise<Waybill> {
  const stopId = file.convoy.stops[stop]?.id;
  const waybillId = file.waybills.find((it) => it.stopId === stopId)?.id ?? '';
  return ok(await story.coordinator.call(readWaybill, { params: { waybillId } }));
}

type Differences = { damaged?: number; missing?: number };

/** A body that counts every line of the waybill as good, save for the differences given line by line. */
export function countOf(story: Story, waybill: Waybill, differences: Differences[] = []) {
  const now = story.clock.now().toISOString();
  return {
    deliveryId: randomUUID(),
    receiverName: 'هالة',
    receiverRole: 'مسؤولة المركز',
    signature: SIGNATURE,
    remarks: '',
    unloadingStartedAt: now,
    signedAt: now,
    lines: waybill.lines.map((line, index) => {
      const { damaged = 0, missing = 0 } = differences[index] ?? {};
      return {
        lineId: line.lineId,
        good: line.units - damaged - missing,
        damaged,
        missing,
        reason: damaged + missing > 0 ? 'wet' : null,
      };
    }),
  };
}

export async function settle(story: Story, waybill: Waybill, body: unknown): Promise<Answer<Waybill>> {
  return await story.coordinator.call(settleWaybill, { params: { waybillId: waybill.id }, body });
}

/** Balance by kind of holder, over all accounts of a lot; a loss by its reason. */
export async function balancesOf(story: Story, lotId: string): Promise<Record<string, number>> {
  const { rows } = await story.db.raw<{ rows: { holder: string; units: number }[] }>(
    `SELECT coalesce(loss_reason, kind) AS holder, sum(balance) AS units
     FROM accounts WHERE lot_id = ? GROUP BY 1 HAVING sum(balance) <> 0`,
    [lotId],
  );
  return Object.fromEntries(rows.map((row) => [row.holder, row.units]));
}

/** What the account holds and has allotted. */
export async function accountOf(
  story: Story,
  { accountId }: Pick<Stocked, 'accountId'>,
): Promise<{ balance: number; allotted: number }> {
  return await story.db('accounts').where({ id: accountId }).first('balance', 'allotted');
}

export function ok<Body>(answer: Answer<Body>, status = 200): Body {
  if (answer.status !== status)
    throw new Error(`Answered ${answer.status}: ${JSON.stringify(answer.problem)}`);
  return answer.body;
}
