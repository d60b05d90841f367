import { convoyLifecycle } from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import { lockedConvoy, type Told } from './conclude.ts';
import { type LockedConvoy, setConvoyStatus } from './convoys.repository.ts';
import { selectStopStates } from './stops.repository.ts';

/** A convoy on the road has arrived when it has no stop left to reach. */
export async function arriveWhenNoStopIsLeft(
  ctx: Context,
  { id }: Pick<LockedConvoy, 'id'>,
): Promise<Told[]> {
  const stops = await selectStopStates(ctx.db, id);
  if (stops.some((stop) => stop.status === 'pending')) return [];
  const convoy = await lockedConvoy(ctx, id);
  const to = convoyLifecycle.next(convoy.status, 'arrive');
  if (!to || !(await setConvoyStatus(ctx.db, id, convoy.status, to, { arrived_at: ctx.now() }))) return [];
  return [{ action: 'convoy.arrived', from: convoy.status, to }];
}
