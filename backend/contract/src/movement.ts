import { z } from 'zod';
import { ConvoyParams } from './convoys.ts';
import { endpoint } from './endpoint.ts';
import { Instant, LatLng, Uuid } from './primitives.ts';
import { SiteRef } from './reference.ts';

/** A way driven between two halts. */
export const Trip = z.strictObject({
  from: z.strictObject({ at: Instant, place: LatLng, site: SiteRef.nullable() }),
  to: z.strictObject({ at: Instant, place: LatLng, site: SiteRef.nullable() }),
  distanceM: z.int(),
  movingS: z.int(),
  maxSpeedMps: z.number().nullable(),
});
export type Trip = z.infer<typeof Trip>;

/** A stay of some minutes in one place; `site` where it was a stop of the convoy or its origin. */
export const Halt = z.strictObject({
  at: Instant,
  place: LatLng,
  durationS: z.int(),
  site: SiteRef.nullable(),
});
export type Halt = z.infer<typeof Halt>;

export const VehicleMovement = z.strictObject({
  vehicleId: Uuid,
  number: z.int(),
  plate: z.string(),
  firstFixAt: Instant.nullable(),
  lastFixAt: Instant.nullable(),
  fixCount: z.int(),
  distanceM: z.int(),
  movingS: z.int(),
  haltedS: z.int(),
  /** Between fixes too far apart in time to say what happened. */
  unknownS: z.int(),
  trips: z.array(Trip),
  halts: z.array(Halt),
});
export type VehicleMovement = z.infer<typeof VehicleMovement>;

export const ConvoyMovement = z.strictObject({
  vehicles: z.array(VehicleMovement),
  /** From the first vehicle's first fix to the last vehicle's last. */
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  plannedDistanceM: z.int(),
  /** Of the vehicle that drove farthest. */
  distanceM: z.int(),
  movingS: z.int(),
  haltedS: z.int(),
});
export type ConvoyMovement = z.infer<typeof ConvoyMovement>;

export const readConvoyMovement = endpoint({
  method: 'get',
  path: '/api/v1/convoys/:convoyId/movement',
  summary: 'Trips, halts, distance and time moving and halted, per vehicle and for the convoy',
  access: 'position:read',
  params: ConvoyParams,
  response: ConvoyMovement,
});

export const TrackFormat = z.enum(['gpx', 'geojson', 'csv']);
export type TrackFormat = z.infer<typeof TrackFormat>;

export const TRACK_MEDIA_TYPES = {
  gpx: 'application/gpx+xml',
  geojson: 'application/geo+json',
  csv: 'text/csv',
} as const satisfies Record<TrackFormat, string>;

export const downloadTrack = endpoint({
  method: 'get',
  path: '/api/v1/convoys/:convoyId/track/:format',
  summary: 'Every good fix of the convoy as GPX 1.1, GeoJSON or CSV',
  access: 'position:read',
  params: ConvoyParams.extend({ format: TrackFormat }),
  query: z.strictObject({ vehicleId: Uuid.optional() }),
  responseType: 'file',
  mediaTypes: Object.values(TRACK_MEDIA_TYPES),
  response: z.any(),
});
