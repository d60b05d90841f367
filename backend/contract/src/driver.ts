import { z } from 'zod';
import { ConvoyStatus, StopStatus } from './convoys.ts';
import { endpoint } from './endpoint.ts';
import { HazardSeverity } from './hazards.ts';
import { LIMITS } from './limits.ts';
import { Instant, LatLng, Note, Uuid } from './primitives.ts';
import { SiteRef } from './reference.ts';
import { VehicleKind } from './vehicles.ts';

export const DriverStop = z.strictObject({
  id: Uuid,
  ordinal: z.int(),
  site: SiteRef,
  status: StopStatus,
  plannedArrivalAt: Instant,
  arrivedAt: Instant.nullable(),
  /** Of this vehicle alone. */
  cargoKg: z.number(),
});
export type DriverStop = z.infer<typeof DriverStop>;

/** What a driver's page shows: one vehicle, its way, and what lies on it. */
export const DriverView = z.strictObject({
  asOf: Instant,
  convoy: z.strictObject({
    id: Uuid,
    code: z.string(),
    status: ConvoyStatus,
    origin: SiteRef,
    plannedDepartureAt: Instant,
    departedAt: Instant.nullable(),
    leaderName: z.string(),
    leaderPhone: z.string(),
  }),
  vehicle: z.strictObject({
    plate: z.string(),
    kind: VehicleKind,
    ordinal: z.int(),
    count: z.int(),
    driverName: z.string(),
  }),
  stops: z.array(DriverStop),
  /** On what is left of the route, nearest first; of very many, the nearest. */
  hazards: z.array(
    z.strictObject({
      id: Uuid,
      name: z.string(),
      severity: HazardSeverity,
      /** From the route, and from the vehicle along it. */
      distanceM: z.int(),
      aheadM: z.int(),
      aheadMin: z.int(),
    }),
  ),
});
export type DriverView = z.infer<typeof DriverView>;

export const beginDriving = endpoint({
  method: 'post',
  path: '/api/v1/driver/session',
  summary: 'Exchange a driver link’s secret, by one phone, for a cookie bound to its vehicle and convoy',
  access: 'public',
  body: z.strictObject({
    secret: z.string().min(20).max(100),
    /** Random, made and kept by the phone: it may ask again when an answer was lost on the way, and no other may. */
    phoneKey: z.string().min(20).max(100),
  }),
  idempotent: false,
  response: DriverView,
});

export const readDriver = endpoint({
  method: 'get',
  path: '/api/v1/driver',
  summary: 'The driver’s vehicle, convoy, stops and hazards ahead',
  access: 'driver',
  response: DriverView,
});

/** Units in the names; what the phone does not know is null. */
export const DriverFix = z.strictObject({
  at: Instant,
  lat: z.number(),
  lng: z.number(),
  speedMps: z.number().nullable(),
  headingDeg: z.number().nullable(),
  accuracyM: z.number().nullable(),
  batteryPct: z.number().nullable(),
});
export type DriverFix = z.infer<typeof DriverFix>;

/** The same fix twice is stored once, so that a batch can be sent again. */
export const sendDriverFixes = endpoint({
  method: 'post',
  path: '/api/v1/driver/fixes',
  summary: 'Fixes the phone has gathered, oldest first',
  access: 'driver',
  body: z.strictObject({ fixes: z.array(DriverFix).min(1).max(LIMITS.fixesPerBatch) }),
  idempotent: false,
  response: z.strictObject({
    stored: z.int(),
    /** Places in the batch of those that no database could take; sending them again is of no use. */
    refused: z.array(z.int()),
  }),
});

/** What a driver tells with one button. Departures and arrivals are proposed by it, and entered by a coordinator. */
export const DriverReportKind = z.enum(['departed', 'arrived', 'problem', 'sos']);
export type DriverReportKind = z.infer<typeof DriverReportKind>;

export const DriverReport = z.strictObject({
  /** Made by the phone: the same report counts once, however often it is sent. */
  id: Uuid,
  kind: DriverReportKind,
  at: Instant,
  stopId: Uuid.nullable().default(null),
  place: LatLng.nullable().default(null),
  note: Note.default(''),
});
export type DriverReport = z.infer<typeof DriverReport>;

export const sendDriverReport = endpoint({
  method: 'post',
  path: '/api/v1/driver/reports',
  summary: 'Departed, arrived, a problem, or help needed',
  access: 'driver',
  body: DriverReport.refine((it) => it.kind !== 'arrived' || it.stopId !== null, {
    path: ['stopId'],
    params: { code: 'required' },
  }),
  idempotent: false,
  response: DriverView,
});
