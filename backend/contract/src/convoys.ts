import { z } from 'zod';
import { CampaignParams } from './campaigns.ts';
import { endpoint } from './endpoint.ts';
import { HazardOnRoute, HazardSource } from './hazards.ts';
import { defineLifecycle } from './lifecycle.ts';
import { LIMITS } from './limits.ts';
import { Instant, Name, NamedRef, Note, Phone, Uuid } from './primitives.ts';
import { ReadinessCheck } from './readiness.ts';
import { ItemRef, SiteRef } from './reference.ts';
import { VehicleKind } from './vehicles.ts';

/** `arrive` happens by itself when the last stop still open is reached. */
export const convoyLifecycle = defineLifecycle({
  draft: { plan: 'planned', cancel: 'cancelled' },
  planned: { load: 'loading', revise: 'draft', cancel: 'cancelled' },
  loading: { depart: 'en_route', cancel: 'cancelled' },
  en_route: { hold: 'held', arrive: 'arrived' },
  held: { resume: 'en_route' },
  arrived: { settle: 'settled' },
  settled: {},
  cancelled: {},
});
export const ConvoyStatus = z.enum(convoyLifecycle.states);
export type ConvoyStatus = z.infer<typeof ConvoyStatus>;

/** `settle` happens by itself when every waybill of the stop is signed. */
export const stopLifecycle = defineLifecycle({
  pending: { arrive: 'arrived', skip: 'skipped' },
  arrived: { unload: 'unloading', settle: 'settled', skip: 'skipped' },
  unloading: { settle: 'settled', skip: 'skipped' },
  settled: {},
  skipped: {},
});
export const StopStatus = z.enum(stopLifecycle.states);
export type StopStatus = z.infer<typeof StopStatus>;

export const RouteKind = z.enum(['drawn', 'engine', 'straight']);
export type RouteKind = z.infer<typeof RouteKind>;

/** [lat, lng] pairs, degrees: Leaflet's order. */
export const RouteLine = z
  .array(z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]))
  .max(LIMITS.routePoints);
export type RouteLine = z.infer<typeof RouteLine>;

export const Stop = z.strictObject({
  id: Uuid,
  ordinal: z.int(),
  site: SiteRef,
  status: StopStatus,
  plannedArrivalAt: Instant,
  /** How long the convoy means to stay. */
  plannedHaltMin: z.int(),
  arrivedAt: Instant.nullable(),
  unloadingAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** The leg that leads here from the stop before, or from the origin. */
  route: RouteLine,
  routeKind: RouteKind,
  distanceM: z.int(),
  /** Gross weight bound for this stop. */
  cargoKg: z.number(),
});
export type Stop = z.infer<typeof Stop>;

export const ConvoyVehicle = z.strictObject({
  id: Uuid,
  vehicleId: Uuid,
  /** Key of the vehicle in live position frames. */
  number: z.int(),
  ordinal: z.int(),
  plate: z.string(),
  kind: VehicleKind,
  transporter: z.string(),
  trailerPlate: z.string(),
  driverName: z.string(),
  /** Empty for those who may not call the driver. */
  driverPhone: z.string(),
  driverLicence: z.string(),
  seals: z.string(),
  maxWeightG: z.int(),
  maxVolumeMl: z.int(),
  plannedWeightG: z.int(),
  plannedVolumeMl: z.int(),
  trackerCount: z.int(),
  /** Between two fixes that would need more, one is wrong. Demo vehicles may be driven at many times life. */
  plausibleSpeedMps: z.number(),
});
export type ConvoyVehicle = z.infer<typeof ConvoyVehicle>;

/** Goods of one lot, allotted to ride on one vehicle to one stop. */
export const ManifestLine = z.strictObject({
  id: Uuid,
  convoyVehicleId: Uuid,
  stopId: Uuid,
  accountId: z.int(),
  lotId: Uuid,
  lotCode: z.string(),
  item: ItemRef,
  association: NamedRef,
  quantity: z.int(),
  loadedQuantity: z.int(),
  releasedQuantity: z.int(),
});
export type ManifestLine = z.infer<typeof ManifestLine>;

export const Convoy = z.strictObject({
  id: Uuid,
  code: z.string(),
  campaignId: Uuid,
  status: ConvoyStatus,
  origin: SiteRef,
  stops: z.array(Stop),
  vehicles: z.array(ConvoyVehicle),
  leaderName: z.string(),
  leaderPhone: z.string(),
  note: z.string(),
  plannedDepartureAt: Instant,
  loadingAt: Instant.nullable(),
  departedAt: Instant.nullable(),
  arrivedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** Gross weight: on the manifest, and loaded so far (all that ever was aboard). */
  cargoKg: z.number(),
  loadedKg: z.number(),
  version: z.int(),
});
export type Convoy = z.infer<typeof Convoy>;

export const WaybillRef = z.strictObject({
  id: Uuid,
  code: z.string(),
  convoyVehicleId: Uuid,
  stopId: Uuid,
  settledAt: Instant.nullable(),
});
export type WaybillRef = z.infer<typeof WaybillRef>;

/** Who sent a convoy through hazards, why, and which they were. */
export const HazardOverride = z.strictObject({
  at: Instant,
  byName: z.string(),
  reason: z.string(),
  hazards: z.array(
    z.strictObject({ id: Uuid, source: HazardSource, name: z.string(), distanceM: z.int(), alongM: z.int() }),
  ),
});
export type HazardOverride = z.infer<typeof HazardOverride>;

