import { distanceM, FIX_FLAGS, type FieldError, type Fix, fieldError, LIMITS } from '@qafila/contract';

/** What a protocol says about one fix, in our units. A number that could not be read is NaN; one left out, undefined. */
export type RawFix = {
  recordedAtMs: number | undefined;
  lat: number;
  lng: number;
  speedMps?: number | undefined;
  headingDeg?: number | undefined;
  altitudeM?: number | undefined;
  accuracyM?: number | undefined;
  batteryPct?: number | undefined;
};

/** What the tracker's own protocol calls the fields that can be wrong. */
export type FieldNames = { lat: string; lng: string; recordedAt: string };

export const KNOT_MPS = 1852 / 3600;
export const KMH_MPS = 1 / 3.6;

const LAST_MS_OF_9999 = 253_402_300_799_999;
const FASTEST_MPS = 200;
const FARTHEST_M = 1e12;
const HIGHEST_M = 100_000;

/**
 * A fix within the bounds of the database, or the fields that are wrong. Place and time must be right; the rest is
 * worth less than the place, so what cannot be true of it counts as unknown.
 */
export function toFix(raw: RawFix, names: FieldNames, receivedAtMs: number): Fix | FieldError[] {
  const recordedAtMs = raw.recordedAtMs ?? receivedAtMs;
  const errors: FieldError[] = [];
  if (!(Math.abs(raw.lat) <= 90)) errors.push(outOfRange(names.lat, raw.lat, 90));
  if (!(Math.abs(raw.lng) <= 180)) errors.push(outOfRange(names.lng, raw.lng, 180));
  if (!(recordedAtMs >= 0 && recordedAtMs <= LAST_MS_OF_9999)) {
    errors.push(fieldError(names.recordedAt, 'invalid_value'));
  }
  if (errors.length > 0) return errors;
  return {
    recordedAtMs: Math.round(recordedAtMs),
    lat: raw.lat,
    lng: raw.lng,
    speedMps: within(raw.speedMps, 0, FASTEST_MPS, 100),
    headingDeg: headingOf(raw.headingDeg),
    altitudeM: within(raw.altitudeM, -HIGHEST_M, HIGHEST_M, 10),
    accuracyM: within(raw.accuracyM, 0, FARTHEST_M, 10),
    batteryPct: within(raw.batteryPct, 0, 100, 1),
  };
}

function outOfRange(path: string, value: number, bound: number): FieldError {
  if (!Number.isFinite(value)) return fieldError(path, 'invalid_value');
  return value > 0
    ? fieldError(path, 'too_big', { maximum: bound })
    : fieldError(path, 'too_small', { minimum: -bound });
}

/** Rounded to one part in `parts`, or null when unknown. Trackers say −1 for what they do not know. */
function within(value: number | undefined, least: number, most: number, parts: number): number | null {
  return value !== undefined && value >= least && value <= most ? Math.round(value * parts) / parts : null;
}

function headingOf(value: number | undefined): number | null {
  const heading = within(value, 0, 360, 10);
  return heading === 360 ? 0 : heading;
}

const FIRST_CREDIBLE_MS = Date.UTC(2015, 0, 1);
const INACCURATE_FROM_M = 5_000;
/** The box of the embedded map: what lies outside it was not driven by a convoy. */
const AREA = { south: 27, north: 42, west: 29, east: 49 };

/** Why a fix is kept but not drawn; jumps are found among neighbours, when a track is read. */
export function flagsOf(fix: Fix, receivedAtMs: number): number {
  const { lat, lng } = fix;
  let flags = 0;
  if (fix.recordedAtMs > receivedAtMs + LIMITS.fixFutureToleranceS * 1000) flags |= FIX_FLAGS.future;
  if (fix.recordedAtMs < FIRST_CREDIBLE_MS) flags |= FIX_FLAGS.ancient;
  if (lat === 0 && lng === 0) flags |= FIX_FLAGS.nullIsland;
  const isInside = lat >= AREA.south && lat <= AREA.north && lng >= AREA.west && lng <= AREA.east;
  if (!isInside) flags |= FIX_FLAGS.outOfArea;
  if (fix.accuracyM !== null && fix.accuracyM > INACCURATE_FROM_M) flags |= FIX_FLAGS.inaccurate;
  return flags;
}

/** What a place may wander while the vehicle stands still. */
const WANDER_M = 250;

/** Whether a vehicle can have come from one fix to the other in the time between them. */
export function isReachable(
  from: Pick<Fix, 'recordedAtMs' | 'lat' | 'lng'>,
  to: Pick<Fix, 'recordedAtMs' | 'lat' | 'lng'>,
  plausibleSpeedMps: number = LIMITS.plausibleSpeedMps,
): boolean {
  const elapsedS = Math.abs(to.recordedAtMs - from.recordedAtMs) / 1000;
  return distanceM(from, to) <= WANDER_M + elapsedS * plausibleSpeedMps;
}
