import { randomUUID } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { nextNumbers } from './convoys.repository.ts';
import { insertWaybills, pairsWithoutWaybill, waybillIds } from './waybills.repository.ts';

/** Issues a waybill for every vehicle and stop that has goods on the manifest and none yet. */
export async function issueWaybills(ctx: Context, convoyId: string): Promise<void> {
  const pairs = await pairsWithoutWaybill(ctx.db, convoyId);
  if (pairs.length === 0) return;
  const series = `WB-${ctx.now().getUTCFullYear()}`;
  const numbers = await nextNumbers(ctx.db, series, pairs.length);
  await insertWaybills(
    ctx.db,
    pairs.map((pair, index) => ({
      ...pair,
      id: randomUUID(),
      code: `${series}-${String(numbers[index]).padStart(4, '0')}`,
      convoyId,
      issuedBy: ctx.actor.userId,
      issuedAt: ctx.now(),
    })),
  );
}

/** Finds the paper that goes with a line. */
export async function waybillFinder(
  ctx: Context,
  convoyId: string,
): Promise<(line: { convoyVehicleId: string; stopId: string }) => string> {
  const known = await waybillIds(ctx.db, convoyId);
  const ids = new Map(known.map((it) => [`${it.convoyVehicleId}|${it.stopId}`, it.id]));
  return ({ convoyVehicleId, stopId }) => {
    const id = ids.get(`${convoyVehicleId}|${stopId}`);
    if (id === undefined) throw new Error(`No waybill of vehicle ${convoyVehicleId} to stop ${stopId}`);
    return id;
  };
}
