import { randomUUID } from 'node:crypto';
import { type Db, inTransaction } from '@qafila/db';
import { type Holder, postTransfers, type Transfer } from '../../features/custody/index.ts';
import { isWorthAnotherTry } from '../../platform/database-errors.ts';
import { addConvoy, type TestConvoy } from '../cargo.ts';
import type { World } from '../world.ts';
import type { LineStep, LotState, Replay, SiteStep, Step } from './model.ts';

const UNIT_WEIGHT_G = 1_000;

/** The same steps on the real tables, trusting nothing but their own rules to refuse what may not be. */
export type RealLedger = {
  world: World;
  siteId: string;
  pledgeIds: string[];
  lotIds: string[];
  convoy: TestConvoy;
  /** What each step that succeeded asked the ledger to move, for replays. */
  done: Transfer[][];
};

export async function createRealLedger(
  world: World,
  size: { lots: number; vehicles: number; promised: number; capacity: number },
): Promise<RealLedger> {
  const associationId = await world.association();
  const campaignId = await world.campaign({ participants: [associationId] });
  const itemId = await world.item({ unitWeightG: UNIT_WEIGHT_G, unitVolumeMl: 1 });
  const siteId = await world.site();
  const stopSiteIds: string[] = [];
  const vehicleIds: string[] = [];
  for (let n = 0; n < size.vehicles; n++) {
    stopSiteIds.push(await world.site('distribution_point'));
    vehicleIds.push(await world.vehicle({ maxWeightG: size.capacity * UNIT_WEIGHT_G }));
  }
  const convoy = await addConvoy(world, { campaignId, originSiteId: siteId, stopSiteIds, vehicleIds });
  const pledgeIds: string[] = [];
  const lotIds: string[] = [];
  for (let n = 0; n < size.lots; n++) {
    const quantity = size.promised;
    const pledgeId = await world.pledge({ campaignId, associationId, itemId, siteId, quantity });
    const id = randomUUID();
    await world.db('lots').insert({
      id,
      code: `T-${id.slice(0, 13)}`,
      campaign_id: campaignId,
      association_id: associationId,
      pledge_id: pledgeId,
      item_id: itemId,
    });
    pledgeIds.push(pledgeId);
    lotIds.push(id);
  }
  return { world, siteId, pledgeIds, lotIds, convoy, done: [] };
}

/** Takes a step in one transaction; false when the database or the ledger refused it. */
export async function take(ledger: RealLedger, step: Step): Promise<boolean> {
  for (;;) {
    try {
      const moved = await inTransaction(ledger.world.db, (db) => run(ledger, db, step));
      if (step.kind !== 'replay') ledger.done.push(moved);
      return true;
    } catch (error) {
      if (!isWorthAnotherTry(error)) return false;
    }
  }
}

async function run(ledger: RealLedger, db: Db, step: Step): Promise<Transfer[]> {
  if (step.kind === 'replay') return await runAgain(ledger, db, step);
  return 'vehicle' in step ? await runOnLine(ledger, db, step) : await runAtSite(ledger, db, step);
}

async function runAtSite(ledger: RealLedger, db: Db, step: SiteStep): Promise<Transfer[]> {
  if (step.kind === 'receive' || step.kind === 'miscount') {
    const cameIn = step.kind === 'receive' ? step.quantity : -step.quantity;
    await db('pledges').where({ id: ledger.pledgeIds[step.lot] }).increment('received_quantity', cameIn);
  }
  return await post(ledger, db, step.lot, siteMoves(ledger, step));
}

async function runOnLine(ledger: RealLedger, db: Db, step: LineStep): Promise<Transfer[]> {
  if (step.kind === 'allot') await allot(ledger, db, step);
  const lineId = await lineIdOf(ledger, db, step);
  const change = (column: 'loaded_quantity' | 'released_quantity', by: number) =>
    db('manifest_lines').where({ id: lineId }).increment(column, by);
  // A load frees its promise before it takes the goods; an unload brings the goods before it promises them.
  if (step.kind === 'load') await change('loaded_quantity', step.quantity);
  if (step.kind === 'release') await change('released_quantity', step.quantity);
  const posted = await post(ledger, db, step.lot, lineMoves(ledger, step), lineId);
  if (step.kind === 'unload') await change('loaded_quantity', -step.quantity);
  return posted;
}

async function runAgain(
  { world, done }: RealLedger,
  db: Db,
  { which, isAltered }: Replay,
): Promise<Transfer[]> {
  const before = done.filter((transfers) => transfers.length > 0);
  const again = (before[which % Math.max(1, before.length)] ?? []).map((transfer) => ({
    ...transfer,
    quantity: transfer.quantity + (isAltered ? 1 : 0),
  }));
  const { posted } = await postTransfers({ ...world.ctx, db }, again);
  if (posted > 0) throw new Error('A replay moved goods');
  return again;
}

type Move = Pick<Transfer, 'from' | 'to' | 'quantity' | 'documentType'>;

async function post(
  { world, lotIds }: RealLedger,
  db: Db,
  lot: number,
  moves: Move[],
  manifestLineId?: string,
): Promise<Transfer[]> {
  const transfers = moves
    .filter((move) => move.quantity > 0)
    .map((move) => {
      const id = randomUUID();
      // Devices' clocks say what they like; the ledger keeps its own order.
      const occurredAt = new Date(Math.floor(Math.random() * 2e12));
      const lotId = lotIds[lot] as string;
      return { ...move, id, lotId, documentId: id, occurredAt, ...(manifestLineId && { manifestLineId }) };
    });
  await postTransfers({ ...world.ctx, db }, transfers);
  return transfers;
}

