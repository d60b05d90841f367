import { LIMITS, type Progress } from '@qafila/contract';

/** Vehicles are compared with each other and with the plan at these instants of their own time. */
export const TICK_MS = 5 * 60_000;
/** Until its signal counts as lost, a vehicle counts at a tick. */
const HEARD_MS = LIMITS.signalLostAfterS * 1000;
const MOST_TICKS = (14 * 24 * 3_600_000) / TICK_MS;

/** Instant of tick number `index`, the first being 0. */
export function tickAtMs(departedAtMs: number, index: number): number {
  return departedAtMs + (index + 1) * TICK_MS;
}

/** How a vehicle stood at a tick; null where it was not heard of. */
export type Tick = (Progress & { readonly isAtStop: boolean }) | null;

type Standing = { readonly progress: Progress | null; readonly place: { readonly fence: number } };

/** The ticks that lie between the last fix and one at `atMs`, as the vehicle stood before it. */
export function ticksUntil(
  before: Standing & { readonly ticks: readonly Tick[] },
  departedAtMs: number | null,
  atMs: number,
): readonly Tick[] {
  const { ticks } = before;
  if (departedAtMs === null || tickAtMs(departedAtMs, ticks.length) > atMs) return ticks;
  const due = Math.min(MOST_TICKS, Math.floor((atMs - departedAtMs) / TICK_MS));
  const passed = Array.from({ length: Math.max(0, due - ticks.length) }, (_, i) =>
    standingAt(before, tickAtMs(departedAtMs, ticks.length + i)),
  );
  return passed.length > 0 ? [...ticks, ...passed] : ticks;
}

function standingAt({ progress, place }: Standing, atMs: number): Tick {
  if (!progress || atMs - progress.atMs > HEARD_MS) return null;
  return { ...progress, isAtStop: place.fence !== -1 };
}
