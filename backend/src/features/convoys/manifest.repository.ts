import type { ItemRef } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { itemRefSql } from '../reference/index.ts';
import type { Room } from './allotment.ts';

/** What a site holds of one lot, and how much of it no manifest has allotted. */
export type SourceRow = {
  accountId: number;
  lotId: string;
  campaignId: string;
  siteId: string;
  free: number;
  item: ItemRef;
};

/** Locks site accounts, in id order, to the end of the transaction. */
export async function lockSources(db: Db, accountIds: number[]): Promise<SourceRow[]> {
  const { rows } = await db.raw<{ rows: SourceRow[] }>(
    `SELECT a.id AS "accountId", a.lot_id AS "lotId", l.campaign_id AS "campaignId", a.site_id AS "siteId",
            a.balance - a.allotted AS free, ${itemRefSql('i')} AS item
     FROM accounts a
     JOIN lots l ON l.id = a.lot_id
     JOIN items i ON i.id = l.item_id
     WHERE a.id = ANY(CAST(? AS bigint[])) AND a.kind = 'site'
     ORDER BY a.id FOR UPDATE OF a`,
    [accountIds],
  );
  return rows;
}

/** The vehicles on the convoy, in their order, with what each can still take. */
export async function selectRooms(db: Db, convoyId: string): Promise<(Room & { id: string })[]> {
  return await db('convoy_vehicles as cv')
    .join('vehicles as v', 'v.id', 'cv.vehicle_id')
    .where('cv.convoy_id', convoyId)
    .whereNull('cv.released_at')
    .orderBy('cv.ordinal')
    .select({
      id: 'cv.id',
      plate: 'v.plate',
      freeWeightG: db.raw('cv.max_weight_g - cv.planned_weight_g'),
      freeVolumeMl: db.raw('cv.max_volume_ml - cv.planned_volume_ml'),
    });
}

export type LineRow = {
  id: string;
  convoyVehicleId: string;
  stopId: string;
  lotId: string;
  accountId: number;
  siteId: string;
  quantity: number;
  loadedQuantity: number;
  releasedQuantity: number;
  unitWeightG: number;
  unitVolumeMl: number;
};

/** Every line of the convoy, in id order; the convoy's lock keeps them as they are. */
export async function selectLineRows(db: Db, convoyId: string): Promise<LineRow[]> {
  return await db('manifest_lines as m')
    .join('accounts as a', 'a.id', 'm.site_account_id')
    .where('m.convoy_id', convoyId)
    .orderBy('m.id')
    .select({
      id: 'm.id',
      convoyVehicleId: 'm.convoy_vehicle_id',
      stopId: 'm.stop_id',
      lotId: 'm.lot_id',
      accountId: 'm.site_account_id',
      siteId: 'a.site_id',
      quantity: 'm.quantity',
      loadedQuantity: 'm.loaded_quantity',
      releasedQuantity: 'm.released_quantity',
      unitWeightG: 'm.unit_weight_g',
      unitVolumeMl: 'm.unit_volume_ml',
    });
}

export type LineToAdd = {
  id: string;
  convoyVehicleId: string;
  stopId: string;
  lotId: string;
  itemId: string;
  accountId: number;
  quantity: number;
  unitWeightG: number;
  unitVolumeMl: number;
};

/** Adds lines; the same lot on the same vehicle to the same stop raises the line that is there. */
export async function addLines(db: Db, convoyId: string, at: Date, lines: LineToAdd[]): Promise<void> {
  const rows = lines
    .toSorted((a, b) => a.accountId - b.accountId)
    .map((line) => ({
      id: line.id,
      convoy_id: convoyId,
      convoy_vehicle_id: line.convoyVehicleId,
      stop_id: line.stopId,
      lot_id: line.lotId,
      item_id: line.itemId,
      site_account_id: line.accountId,
      quantity: line.quantity,
      unit_weight_g: line.unitWeightG,
      unit_volume_ml: line.unitVolumeMl,
      created_at: at,
    }));
  await db('manifest_lines')
    .insert(rows)
    .onConflict(['convoy_vehicle_id', 'stop_id', 'lot_id', 'site_account_id'])
    .merge({
      quantity: db.raw('manifest_lines.quantity - manifest_lines.released_quantity + excluded.quantity'),
      released_quantity: 0,
    });
}

export async function setLineQuantity(db: Db, id: string, quantity: number): Promise<void> {
  await db('manifest_lines').where({ id }).update({ quantity, released_quantity: 0 });
}

/** Takes a line off the manifest; one that movements name stays, with all of it released. */
export async function dropLine(db: Db, id: string): Promise<void> {
  const moved = await db('transfers').where({ manifest_line_id: id }).first('id');
  if (moved)
    await db('manifest_lines')
      .where({ id })
      .update({ released_quantity: db.raw('quantity') });
  else await db('manifest_lines').where({ id }).del();
}

/** Changes how much of each line is loaded, in account order. */
export async function changeLoaded(
  db: Db,
  changes: { id: string; accountId: number; by: number }[],
): Promise<void> {
  for (const { id, by } of changes.toSorted((a, b) => a.accountId - b.accountId)) {
    await db('manifest_lines')
      .where({ id })
      .update({ loaded_quantity: db.raw('loaded_quantity + ?', [by]) });
  }
}

/** Frees what is not loaded: it leaves the promise and is stock again. */
export async function releaseUnloaded(db: Db, convoyId: string): Promise<void> {
  await db('manifest_lines')
    .where({ convoy_id: convoyId })
    .whereRaw('loaded_quantity + released_quantity < quantity')
    .update({ released_quantity: db.raw('quantity - loaded_quantity') });
}

/** Nothing of these lines is aboard any more, and nothing of them is promised. */
export async function releaseAll(db: Db, convoyId: string): Promise<void> {
  await db('manifest_lines')
    .where({ convoy_id: convoyId })
    .whereRaw('released_quantity < quantity')
    .update({ loaded_quantity: 0, released_quantity: db.raw('quantity') });
}

/** Units aboard the convoy's vehicles. */
export async function countAboard(db: Db, convoyId: string): Promise<number> {
  const { rows } = await db.raw<{ rows: { aboard: number }[] }>(
    `SELECT coalesce(sum(a.balance), 0) AS aboard
     FROM accounts a JOIN convoy_vehicles cv ON cv.id = a.convoy_vehicle_id
     WHERE cv.convoy_id = ?`,
    [convoyId],
  );
  return rows[0]?.aboard ?? 0;
}

/** Lines bound for the stop that are aboard: loaded, and not yet counted by a delivery. */
export async function lineIdsAboardFor(db: Db, stopId: string): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT m.id FROM manifest_lines m
     WHERE m.stop_id = ? AND m.loaded_quantity > 0
       AND NOT EXISTS (SELECT 1 FROM delivery_lines d WHERE d.manifest_line_id = m.id)
     ORDER BY m.id`,
    [stopId],
  );
  return rows.map((row) => row.id);
}