/** A convoy with all that rides on it. An association sees only its own lines, no checklist and no hazards. */
export const ConvoyFile = z.strictObject({
  convoy: Convoy,
  lines: z.array(ManifestLine),
  waybills: z.array(WaybillRef),
  readiness: z.array(ReadinessCheck),
  /**
   * Near the way, as the campaign's rules say near, until the convoy departs; the one that comes first, first. Then
   * alerts tell what is ahead.
   */
  hazards: z.array(HazardOnRoute),
  hazardOverride: HazardOverride.nullable(),
});
export type ConvoyFile = z.infer<typeof ConvoyFile>;

export const ConvoyParams = z.strictObject({ convoyId: Uuid });

export const listConvoys = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/convoys',
  summary: 'Convoys, newest first; an association sees those that carry its goods',
  access: 'convoy:read',
  params: CampaignParams,
  response: z.array(Convoy),
});

export const readConvoy = endpoint({
  method: 'get',
  path: '/api/v1/convoys/:convoyId',
  summary: 'One convoy with its manifest, waybills and readiness',
  access: 'convoy:read',
  params: ConvoyParams,
  response: ConvoyFile,
});

const StopInput = z.strictObject({
  siteId: Uuid,
  plannedArrivalAt: Instant,
  plannedHaltMin: z.int().min(0).max(LIMITS.plannedHaltMinMax).default(60),
  /** Left out: the straight line, marked approximate. */
  route: RouteLine.min(2).optional(),
});

const convoyFields = {
  originSiteId: Uuid,
  plannedDepartureAt: Instant,
  leaderName: Name.or(z.literal('')),
  leaderPhone: Phone,
  note: Note,
};

export const createConvoy = endpoint({
  method: 'post',
  path: '/api/v1/campaigns/:campaignId/convoys',
  summary: 'Draft a convoy with its stops in order',
  access: 'convoy:manage',
  params: CampaignParams,
  body: z.strictObject({ ...convoyFields, stops: z.array(StopInput).min(1).max(LIMITS.stopsPerConvoy) }),
  success: 201,
  response: ConvoyFile,
});

/** Stops, when given, replace the list: a stop is kept by its site; one with goods on the manifest cannot go. */
export const updateConvoy = endpoint({
  method: 'patch',
  path: '/api/v1/convoys/:convoyId',
  summary: 'Change a convoy before it departs',
  access: 'convoy:manage',
  params: ConvoyParams,
  body: z
    .strictObject({ ...convoyFields, stops: z.array(StopInput).min(1).max(LIMITS.stopsPerConvoy) })
    .omit({ originSiteId: true })
    .partial(),
  versioned: true,
  response: ConvoyFile,
});

const driverFields = {
  driverName: Name.or(z.literal('')),
  driverPhone: Phone,
  driverLicence: Phone,
  seals: Phone,
};

export const addConvoyVehicle = endpoint({
  method: 'post',
  path: '/api/v1/convoys/:convoyId/vehicles',
  summary: 'Put a vehicle and its driver on the convoy',
  access: 'convoy:manage',
  params: ConvoyParams,
  body: z.strictObject({ vehicleId: Uuid, ...driverFields }),
  success: 201,
  response: ConvoyFile,
});

const ConvoyVehicleParams = z.strictObject({ convoyVehicleId: Uuid });

export const updateConvoyVehicle = endpoint({
  method: 'patch',
  path: '/api/v1/convoy-vehicles/:convoyVehicleId',
  summary: 'Change the driver or the seals',
  access: 'convoy:manage',
  params: ConvoyVehicleParams,
  body: z.strictObject(driverFields).partial(),
  response: ConvoyFile,
});

export const removeConvoyVehicle = endpoint({
  method: 'delete',
  path: '/api/v1/convoy-vehicles/:convoyVehicleId',
  summary: 'Take an empty vehicle off the convoy',
  access: 'convoy:manage',
  params: ConvoyVehicleParams,
});

/** `arrive` is not among them: it follows from the stops. */
export const moveConvoy = endpoint({
  method: 'post',
  path: '/api/v1/convoys/:convoyId/transitions',
  summary: 'Plan, start loading (issues the waybills), depart, hold, resume, settle or cancel',
  access: 'convoy:manage',
  params: ConvoyParams,
  body: z
    .strictObject({
      command: z.enum(convoyLifecycle.commands).exclude(['arrive']),
      reason: Note.default(''),
      /** Departs although hazards lie on the way; `reason` says why. */
      throughHazard: z.boolean().default(false),
    })
    .refine((it) => !it.throughHazard || it.reason !== '', {
      path: ['reason'],
      params: { code: 'reason_required' },
    }),
  response: ConvoyFile,
});

const StopParams = z.strictObject({ stopId: Uuid });

export const moveStop = endpoint({
  method: 'post',
  path: '/api/v1/stops/:stopId/transitions',
  summary: 'Arrive at a stop, start unloading, or skip it (its goods go back to a warehouse)',
  access: 'convoy:manage',
  params: StopParams,
  body: z
    .strictObject({
      command: z.enum(stopLifecycle.commands).exclude(['settle']),
      reason: Note.default(''),
      /** When it truly happened, for what is entered later from paper; left out: now. */
      at: Instant.optional(),
      /** Where the goods bound for a skipped stop go; needed when any are aboard. */
      returnToSiteId: Uuid.nullable().default(null),
    })
    .refine((it) => it.command !== 'skip' || it.reason !== '', {
      path: ['reason'],
      params: { code: 'reason_required' },
    }),
  response: ConvoyFile,
});
