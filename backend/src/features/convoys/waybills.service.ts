import { randomUUID } from 'node:crypto';
import { yearInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { nextCodes } from '../../platform/document-codes.repository.ts';
import { Refusal } from '../../platform/refusal.ts';
import { insertWaybills, pairsWithoutWaybill, waybillIds } from './waybills.repository.ts';

/** Issues a waybill for every vehicle and stop that has goods on the manifest and none yet. */
export async function issueWaybills(ctx: Context, convoyId: string): Promise<void> {
  const pairs = await pairsWithoutWaybill(ctx.db, convoyId);
  if (pairs.length === 0) return;
  const codes = await nextCodes(ctx.db, `WB-${yearInDamascus(ctx.now())}`, 4, pairs.length);
  await insertWaybills(
    ctx.db,
    pairs.map((pair, index) => ({
      ...pair,
      id: randomUUID(),
      code: codes[index] ?? '',
      convoyId,
      issuedBy: ctx.actor.userId,
      issuedAt: ctx.now(),
    })),
  );
}

/** Finds the paper that goes with a line; `transition_not_allowed` where none has been issued. */
export async function waybillFinder(
  ctx: Context,
  convoyId: string,
): Promise<(line: { convoyVehicleId: string; stopId: string }) => string> {
  const known = await waybillIds(ctx.db, convoyId);
  const ids = new Map(known.map((it) => [`${it.convoyVehicleId}|${it.stopId}`, it.id]));
  return ({ convoyVehicleId, stopId }) => {
    const id = ids.get(`${convoyVehicleId}|${stopId}`);
    if (id === undefined) throw new Refusal('transition_not_allowed', 'Its waybill has not been issued');
    return id;
  };
}