async function allot(
  { lotIds, siteId, convoy }: RealLedger,
  db: Db,
  { lot, vehicle, quantity }: { lot: number; vehicle: number; quantity: number },
): Promise<void> {
  const line = lineKey({ lotIds, convoy }, { lot, vehicle });
  const account = await db('accounts').where({ lot_id: line.lot_id, site_id: siteId }).first('id');
  if (!account) throw new Error('Nothing of this lot has come in');
  const { item_id } = await db('lots').where({ id: line.lot_id }).first('item_id');
  await db('manifest_lines')
    .insert({
      ...line,
      id: randomUUID(),
      convoy_id: convoy.id,
      stop_id: convoy.stopIds[vehicle],
      item_id,
      site_account_id: account.id,
      quantity,
      unit_weight_g: UNIT_WEIGHT_G,
      unit_volume_ml: 1,
    })
    .onConflict(['convoy_vehicle_id', 'stop_id', 'lot_id', 'site_account_id'])
    .merge({ quantity: db.raw('manifest_lines.quantity + excluded.quantity') });
}

async function lineIdOf(ledger: RealLedger, db: Db, at: { lot: number; vehicle: number }): Promise<string> {
  const line = await db('manifest_lines').where(lineKey(ledger, at)).first('id');
  if (!line) throw new Error('There is no such line');
  return line.id;
}

function lineKey(
  { lotIds, convoy }: Pick<RealLedger, 'lotIds' | 'convoy'>,
  { lot, vehicle }: { lot: number; vehicle: number },
) {
  return {
    lot_id: lotIds[lot] as string,
    convoy_vehicle_id: convoy.convoyVehicleIds[vehicle] as string,
  };
}

function siteMoves({ siteId }: RealLedger, step: SiteStep): Move[] {
  const { kind, quantity } = step;
  const site: Holder = { kind: 'site', siteId };
  switch (kind) {
    case 'receive':
      return [{ from: { kind: 'pledge_source' }, to: site, quantity, documentType: 'receipt' }];
    case 'giveBack':
      return [{ from: site, to: { kind: 'returned' }, quantity, documentType: 'return' }];
    case 'correct': {
      const to: Holder = { kind: 'lost', reason: 'count_correction', stopId: null };
      return [{ from: site, to, quantity, documentType: 'count_correction' }];
    }
    case 'miscount':
      return [{ from: site, to: { kind: 'pledge_source' }, quantity, documentType: 'count_correction' }];
    case 'writeOff': {
      const to: Holder = { kind: 'lost', reason: step.as, stopId: null };
      return [{ from: site, to, quantity, documentType: 'loss' }];
    }
  }
}

function lineMoves({ siteId, convoy }: RealLedger, step: LineStep): Move[] {
  const site: Holder = { kind: 'site', siteId };
  const convoyVehicleId = convoy.convoyVehicleIds[step.vehicle] as string;
  const vehicle: Holder = { kind: 'vehicle', convoyVehicleId };
  const stopId = convoy.stopIds[step.vehicle] as string;
  const handOver = (to: Holder, quantity: number): Move => {
    return { from: vehicle, to, quantity, documentType: 'delivery' };
  };
  switch (step.kind) {
    case 'allot':
    case 'release':
      return [];
    case 'load':
      return [{ from: site, to: vehicle, quantity: step.quantity, documentType: 'load' }];
    case 'unload':
      return [{ from: vehicle, to: site, quantity: step.quantity, documentType: 'unload' }];
    case 'deliver':
      return [
        handOver({ kind: 'delivered', stopId }, step.good),
        handOver({ kind: 'lost', reason: 'damaged', stopId }, step.damaged),
        handOver({ kind: 'lost', reason: 'missing', stopId }, step.missing),
      ];
  }
}

/** The lots as the database tells them, in the model's words. */
export async function readLots({ world, lotIds, convoy }: RealLedger): Promise<LotState[]> {
  const accounts = await world.db('accounts').whereIn('lot_id', lotIds).select();
  const lines = await world.db('manifest_lines').whereIn('lot_id', lotIds).select();
  return lotIds.map((lotId) => {
    const total = (where: Record<string, unknown>): number =>
      accounts
        .filter((it) => it.lot_id === lotId)
        .filter((it) => Object.entries(where).every(([column, value]) => it[column] === value))
        .reduce((sum, it) => sum + it.balance, 0);
    const atStops = (where: Record<string, unknown>): number[] =>
      convoy.stopIds.map((stopId) => total({ ...where, stop_id: stopId }));
    const aboard = convoy.convoyVehicleIds.map((id) => total({ convoy_vehicle_id: id }));
    return {
      received: 0 - total({ kind: 'pledge_source' }),
      onHand: total({ kind: 'site' }),
      aboard,
      delivered: atStops({ kind: 'delivered' }),
      damaged: atStops({ loss_reason: 'damaged' }),
      missing: atStops({ loss_reason: 'missing' }),
      returned: total({ kind: 'returned' }),
      corrected: total({ loss_reason: 'count_correction' }),
      writtenOff: {
        damaged: total({ loss_reason: 'damaged', stop_id: null }),
        missing: total({ loss_reason: 'missing', stop_id: null }),
      },
      lines: convoy.convoyVehicleIds.map((id) => {
        const line = lines.find((it) => it.lot_id === lotId && it.convoy_vehicle_id === id);
        return (
          line && {
            quantity: line.quantity,
            loaded: line.loaded_quantity,
            released: line.released_quantity,
          }
        );
      }),
    };
  });
}
