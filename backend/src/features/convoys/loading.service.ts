import type { ConvoyFile, loadGoods } from '@qafila/contract';
import { fieldError } from '@qafila/contract';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { derivedId, type Holder, postTransfers, type Transfer } from '../custody/index.ts';
import { conclude, lockedConvoy } from './conclude.ts';
import { readFile } from './convoys.service.ts';
import { countPosted } from './loading.repository.ts';
import { changeLoaded, type LineRow, lockSources, selectLineRows } from './manifest.repository.ts';
import { waybillFinder } from './waybills.service.ts';

type Movement = z.output<typeof loadGoods.body>;
type Direction = 'load' | 'unload';
/** One line of a movement, with its place in the request. */
type Moved = { line: LineRow; quantity: number; path: string };

/** Moves allotted goods between the site and the vehicles; one movement id has its effect once. */
export async function moveGoods(
  ctx: Context,
  convoyId: string,
  direction: Direction,
  movement: Movement,
): Promise<ConvoyFile> {
  const convoy = await lockedConvoy(ctx, convoyId);
  const moved = findLines(await selectLineRows(ctx.db, convoyId), movement);
  const transfers = await toTransfers(ctx, convoyId, direction, movement.movementId, moved);
  if (await wasPosted(ctx, movement)) {
    // Nothing happens again; the ledger refuses it if these are other goods.
    await postTransfers(ctx, transfers);
    return await readFile(ctx, convoyId);
  }
  if (convoy.status !== 'loading') throw new Refusal('transition_not_allowed');
  requireWithin(direction, moved);
  await lockSources(
    ctx.db,
    moved.map(({ line }) => line.accountId),
  );
  const sign = direction === 'load' ? 1 : -1;
  const changes = moved.map(({ line, quantity }) => ({ ...line, by: sign * quantity }));
  // What is loaded is no longer allotted: the account must lose the allotment before the goods, and regain it after.
  if (direction === 'load') await changeLoaded(ctx.db, changes);
  await postTransfers(ctx, transfers);
  if (direction === 'unload') await changeLoaded(ctx.db, changes);
  return await conclude(ctx, convoy, ['convoys', 'stock', 'needs', 'pledges'], {
    action: direction === 'load' ? 'convoy.goodsLoaded' : 'convoy.goodsUnloaded',
    detail: { lines: moved.length },
  });
}

/** In id order, so that a movement is the same whatever order its lines came in. */
function findLines(rows: LineRow[], movement: Movement): Moved[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  const missing = movement.lines.flatMap(({ lineId }, index) =>
    known.has(lineId) ? [] : [fieldError(`lines.${index}.lineId`, 'no_such_reference')],
  );
  if (missing.length > 0) throw refuseFields(...missing);
  return movement.lines
    .flatMap(({ lineId, quantity }, index) => {
      const line = known.get(lineId);
      return line ? [{ line, quantity, path: `lines.${index}.quantity` }] : [];
    })
    .toSorted((a, b) => (a.line.id < b.line.id ? -1 : 1));
}

/**
 * Whether this movement has had its effect. Its transfers are numbered from zero, so a movement that comes again
 * with fewer or more lines shows by its count; other goods under the same numbers are refused by the ledger.
 */
async function wasPosted(ctx: Context, { movementId, lines }: Movement): Promise<boolean> {
  const ids = Array.from({ length: lines.length + 1 }, (_, n) => transferId(movementId, n));
  const posted = await countPosted(ctx.db, ids);
  if (posted !== 0 && posted !== lines.length) {
    throw new Refusal('transfer_reused', undefined, { values: { movementId } });
  }
  return posted > 0;
}

function transferId(movementId: string, n: number): string {
  return derivedId(movementId, String(n));
}

function requireWithin(direction: Direction, moved: Moved[]): void {
  for (const { line, quantity, path } of moved) {
    const open = line.quantity - line.releasedQuantity - line.loadedQuantity;
    const available = direction === 'load' ? open : line.loadedQuantity;
    if (quantity <= available) continue;
    const values = { available, overBy: quantity - available };
    const errors = [{ path, code: 'above_allotted', message: 'above_allotted', values }];
    throw new Refusal('above_allotted', undefined, { values, errors });
  }
}

async function toTransfers(
  ctx: Context,
  convoyId: string,
  direction: Direction,
  movementId: string,
  moved: Moved[],
): Promise<Transfer[]> {
  const waybillOf = await waybillFinder(ctx, convoyId);
  return moved.map(({ line, quantity }, n) => {
    const site: Holder = { kind: 'site', siteId: line.siteId };
    const vehicle: Holder = { kind: 'vehicle', convoyVehicleId: line.convoyVehicleId };
    return {
      id: transferId(movementId, n),
      lotId: line.lotId,
      from: direction === 'load' ? site : vehicle,
      to: direction === 'load' ? vehicle : site,
      quantity,
      documentType: direction,
      documentId: waybillOf(line),
      manifestLineId: line.id,
      occurredAt: ctx.now(),
    };
  });
}
