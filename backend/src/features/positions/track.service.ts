import type { Db } from '@qafila/db';
import { type ConvoyVehicleSpan, sampledFixes, vehicleSpans } from './positions.repository.ts';
import { plausibleTrack, thinned } from './track.ts';

/** [epoch seconds, lat, lng, speed m/s] */
type TrackPoint = [number, number, number, number | null];
export type VehicleTrack = { vehicleId: string; number: number; points: TrackPoint[] };

const POINTS_PER_VEHICLE = 500;

/** Where each vehicle of a convoy has been since loading began, as far as it was on the convoy. */
export async function trackOf(db: Db, convoyId: string, now: Date): Promise<VehicleTrack[]> {
  const spans = await vehicleSpans(db, convoyId, now);
  return await Promise.all(spans.map((span) => vehicleTrack(db, span)));
}

async function vehicleTrack(db: Db, span: ConvoyVehicleSpan): Promise<VehicleTrack> {
  const { vehicleId, number, from, to, plausibleSpeedMps } = span;
  const fixes = from ? await sampledFixes(db, { number, from, to }, POINTS_PER_VEHICLE) : [];
  const points = thinned(plausibleTrack(fixes, plausibleSpeedMps), POINTS_PER_VEHICLE).map(
    (fix): TrackPoint => [Math.round(fix.recordedAtMs / 1000), fix.lat, fix.lng, fix.speedMps],
  );
  return { vehicleId, number, points };
}
