import { randomUUID } from 'node:crypto';
import type { ConvoyFile, createConvoy, FieldError, SiteRef, updateConvoy } from '@qafila/contract';
import { fieldError } from '@qafila/contract';
import type { z } from 'zod';
import { yearInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { nextCode } from '../../platform/document-codes.repository.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { requireActiveCampaign } from '../campaigns/index.ts';
import { siteRefs } from '../reference/index.ts';
import { BEFORE_DEPARTURE, conclude, lockedConvoy } from './conclude.ts';
import { insertConvoy, type LockedConvoy, updateConvoyFields } from './convoys.repository.ts';
import { knownLegs, ownLegs } from './known-legs.repository.ts';
import { type Leg, legTo } from './legs.ts';
import {
  deleteStops,
  insertStops,
  type PlannedStop,
  selectStopStates,
  stopsInUse,
  updateStop,
} from './stops.repository.ts';

type NewConvoy = z.output<typeof createConvoy.body>;
type ConvoyChanges = z.output<typeof updateConvoy.body>;
type StopInput = NewConvoy['stops'][number];

export async function draft(ctx: Context, campaignId: string, body: NewConvoy): Promise<ConvoyFile> {
  await requireActiveCampaign(ctx, campaignId);
  const stops = await planStops(ctx, body.originSiteId, body.stops);
  refuseWrong(timeErrors(body.plannedDepartureAt, body.stops));
  const id = randomUUID();
  const code = await nextCode(ctx.db, `QF-${yearInDamascus(ctx.now())}`, 3);
  await insertConvoy(ctx.db, { ...body, id, code, campaignId, createdAt: ctx.now() });
  await insertStops(ctx.db, id, stops);
  return await conclude(ctx, { id, campaignId }, ['convoys'], { action: 'convoy.drafted', to: 'draft' });
}

export async function change(
  ctx: Context,
  convoyId: string,
  version: number,
  body: ConvoyChanges,
): Promise<ConvoyFile> {
  const convoy = await lockedConvoy(ctx, convoyId);
  if (convoy.version !== version) throw new Refusal('version_stale');
  if (!BEFORE_DEPARTURE.includes(convoy.status)) throw new Refusal('transition_not_allowed');
  const departs = body.plannedDepartureAt ?? convoy.plannedDepartureAt.toISOString();
  if (body.stops) {
    const own = await ownLegs(ctx.db, convoyId);
    const stops = await planStops(ctx, convoy.originSiteId, body.stops, own);
    refuseWrong(timeErrors(departs, body.stops));
    await replaceStops(ctx, convoy, stops);
  } else {
    const [first] = await selectStopStates(ctx.db, convoyId);
    const isLate = first !== undefined && new Date(departs) > first.plannedArrivalAt;
    refuseWrong(isLate ? [fieldError('plannedDepartureAt', 'end_before_start')] : []);
  }
  await updateConvoyFields(ctx.db, convoyId, body);
  return await conclude(ctx, convoy, ['convoys'], { action: 'convoy.changed' });
}

/** The stops with their legs, each from the place before; between the same two places the convoy keeps its own. */
async function planStops(
  ctx: Context,
  originSiteId: string,
  stops: StopInput[],
  own: ReadonlyMap<string, Leg> = new Map(),
): Promise<PlannedStop[]> {
  const sites = await siteRefs(ctx.db, [originSiteId, ...stops.map((stop) => stop.siteId)]);
  const origin = sites.get(originSiteId);
  if (!origin) throw refuseFields(fieldError('originSiteId', 'no_such_reference'));
  refuseWrong(siteErrors(originSiteId, stops, sites));
  const known = await knownLegs(ctx.db, [...sites.keys()]);
  let from: SiteRef = origin;
  return stops.map((stop, index) => {
    const to = sites.get(stop.siteId) ?? origin;
    const ends = `${from.id}>${to.id}`;
    const leg = legTo(from, to, stop.route, own.get(ends) ?? known.get(ends));
    from = to;
    return { ...leg, ...stop, route: leg.route, id: randomUUID(), ordinal: index + 1 };
  });
}

function siteErrors(
  originSiteId: string,
  stops: StopInput[],
  sites: ReadonlyMap<string, SiteRef>,
): FieldError[] {
  const seen = new Set<string>();
  return stops.flatMap(({ siteId }, index) => {
    const path = `stops.${index}.siteId`;
    if (!sites.has(siteId)) return [fieldError(path, 'no_such_reference')];
    if (siteId === originSiteId) return [fieldError(path, 'invalid_value')];
    if (seen.has(siteId)) return [fieldError(path, 'duplicate_lines')];
    seen.add(siteId);
    return [];
  });
}

/** Nobody arrives before leaving, nor at a later stop before an earlier one. */
function timeErrors(departureAt: string, stops: StopInput[]): FieldError[] {
  let before = Date.parse(departureAt);
  return stops.flatMap(({ plannedArrivalAt }, index) => {
    const at = Date.parse(plannedArrivalAt);
    if (at < before) return [fieldError(`stops.${index}.plannedArrivalAt`, 'end_before_start')];
    before = at;
    return [];
  });
}

function refuseWrong(errors: FieldError[]): void {
  if (errors.length > 0) throw refuseFields(...errors);
}

async function replaceStops(ctx: Context, convoy: LockedConvoy, stops: PlannedStop[]): Promise<void> {
  const known = new Map((await selectStopStates(ctx.db, convoy.id)).map((stop) => [stop.siteId, stop.id]));
  const wanted = new Set(stops.map((stop) => stop.siteId));
  const gone = [...known].filter(([siteId]) => !wanted.has(siteId)).map(([, id]) => id);
  if ((await stopsInUse(ctx.db, gone)).length > 0) {
    throw new Refusal('conflict', 'A stop with goods on its manifest cannot go');
  }
  await deleteStops(ctx.db, gone);
  for (const stop of stops) {
    const id = known.get(stop.siteId);
    if (id !== undefined) await updateStop(ctx.db, { ...stop, id });
  }
  await insertStops(
    ctx.db,
    convoy.id,
    stops.filter((stop) => !known.has(stop.siteId)),
  );
}
