import type { DriverFix } from '@qafila/contract';

/** A fix is kept this often even where nothing happens, and never more often than that however fast the phone speaks. */
const EVERY_MS = 10_000;
const AT_MOST_EVERY_MS = 2_000;
const MOVED_M = 30;
const TURNED_DEG = 20;
/** Below walking pace a phone's heading is noise. */
const HEADING_FROM_MPS = 1.5;
const EARTH_RADIUS_M = 6_371_000;

/** Whether a fix tells more than the one kept before it. */
export function isWorthKeeping(last: DriverFix | undefined, fix: DriverFix): boolean {
  if (!last) return true;
  const elapsedMs = Date.parse(fix.at) - Date.parse(last.at);
  // Where the clock was set back, times say nothing about how long ago it was.
  if (elapsedMs < 0 || elapsedMs >= EVERY_MS) return true;
  return elapsedMs >= AT_MOST_EVERY_MS && (distanceM(last, fix) >= MOVED_M || hasTurned(last, fix));
}

function hasTurned(last: DriverFix, fix: DriverFix): boolean {
  if (last.headingDeg === null || fix.headingDeg === null) return false;
  if ((fix.speedMps ?? 0) < HEADING_FROM_MPS) return false;
  const turn = Math.abs(last.headingDeg - fix.headingDeg) % 360;
  return Math.min(turn, 360 - turn) >= TURNED_DEG;
}

type Place = Pick<DriverFix, 'lat' | 'lng'>;

/** Flat-earth, good to centimetres over the little way between two fixes. */
function distanceM(a: Place, b: Place): number {
  const perDegreeM = (Math.PI / 180) * EARTH_RADIUS_M;
  const east = (b.lng - a.lng) * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(b.lat - a.lat, east) * perDegreeM;
}

/** More than a week of driving. */
export const FIXES_KEPT = 50_000;
/** So many of the oldest are thinned at once. */
export const THINNED_AT_ONCE = 10_000;

/** What to give up of the oldest when there are too many: every second, so that the way keeps its shape. */
export function toGiveUp(oldest: readonly number[]): number[] {
  return oldest.filter((_key, index) => index % 2 === 1);
}
