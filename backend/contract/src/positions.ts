import { z } from 'zod';
import { CampaignParams, CoverageKg } from './campaigns.ts';
import { Convoy, ConvoyParams } from './convoys.ts';
import { endpoint } from './endpoint.ts';
import { Pace } from './eta.ts';
import { LIMITS } from './limits.ts';
import { Instant, NamedRef, Uuid } from './primitives.ts';
import type { HeardVehicle } from './progress.ts';
import { SiteRef } from './reference.ts';

/** Why a fix is kept but not drawn; bits of one number, 0 for a good fix. */
export const FIX_FLAGS = {
  future: 1,
  ancient: 2,
  nullIsland: 4,
  outOfArea: 8,
  jump: 16,
  inaccurate: 32,
} as const;

/** One fix, normalised at the door: WGS 84 degrees, metres, m/s, UTC milliseconds. */
export type Fix = {
  recordedAtMs: number;
  lat: number;
  lng: number;
  speedMps: number | null;
  /** Clockwise from true north, 0 ≤ x < 360. */
  headingDeg: number | null;
  altitudeM: number | null;
  accuracyM: number | null;
  batteryPct: number | null;
};

/**
 * A vehicle's newest good fix as it travels to viewers:
 * [vehicle number, epoch seconds, lat, lng, speed m/s, heading °, battery %, metres done of the convoy's whole route].
 */
export const FixTuple = z.tuple([
  z.int(),
  z.number(),
  z.number(),
  z.number(),
  z.number().nullable(),
  z.number().nullable(),
  z.number().nullable(),
  z.int().nullable(),
]);
export type FixTuple = z.infer<typeof FixTuple>;

/** live → stale → lost by the age of the newest fix; a vehicle is never removed for being silent. */
export type Signal = 'live' | 'stale' | 'lost' | 'none';
export function signalOf(lastFixAt: Date | null, now: Date): Signal {
  if (!lastFixAt) return 'none';
  const ageS = (now.getTime() - lastFixAt.getTime()) / 1000;
  if (ageS > LIMITS.signalLostAfterS) return 'lost';
  return ageS > LIMITS.signalStaleAfterS ? 'stale' : 'live';
}

/**
 * A vehicle on the road at its own last word; one that has told of no progress since the departure is at its start.
 * Null without a signal.
 */
export function heardVehicle(fix: FixTuple | undefined, departedAt: string, now: Date): HeardVehicle | null {
  if (!fix) return null;
  const [, atS, , , , , , progressM] = fix;
  const signal = signalOf(new Date(atS * 1000), now);
  if (signal === 'lost') return null;
  const atMs = Math.max(atS * 1000, Date.parse(departedAt));
  return { progressM: progressM ?? 0, atMs, isLive: signal === 'live' };
}

/** What one association has on a convoy, kilograms by the item's category. */
export const CargoShare = z.strictObject({
  association: NamedRef,
  totalKg: z.number(),
  categoryKg: z.record(z.string(), z.number()),
});
export type CargoShare = z.infer<typeof CargoShare>;

export const LiveConvoy = z.strictObject({
  convoy: Convoy,
  cargo: z.array(CargoShare),
  /** What earlier trips teach of its road. */
  pace: Pace,
});
export type LiveConvoy = z.infer<typeof LiveConvoy>;

/** All the live map draws, with the feed's sequence number at that moment. */
export const LiveMap = z.strictObject({
  asOf: Instant,
  convoys: z.array(LiveConvoy),
  destinations: z.array(z.strictObject({ site: SiteRef, coverage: CoverageKg })),
  depots: z.array(z.strictObject({ site: SiteRef, onHandKg: z.number() })),
});
export type LiveMap = z.infer<typeof LiveMap>;

export const readLiveMap = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/live',
  summary: 'Convoys, destinations and depots of the live map; positions come by socket or /positions',
  access: 'position:read',
  params: CampaignParams,
  response: LiveMap,
});

export const PositionSnapshot = z.strictObject({ sequence: z.int(), fixes: z.array(FixTuple) });
export type PositionSnapshot = z.infer<typeof PositionSnapshot>;

export const readPositions = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/positions',
  summary: 'Newest position of every vehicle on the campaign’s convoys that you may follow',
  access: 'position:read',
  params: CampaignParams,
  response: PositionSnapshot,
});

/** [epoch seconds, lat, lng, speed m/s] in the order of the fixes' own time, thinned to what a screen can show. */
export const TrackPoint = z.tuple([z.number(), z.number(), z.number(), z.number().nullable()]);

export const readConvoyTrack = endpoint({
  method: 'get',
  path: '/api/v1/convoys/:convoyId/track',
  summary: 'Where each vehicle of the convoy has been since loading',
  access: 'position:read',
  params: ConvoyParams,
  response: z.array(z.strictObject({ vehicleId: Uuid, number: z.int(), points: z.array(TrackPoint) })),
});
