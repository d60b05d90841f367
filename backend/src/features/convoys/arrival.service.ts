import { convoyLifecycle } from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import { lockedConvoy, type Told } from './conclude.ts';
import { type LockedConvoy, setConvoyStatus } from './convoys.repository.ts';
import { selectStopStates } from './stops.repository.ts';

/** A convoy on the road has arrived when it has no stop left to reach; `at`: when it left the last one behind. */
export async function arriveWhenNoStopIsLeft(
  ctx: Context,
  { id }: Pick<LockedConvoy, 'id'>,
  at: Date = ctx.now(),
): Promise<Told[]> {
  const stops = await selectStopStates(ctx.db, id);
  if (stops.some((stop) => stop.status === 'pending')) return [];
  const convoy = await lockedConvoy(ctx, id);
  const arrivedAt = new Date(Math.max(at.getTime(), ...stops.map((stop) => stop.arrivedAt?.getTime() ?? 0)));
  const to = convoyLifecycle.next(convoy.status, 'arrive');
  if (!to || !(await setConvoyStatus(ctx.db, id, convoy.status, to, { arrived_at: arrivedAt }))) return [];
  return [{ action: 'convoy.arrived', from: convoy.status, to }];
}
