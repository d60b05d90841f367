import type { Db } from '@qafila/db';
import { convoySpans, sampledFixes, type VehicleSpan } from './track.repository.ts';
import { plausibleTrack } from './track.ts';

/** [epoch seconds, lat, lng, speed m/s] */
type TrackPoint = [number, number, number, number | null];
export type VehicleTrack = { vehicleId: string; number: number; points: TrackPoint[] };

const POINTS_PER_VEHICLE = 500;

/** Where each vehicle of a convoy has been since loading began, as far as it was on the convoy. */
export async function trackOf(db: Db, convoyId: string, now: Date): Promise<VehicleTrack[]> {
  const spans = await convoySpans(db, { convoyId }, null, now);
  return await tracksBetween(db, spans, new Date(0), now, POINTS_PER_VEHICLE);
}

/**
 * Where each vehicle was within its own span and between two instants, in the order of the spans and in one round
 * trip: at most so many points of each, evenly over the time it reported in.
 */
export async function tracksBetween(
  db: Db,
  spans: readonly VehicleSpan[],
  from: Date,
  to: Date,
  pointsPerVehicle: number,
): Promise<VehicleTrack[]> {
  const clipped = spans.map((span) => ({
    number: span.number,
    from: span.from > from ? span.from : from,
    to: span.to < to ? span.to : to,
  }));
  const samples = await sampledFixes(db, clipped, pointsPerVehicle);
  return spans.map(({ vehicleId, number, plausibleSpeedMps }, index) => ({
    vehicleId,
    number,
    points: plausibleTrack(samples[index] ?? [], plausibleSpeedMps).map(
      (fix): TrackPoint => [Math.round(fix.recordedAtMs / 1000), fix.lat, fix.lng, fix.speedMps],
    ),
  }));
}
