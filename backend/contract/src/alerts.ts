import { z } from 'zod';
import { CampaignParams } from './campaigns.ts';
import { endpoint } from './endpoint.ts';
import { defineLifecycle } from './lifecycle.ts';
import { Instant, LatLng, Note, PageQuery, pageOf, Uuid } from './primitives.ts';
import { SiteRef } from './reference.ts';

/**
 * What the system notices on the way. `severity` ranks and colours it; `ends` says what ends it: its cause, or a
 * person, where no later fix can say that it is over.
 */
export const ALERTS = {
  sos: { severity: 'critical', ends: 'person' },
  /** A breakdown, a blocked road: what a driver tells in their own words. */
  problem: { severity: 'critical', ends: 'person' },
  hazard_ahead: { severity: 'critical', ends: 'cause' },
  silent: { severity: 'warning', ends: 'cause' },
  off_route: { severity: 'warning', ends: 'cause' },
  unplanned_halt: { severity: 'warning', ends: 'cause' },
  straggler: { severity: 'warning', ends: 'cause' },
  late_departure: { severity: 'warning', ends: 'cause' },
  late_arrival: { severity: 'warning', ends: 'cause' },
  low_battery: { severity: 'notice', ends: 'cause' },
  implausible_position: { severity: 'notice', ends: 'cause' },
  /** A vehicle stays within a stop's geofence: an arrival to be confirmed by a person. */
  arrived: { severity: 'notice', ends: 'cause' },
  /** A vehicle is gone from the origin before its departure was entered, or from a stop not settled. */
  left: { severity: 'notice', ends: 'cause' },
} as const satisfies Record<
  string,
  { severity: 'critical' | 'warning' | 'notice'; ends: 'cause' | 'person' }
>;
export type AlertKind = keyof typeof ALERTS;
export const AlertKind = z.enum(Object.keys(ALERTS) as [AlertKind, ...AlertKind[]]);
export type AlertSeverity = (typeof ALERTS)[AlertKind]['severity'];

/**
 * The one life of an alert. `retract` happens when fixes that came late prove it wrong; it stays on record, and is
 * no longer counted.
 */
export const alertLifecycle = defineLifecycle({
  raised: { acknowledge: 'acknowledged', clear: 'cleared', retract: 'retracted' },
  acknowledged: { clear: 'cleared', retract: 'retracted' },
  cleared: { retract: 'retracted' },
  retracted: {},
});
export const AlertStatus = z.enum(alertLifecycle.states);
export type AlertStatus = z.infer<typeof AlertStatus>;

/** When a campaign wants to be told. */
export const AlertRules = z.strictObject({
  geofenceRadiusM: z.int().min(100).max(10_000).default(500),
  /** How long inside (or outside) before a vehicle counts as arrived (or gone). */
  dwellS: z.int().min(0).max(3_600).default(120),
  offRouteM: z.int().min(100).max(20_000).default(1_000),
  offRouteS: z.int().min(0).max(3_600).default(180),
  haltMin: z.int().min(1).max(480).default(20),
  lateDepartureMin: z.int().min(1).max(1_440).default(15),
  lateArrivalMin: z.int().min(1).max(1_440).default(30),
  stragglerKm: z.number().min(1).max(200).default(10),
  stragglerMin: z.int().min(0).max(240).default(10),
  silentMin: z.int().min(2).max(480).default(15),
  lowBatteryPct: z.int().min(1).max(90).default(20),
  /** A hazard nearer than this to the route that is left is ahead. */
  hazardKm: z.number().min(0.5).max(100).default(5),
});
export type AlertRules = z.infer<typeof AlertRules>;
export const DEFAULT_ALERT_RULES: AlertRules = AlertRules.parse({});

const AlertVehicle = z.strictObject({
  convoyVehicleId: Uuid,
  number: z.int(),
  ordinal: z.int(),
  plate: z.string(),
});

export const Alert = z.strictObject({
  id: Uuid,
  campaignId: Uuid,
  convoy: z.strictObject({ id: Uuid, code: z.string() }),
  kind: AlertKind,
  status: AlertStatus,
  /** Null: it concerns the whole convoy. */
  vehicle: AlertVehicle.nullable(),
  stop: z.strictObject({ id: Uuid, site: SiteRef }).nullable(),
  hazardId: Uuid.nullable(),
  /**
   * Since when it is so, in the time of the fixes, not of their coming: silent since the last word, late since the
   * planned departure.
   */
  beganAt: Instant,
  endedAt: Instant.nullable(),
  /** Null: it was over before the fixes that tell of it came; on record, and never raised. */
  raisedAt: Instant.nullable(),
  at: LatLng.nullable(),
  /**
   * What the sentence of its kind says beside since when it is so. `distanceM`: off the route, behind the convoy, or of
   * a hazard from the route; `lateMin`; `batteryPct`; `count` of hazards or of places; `aheadMin`, `alongM` and
   * `untilM`: how far off in time, and where on the way, a stretch of hazards is.
   */
  values: z.record(z.string(), z.number()),
  /** The words of the driver who reported it; empty for what the system noticed. */
  said: z.string(),
  acknowledged: z.strictObject({ at: Instant, byName: z.string(), note: z.string() }).nullable(),
  /** `byName` is null when its cause ended. */
  cleared: z.strictObject({ at: Instant, byName: z.string().nullable(), note: z.string() }).nullable(),
});
export type Alert = z.infer<typeof Alert>;

export const listAlerts = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/alerts',
  summary: 'Alerts, newest first; an association sees those of convoys that carry its goods',
  access: 'alert:read',
  params: CampaignParams,
  query: PageQuery.extend({
    /** `open`: raised or acknowledged. `all`: also what is over; never what was retracted. */
    state: z.enum(['open', 'all']).default('open'),
    convoyId: Uuid.optional(),
  }),
  response: pageOf(Alert),
});

const AlertParams = z.strictObject({ alertId: Uuid });

export const moveAlert = endpoint({
  method: 'post',
  path: '/api/v1/alerts/:alertId/transitions',
  summary: 'Acknowledge an alert with a note; clear one that only a person can end',
  access: 'alert:acknowledge',
  params: AlertParams,
  body: z.strictObject({ command: z.enum(['acknowledge', 'clear']), note: Note.default('') }),
  response: Alert,
});

export const readAlertRules = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/alert-rules',
  summary: 'When this campaign wants to be told',
  access: 'alert:read',
  params: CampaignParams,
  response: z.strictObject({ rules: AlertRules, version: z.int() }),
});

export const updateAlertRules = endpoint({
  method: 'put',
  path: '/api/v1/campaigns/:campaignId/alert-rules',
  summary: 'Change when this campaign wants to be told',
  access: 'alert:configure',
  params: CampaignParams,
  body: AlertRules,
  versioned: true,
  response: z.strictObject({ rules: AlertRules, version: z.int() }),
});
