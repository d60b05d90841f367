import {
  type CoverageKg,
  type Hazard,
  type LiveConvoy,
  type LiveMap,
  PositionSnapshot,
  type ReplayEvent,
  type SharedConvoy,
  type SharedView,
} from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Actor, Announcement, Context, Share } from '../../platform/context.ts';
import { hazardsOf } from '../hazards/index.ts';
import { convoyRoomOf, liveMapOf, roomOf } from '../live/index.ts';
import { coverageOf, sumOfWeights } from '../need-coverage/index.ts';
import { type ConvoySpan, convoySpans, type Selection, tracksBetween } from '../positions/index.ts';
import { eventsUntil } from '../replay/index.ts';
import {
  type CoarsePoint,
  coarseConvoy,
  coarseCoverage,
  coarseEvents,
  coarsePoints,
  coarseUntil,
  onGrid,
} from './coarse.ts';
import { campaignHead, openAlerts } from './shared-view.repository.ts';

export type SharedViewDeps = {
  db: Db;
  now: () => Date;
  /** The newest fixes of a room, as JSON, and the number of the frame they stand for. */
  feed: { snapshot: (room: string) => string };
};

/** What changes slowly enough to be read once for all screens of a link. */
type Drawn = Omit<SharedView, 'sequence' | 'fixes'>;

const KEEP_MS = 1_500;
const EVENTS = 30;
const NO_COVERAGE: CoverageKg = {
  neededKg: 0,
  deliveredKg: 0,
  aboardKg: 0,
  onHandKg: 0,
  pledgedKg: 0,
  gapKg: 0,
};

/** What a link shows is gathered with the eyes of the staff, and then only what it may show is kept. */
const EYES: Actor = { userId: '', name: '', role: 'official', associationId: null, scope: 'any' };

export type SharedViews = {
  of: (share: Share) => Promise<SharedView>;
  /** For every announcement of this server: what has changed is read anew. */
  announce: (announcement: Announcement) => void;
};

export function createSharedViews({ db, now, feed }: SharedViewDeps): SharedViews {
  const drawn = new Map<string, { campaignId: string; untilMs: number; view: Promise<Drawn> }>();

  function drawnOf(share: Share): Promise<Drawn> {
    const known = drawn.get(share.id);
    if (known && performance.now() < known.untilMs) return known.view;
    for (const [id, { untilMs }] of drawn) if (performance.now() >= untilMs) drawn.delete(id);
    const ctx: Context = { db, now, actor: EYES, announce: () => undefined };
    const view = draw(ctx, share);
    drawn.set(share.id, { campaignId: share.campaignId, untilMs: performance.now() + KEEP_MS, view });
    // What failed is tried again by the next who asks.
    view.catch(() => drawn.delete(share.id));
    return view;
  }

  return {
    async of(share) {
      const view = await drawnOf(share);
      if (share.precision === 'coarse') return { ...view, sequence: 0, fixes: [] };
      const { campaignId, convoyId } = share;
      const room = convoyId === null ? roomOf(campaignId, null) : convoyRoomOf(convoyId);
      // Not kept: the frames that follow carry on from here.
      return { ...view, ...PositionSnapshot.parse(JSON.parse(feed.snapshot(room))) };
    },
    announce(announcement) {
      if (announcement.kind !== 'campaignChanged') return;
      for (const [id, { campaignId }] of drawn) if (campaignId === announcement.campaignId) drawn.delete(id);
    },
  };
}

async function draw(ctx: Context, share: Share): Promise<Drawn> {
  const { isDemo, ...campaign } = await campaignHead(ctx.db, share.campaignId);
  const whole = await (share.convoyId === null ? ofCampaign : ofConvoy)(ctx, share);
  const shown = share.precision === 'exact' ? exact(ctx, share, whole) : coarse(ctx, share, whole);
  return {
    kind: share.kind,
    precision: share.precision,
    asOf: ctx.now().toISOString(),
    expiresAt: share.expiresAt.toISOString(),
    campaign,
    isDemo,
    hazards: (await hazardsOf(ctx, {})).map(toSharedHazard),
    ...(await shown),
  };
}

function toSharedHazard({ id, source, area, validFrom, validTo }: Hazard): SharedView['hazards'][number] {
  return { id, source, area, validFrom, validTo };
}

/** What there is to show before it is cut down to what may be shown. */
type Whole = Pick<LiveMap, 'convoys' | 'destinations' | 'depots'> & { coverage: CoverageKg };
type Shown = Pick<
  SharedView,
  'coverage' | 'convoys' | 'destinations' | 'depots' | 'alerts' | 'events' | 'coarse'
