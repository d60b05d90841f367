import type { ReplayEvent, readReplay, readReplayTracks } from '@qafila/contract';
import type { z } from 'zod';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { requireCampaign } from '../campaigns/index.ts';
import { convoySpans, type Selection, tracksBetween } from '../positions/index.ts';
import { encode } from './encode.ts';
import { convoyEvents, type EventRow, hazardBeginnings, reportedBetween } from './replay.repository.ts';

type Replay = z.output<typeof readReplay.response>;
type Tracks = z.output<typeof readReplayTracks.response>;
type Asked = z.output<typeof readReplayTracks.query>;

export async function replayOf(ctx: Context, campaignId: string): Promise<Replay> {
  await requireCampaign(ctx, campaignId);
  const only = onlyAssociation(ctx.actor);
  const spans = await convoySpans(ctx.db, { campaignId }, only, ctx.now());
  const { first, last } = await reportedBetween(ctx.db, spans);
  const happened = await convoyEvents(ctx.db, { campaignId }, only);
  const moments = [first, last, ...happened.map(({ at }) => at)].flatMap((at) => (at ? [at.getTime()] : []));
  if (moments.length === 0) return { span: null, events: [] };
  const [from, to] = [new Date(Math.min(...moments)), new Date(Math.max(...moments))];
  return {
    span: { from: from.toISOString(), to: to.toISOString() },
    events: await withHazards(ctx, happened, from, to),
  };
}

/** The newest things that happened up to an instant, newest first. */
export async function eventsUntil(
  ctx: Pick<Context, 'db'>,
  which: Selection,
  until: Date,
  count: number,
): Promise<ReplayEvent[]> {
  const happened = await convoyEvents(ctx.db, which, null);
  return happened
    .filter(({ at }) => at <= until)
    .slice(-count)
    .reverse()
    .map(toEvent);
}

async function withHazards(
  { db }: Context,
  happened: readonly EventRow[],
  from: Date,
  to: Date,
): Promise<ReplayEvent[]> {
  const hazards = (await hazardBeginnings(db, from, to)).map((at) => ({ ...NOT_OF_A_CONVOY, at }));
  return [...happened, ...hazards].toSorted((a, b) => a.at.getTime() - b.at.getTime()).map(toEvent);
}

const NOT_OF_A_CONVOY: Omit<EventRow, 'at'> = {
  kind: 'hazard',
  convoyId: null,
  convoyCode: null,
  place: null,
  detail: null,
  deliveredKg: null,
};

function toEvent(row: EventRow): ReplayEvent {
  return { ...row, at: row.at.toISOString() };
}

/** Each point is looked for by itself: so many are found in a fifth of a second. */
const POINTS_IN_ALL = 25_000;

/** A vehicle on two convoys in that time has a track on each. */
export async function replayTracksOf(
  ctx: Context,
  campaignId: string,
  { from, to, pointsPerVehicle }: Asked,
): Promise<Tracks> {
  await requireCampaign(ctx, campaignId);
  const began = new Date(from);
  const ended = new Date(to);
  const all = await convoySpans(ctx.db, { campaignId }, onlyAssociation(ctx.actor), ctx.now());
  const spans = all.filter((span) => span.from < ended && span.to > began);
  const share = Math.max(2, Math.floor(POINTS_IN_ALL / Math.max(1, spans.length)));
  const tracks = await tracksBetween(ctx.db, spans, began, ended, Math.min(pointsPerVehicle, share));
  const fromSecond = Math.floor(began.getTime() / 1000);
  return {
    from: new Date(fromSecond * 1000).toISOString(),
    to: ended.toISOString(),
    tracks: spans.flatMap(({ convoyId }, index) => {
      const { vehicleId, number, points } = tracks[index] ?? NO_TRACK;
      return points.length === 0 ? [] : [{ vehicleId, number, convoyId, ...encode(points, fromSecond) }];
    }),
  };
}

const NO_TRACK = { vehicleId: '', number: 0, points: [] };
