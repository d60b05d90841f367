import type { ConvoyFile, moveStop, Topic } from '@qafila/contract';
import { fieldError, stopLifecycle } from '@qafila/contract';
import type { z } from 'zod';
import { isInFuture, noEarlierThan } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { siteRefs } from '../reference/index.ts';
import { arriveWhenNoStopIsLeft } from './arrival.service.ts';
import { conclude, lockedConvoyOf, type Told } from './conclude.ts';
import type { LockedConvoy } from './convoys.repository.ts';
import { lineIdsAboardFor, selectLineRows } from './manifest.repository.ts';
import { type StopState, selectStopStates, setStopStatus } from './stops.repository.ts';
import { takeGoodsBack } from './take-back.service.ts';

type Asked = z.output<typeof moveStop.body>;

/** States of the convoy in which a stop may take each step. */
const OPEN_WHILE: Record<Asked['command'], readonly string[]> = {
  arrive: ['en_route'],
  unload: ['en_route', 'held', 'arrived'],
  skip: ['en_route', 'held', 'arrived'],
};
const TOPICS: Record<Asked['command'], Topic[]> = {
  arrive: ['convoys', 'deliveries'],
  unload: ['convoys', 'deliveries'],
  skip: ['convoys', 'stock', 'needs', 'deliveries', 'pledges'],
};
const STAMP = { arrive: 'arrived_at', unload: 'unloading_at', skip: 'ended_at' } as const;
const PAST_TENSE = { arrive: 'arrived', unload: 'unloadingStarted', skip: 'skipped' } as const;

export async function move(ctx: Context, stopId: string, asked: Asked): Promise<ConvoyFile> {
  const convoy = await lockedConvoyOf(ctx, 'stops', stopId);
  const stop = await stopState(ctx, convoy, stopId);
  const to = stopLifecycle.next(stop.status, asked.command);
  if (!to || !OPEN_WHILE[asked.command].includes(convoy.status)) throw new Refusal('transition_not_allowed');
  if (asked.command === 'skip') await sendGoodsBack(ctx, convoy, stop.id, asked.returnToSiteId);
  const at = whenItHappened(ctx, convoy, stop, asked.at);
  const stamps = { [STAMP[asked.command]]: at };
  if (!(await setStopStatus(ctx.db, stop.id, stop.status, to, stamps))) {
    throw new Refusal('transition_not_allowed');
  }
  const told: Told = {
    action: `stop.${PAST_TENSE[asked.command]}`,
    from: stop.status,
    to,
    reason: asked.reason,
    detail: { stopId: stop.id, ...(asked.at !== undefined && { at: at.toISOString() }) },
  };
  const consequences = [
    ...(asked.command === 'arrive' ? await settleWhenAllIsCounted(ctx, convoy, stop.id) : []),
    ...(await arriveWhenNoStopIsLeft(ctx, convoy, at)),
  ];
  return await conclude(ctx, convoy, TOPICS[asked.command], told, consequences);
}

/** Now, or the time given: not in the future, nor before what came first at the stop or on the way to it. */
function whenItHappened(
  ctx: Context,
  { departedAt }: LockedConvoy,
  { arrivedAt, unloadingAt }: StopState,
  asked: string | undefined,
): Date {
  const now = ctx.now();
  if (asked === undefined) return now;
  const given = new Date(asked);
  if (isInFuture(given, now)) throw refuseFields(fieldError('at', 'after_now'));
  const before = unloadingAt ?? arrivedAt ?? departedAt;
  const at = before ? noEarlierThan(before, given) : given;
  if (!at) throw refuseFields(fieldError('at', 'too_early'));
  return at;
}

/** A stop reached and with nothing left to count is settled. */
export async function settleWhenAllIsCounted(
  ctx: Context,
  convoy: Pick<LockedConvoy, 'id'>,
  stopId: string,
): Promise<Told[]> {
  if ((await lineIdsAboardFor(ctx.db, stopId)).length > 0) return [];
  const stop = await stopState(ctx, convoy, stopId);
  const to = stopLifecycle.next(stop.status, 'settle');
  if (!to || !(await setStopStatus(ctx.db, stopId, stop.status, to, { ended_at: ctx.now() }))) return [];
  return [{ action: 'stop.settled', from: stop.status, to, detail: { stopId } }];
}

async function stopState(ctx: Context, convoy: Pick<LockedConvoy, 'id'>, stopId: string): Promise<StopState> {
  const stop = (await selectStopStates(ctx.db, convoy.id)).find((it) => it.id === stopId);
  if (!stop) throw new Refusal('not_found');
  return stop;
}

async function sendGoodsBack(
  ctx: Context,
  convoy: LockedConvoy,
  stopId: string,
  siteId: string | null,
): Promise<void> {
  const aboard = new Set(await lineIdsAboardFor(ctx.db, stopId));
  if (aboard.size === 0) return;
  if (siteId === null) throw new Refusal('goods_still_aboard', undefined, { values: { lines: aboard.size } });
  const site = (await siteRefs(ctx.db, [siteId])).get(siteId);
  if (!site) throw refuseFields(fieldError('returnToSiteId', 'no_such_reference'));
  if (site.kind === 'distribution_point') throw refuseFields(fieldError('returnToSiteId', 'wrong_kind'));
  const lines = (await selectLineRows(ctx.db, convoy.id)).filter((line) => aboard.has(line.id));
  await takeGoodsBack(ctx, convoy, lines, { documentType: 'return', siteId: site.id });
}