>;

async function ofCampaign(ctx: Context, { campaignId }: Share): Promise<Whole> {
  const coverage = sumOfWeights(await coverageOf(ctx.db, campaignId));
  return { ...(await liveMapOf(ctx, campaignId)), coverage };
}

async function ofConvoy(ctx: Context, { campaignId, convoyId }: Share): Promise<Whole> {
  const { convoys } = await liveMapOf(ctx, campaignId);
  return {
    convoys: convoys.filter(({ convoy }) => convoy.id === convoyId),
    destinations: [],
    depots: [],
    coverage: NO_COVERAGE,
  };
}

function selectionOf({ campaignId, convoyId }: Share): Selection {
  return convoyId === null ? { campaignId } : { convoyId };
}

async function exact(ctx: Context, share: Share, whole: Whole): Promise<Shown> {
  const which = selectionOf(share);
  return {
    coverage: whole.coverage,
    convoys: whole.convoys.map(toShared),
    destinations: whole.destinations,
    depots: whole.depots,
    alerts: await openAlerts(ctx.db, which),
    events: await eventsUntil(ctx, which, ctx.now(), EVENTS),
    coarse: [],
  };
}

function toShared({ convoy, pace }: LiveConvoy): SharedConvoy {
  const { id, code, status, origin, plannedDepartureAt, departedAt, arrivedAt, endedAt, cargoKg } = convoy;
  return {
    ...{ id, code, status, origin, plannedDepartureAt, departedAt, arrivedAt, endedAt, cargoKg, pace },
    stops: convoy.stops.map((stop) => ({
      id: stop.id,
      ordinal: stop.ordinal,
      site: stop.site,
      status: stop.status,
      plannedArrivalAt: stop.plannedArrivalAt,
      plannedHaltMin: stop.plannedHaltMin,
      arrivedAt: stop.arrivedAt,
      endedAt: stop.endedAt,
      route: stop.route,
      routeKind: stop.routeKind,
      distanceM: stop.distanceM,
    })),
    vehicles: convoy.vehicles.map(({ number, ordinal }) => ({ number, ordinal })),
  };
}

async function coarse(ctx: Context, share: Share, whole: Whole): Promise<Shown> {
  const which = selectionOf(share);
  const until = coarseUntil(ctx.now());
  const happened = await eventsUntil(ctx, which, ctx.now(), Number.POSITIVE_INFINITY);
  const since = deliveredSince(happened, until);
  const sinceKg = [...since.values()].reduce((sum, kg) => sum + kg, 0);
  return {
    coverage: coarseCoverage(whole.coverage, sinceKg),
    convoys: whole.convoys.flatMap(({ convoy }) => coarseConvoy(convoy, until) ?? []),
    destinations: whole.destinations.map(({ site, coverage }) => ({
      site: onGrid(site),
      coverage: coarseCoverage(coverage, since.get(site.id) ?? 0),
    })),
    depots: [],
    alerts: [],
    events: coarseEvents(happened.filter(({ at }) => new Date(at) <= until)).slice(0, EVENTS),
    coarse: await pointsThen(ctx, which, until),
  };
}

/** Kilograms by site. */
function deliveredSince(happened: readonly ReplayEvent[], until: Date): Map<string, number> {
  const since = new Map<string, number>();
  for (const { at, place, deliveredKg } of happened) {
    if (!place || deliveredKg === null || new Date(at) <= until) continue;
    since.set(place.id, (since.get(place.id) ?? 0) + deliveredKg);
  }
  return since;
}

/** Who has not been heard for longer than that before is not drawn. */
const HEARD_WITHIN_MS = 7_200_000;
/** Enough to know one wrong fix from the way of the vehicle. */
const POINTS = 48;

async function pointsThen(ctx: Context, which: Selection, until: Date): Promise<CoarsePoint[]> {
  const spans = await convoySpans(ctx.db, which, null, ctx.now());
  const onTheWay = spans
    .flatMap((span) => sinceDeparture(span))
    .filter((it) => it.from <= until && it.to > until);
  const from = new Date(until.getTime() - HEARD_WITHIN_MS);
  return coarsePoints(await tracksBetween(ctx.db, onTheWay, from, until, POINTS));
}

function sinceDeparture(span: ConvoySpan): ConvoySpan[] {
  const { departedAt, from } = span;
  return departedAt ? [{ ...span, from: departedAt > from ? departedAt : from }] : [];
}
