import { ZONE } from '../../shared/format/index.ts';

export type Axis = { readonly fromMs: number; readonly toMs: number };

const MIN_MS = 60_000;
const HOUR_MS = 60 * MIN_MS;
const DAY_MS = 24 * HOUR_MS;
/** What has ended longer ago than this is replayed by itself, without the empty time up to now. */
const STILL_GOING_MS = DAY_MS;
const SHORTEST_MS = HOUR_MS;

/** From the first moment with something to see to the last, or to now while it goes on. */
export function axisOf(span: { from: string; to: string }, nowMs: number): Axis {
  const lastMs = Date.parse(span.to);
  const toMs = nowMs - lastMs < STILL_GOING_MS ? Math.max(nowMs, lastMs) : lastMs;
  const fromMs =
    Math.floor(Math.min(Date.parse(span.from), toMs - SHORTEST_MS) / (10 * MIN_MS)) * 10 * MIN_MS;
  return { fromMs, toMs };
}

export function shareOf({ fromMs, toMs }: Axis, atMs: number): number {
  return Math.min(1, Math.max(0, (atMs - fromMs) / (toMs - fromMs)));
}

export function atShare({ fromMs, toMs }: Axis, share: number): number {
  return fromMs + Math.min(1, Math.max(0, share)) * (toMs - fromMs);
}

const STEPS_MS = [10 * MIN_MS, 30 * MIN_MS, HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS, 12 * HOUR_MS] as const;

export type Tick = { readonly atMs: number; readonly isDay: boolean };

/** Pixels that a label takes: a time of day, or the number of a day. */
const TIME_PX = 56;
const DAY_PX = 30;

/** Round moments of the campaign's zone, no more than there is room for; whole days are marked. */
export function ticksOf(axis: Axis, widthPx: number): Tick[] {
  const spanMs = axis.toMs - axis.fromMs;
  const days = Math.ceil((spanMs / DAY_MS) * (DAY_PX / widthPx));
  const stepMs = STEPS_MS.find((step) => (spanMs / step) * TIME_PX <= widthPx) ?? DAY_MS * days;
  const midnightMs = midnightBefore(axis.fromMs);
  const ticks: Tick[] = [];
  for (let atMs = midnightMs; atMs <= axis.toMs; atMs += stepMs) {
    if (atMs >= axis.fromMs) ticks.push({ atMs, isDay: (atMs - midnightMs) % DAY_MS === 0 });
  }
  return ticks;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function midnightBefore(atMs: number): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.format(atMs).split(':').map(Number);
  return Math.floor(atMs / 1000) * 1000 - ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
