import type { ConvoyFile, ConvoyStatus, moveConvoy, Topic } from '@qafila/contract';
import { blockersOf, convoyLifecycle, fieldError, stopLifecycle } from '@qafila/contract';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { arriveWhenNoStopIsLeft } from './arrival.service.ts';
import { conclude, lockedConvoy, type Told } from './conclude.ts';
import { releaseVehicles } from './convoy-vehicles.repository.ts';
import { type LockedConvoy, setConvoyStatus } from './convoys.repository.ts';
import { readFile } from './convoys.service.ts';
import { decideOnHazards } from './hazard-override.service.ts';
import {
  countAboard,
  lockSources,
  releaseAll,
  releaseUnloaded,
  selectLineRows,
} from './manifest.repository.ts';
import { selectStopStates } from './stops.repository.ts';
import { takeGoodsBack } from './take-back.service.ts';
import { issueWaybills } from './waybills.service.ts';

type Asked = z.output<typeof moveConvoy.body>;
type Command = Asked['command'];
type Step = {
  topics: Topic[];
  stamp?: 'loading_at' | 'departed_at' | 'ended_at';
  before?: (ctx: Context, convoy: LockedConvoy) => Promise<void>;
  after?: (ctx: Context, convoy: LockedConvoy) => Promise<Told[]>;
};

const STEPS: Record<Command, Step> = {
  plan: { topics: ['convoys'] },
  revise: { topics: ['convoys'] },
  load: {
    topics: ['convoys'],
    stamp: 'loading_at',
    after: issuePapers,
  },
  depart: {
    topics: ['convoys', 'stock', 'needs', 'deliveries'],
    stamp: 'departed_at',
    before: leaveTheRestBehind,
  },
  hold: { topics: ['convoys'] },
  resume: { topics: ['convoys'], after: arriveWhenNoStopIsLeft },
  settle: {
    topics: ['convoys', 'deliveries'],
    stamp: 'ended_at',
    before: requireNothingAboard,
    after: freeVehicles,
  },
  cancel: {
    topics: ['convoys', 'stock', 'needs', 'pledges'],
    stamp: 'ended_at',
    before: returnEverything,
    after: freeVehicles,
  },
};

const PAST_TENSE: Record<Command, string> = {
  plan: 'planned',
  revise: 'revised',
  load: 'loadingStarted',
  depart: 'departed',
  hold: 'held',
  resume: 'resumed',
  settle: 'settled',
  cancel: 'cancelled',
};

export async function move(ctx: Context, convoyId: string, asked: Asked): Promise<ConvoyFile> {
  const { command, reason } = asked;
  const convoy = await lockedConvoy(ctx, convoyId);
  const to = convoyLifecycle.next(convoy.status, command);
  if (!to)
    throw new Refusal('transition_not_allowed', undefined, { values: { status: convoy.status, command } });
  const { hazards } = await readyFile(ctx, convoyId, command);
  const detail = command === 'depart' ? await decideOnHazards(ctx, convoy, hazards, asked) : {};
  const step = STEPS[command];
  await step.before?.(ctx, convoy);
  await setStatus(ctx, convoy, to, step.stamp);
  const consequences = await step.after?.(ctx, convoy);
  const told = { action: `convoy.${PAST_TENSE[command]}`, from: convoy.status, to, reason, detail };
  return await conclude(ctx, convoy, step.topics, told, consequences);
}

async function setStatus(
  ctx: Context,
  convoy: LockedConvoy,
  to: ConvoyStatus,
  stamp: Step['stamp'],
): Promise<void> {
  const stamps = stamp ? { [stamp]: ctx.now() } : {};
  if (!(await setConvoyStatus(ctx.db, convoy.id, convoy.status, to, stamps))) {
    throw new Refusal('transition_not_allowed');
  }
}

/** The convoy as it is, when nothing holds up `command`. */
async function readyFile(ctx: Context, convoyId: string, command: Command): Promise<ConvoyFile> {
  const file = await readFile(ctx, convoyId);
  const missing = blockersOf(command, file.readiness).map(({ code }) => code);
  if (missing.length === 0) return file;
  throw new Refusal('not_ready_to_depart', `Still missing: ${missing.join(', ')}`, {
    values: { missing: missing.join(',') },
    errors: missing.map((code) => fieldError(`readiness.${code}`, 'required')),
  });
}

async function leaveTheRestBehind(ctx: Context, { id }: LockedConvoy): Promise<void> {
  await lockSources(ctx.db, await accountIdsOf(ctx, id));
  await releaseUnloaded(ctx.db, id);
}

async function requireNothingAboard(ctx: Context, { id }: LockedConvoy): Promise<void> {
  const stops = await selectStopStates(ctx.db, id);
  const hasOpenStop = stops.some((stop) => !stopLifecycle.isTerminal(stop.status));
  const aboard = await countAboard(ctx.db, id);
  if (hasOpenStop || aboard > 0) throw new Refusal('goods_still_aboard', undefined, { values: { aboard } });
}

async function returnEverything(ctx: Context, convoy: LockedConvoy): Promise<void> {
  await lockSources(ctx.db, await accountIdsOf(ctx, convoy.id));
  const loaded = (await selectLineRows(ctx.db, convoy.id)).filter((line) => line.loadedQuantity > 0);
  await takeGoodsBack(ctx, convoy, loaded, { documentType: 'unload', siteId: convoy.originSiteId });
  await releaseAll(ctx.db, convoy.id);
}

async function accountIdsOf(ctx: Context, convoyId: string): Promise<number[]> {
  return (await selectLineRows(ctx.db, convoyId)).map((line) => line.accountId);
}

async function issuePapers(ctx: Context, { id }: LockedConvoy): Promise<Told[]> {
  await issueWaybills(ctx, id);
  return [];
}

async function freeVehicles(ctx: Context, { id }: LockedConvoy): Promise<Told[]> {
  await releaseVehicles(ctx.db, id, ctx.now());
  return [];
}
