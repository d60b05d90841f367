import { z } from 'zod';
import { CampaignParams } from './campaigns.ts';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import { Instant, NamedRef, Uuid } from './primitives.ts';

/** What the time line marks. */
export const ReplayEventKind = z.enum(['departed', 'arrived', 'delivered', 'settled', 'alert', 'hazard']);
export type ReplayEventKind = z.infer<typeof ReplayEventKind>;

export const ReplayEvent = z.strictObject({
  at: Instant,
  kind: ReplayEventKind,
  convoyId: Uuid.nullable(),
  convoyCode: z.string().nullable(),
  /** Of the stop, for arrivals and deliveries. */
  place: NamedRef.nullable(),
  /** The alert's kind. */
  detail: z.string().nullable(),
  /** Gross weight delivered good. */
  deliveredKg: z.number().nullable(),
});
export type ReplayEvent = z.infer<typeof ReplayEvent>;

/**
 * One vehicle's way as integers, each the difference to the one before: seconds, and hundred-thousandths of a
 * degree. The first of each is counted from `ReplayTracks.from` and from 0°.
 */
export const ReplayTrack = z.strictObject({
  vehicleId: Uuid,
  number: z.int(),
  convoyId: Uuid,
  dtS: z.array(z.int()),
  dLat: z.array(z.int()),
  dLng: z.array(z.int()),
});
export type ReplayTrack = z.infer<typeof ReplayTrack>;

export const readReplay = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/replay',
  summary: 'The span of time that can be replayed, and what happened in it',
  access: 'position:read',
  params: CampaignParams,
  response: z.strictObject({
    /** First and last moment with something to see; null when nothing has moved yet. */
    span: z.strictObject({ from: Instant, to: Instant }).nullable(),
    events: z.array(ReplayEvent),
  }),
});

export const readReplayTracks = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/replay/tracks',
  summary: 'Where all vehicles were between two instants, thinned to what a screen can show',
  access: 'position:read',
  params: CampaignParams,
  query: z
    .strictObject({
      from: Instant,
      to: Instant,
      /** At most; many vehicles get fewer each. For detail, ask for a shorter time. */
      pointsPerVehicle: z.coerce
        .number()
        .int()
        .min(2)
        .max(LIMITS.replayPointsPerVehicle)
        .default(LIMITS.replayPointsPerVehicle),
    })
    .refine((it) => new Date(it.from) < new Date(it.to), {
      path: ['to'],
      params: { code: 'end_before_start' },
    }),
  response: z.strictObject({ from: Instant, to: Instant, tracks: z.array(ReplayTrack) }),
});
