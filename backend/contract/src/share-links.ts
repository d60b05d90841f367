import { z } from 'zod';
import { AlertKind } from './alerts.ts';
import { CampaignParams, CoverageKg } from './campaigns.ts';
import { ConvoyStatus, RouteKind, RouteLine, StopStatus } from './convoys.ts';
import { endpoint } from './endpoint.ts';
import { Pace } from './eta.ts';
import { HazardArea, HazardSource } from './hazards.ts';
import { LIMITS } from './limits.ts';
import { FixTuple } from './positions.ts';
import { Instant, Name, Uuid } from './primitives.ts';
import { SiteRef } from './reference.ts';
import { ReplayEvent } from './replay.ts';

/** What a link opens: the wall of a campaign, or one convoy on the map. */
export const ShareKind = z.enum(['wall', 'convoy']);
export type ShareKind = z.infer<typeof ShareKind>;

/**
 * How truly a link shows where vehicles are: `exact` and live, or `coarse`, for a screen that the public can see. On a
 * coarse link nothing is newer than `LIMITS.coarseDelayMin` — convoys appear that long after they left, and what
 * happens to them is told that late — and every place but those of hazards is snapped to `LIMITS.coarseGridDeg`. It
 * shows no vehicles, no plans from which arrivals could be reckoned, no alerts, and no depots.
 */
export const SharePrecision = z.enum(['exact', 'coarse']);
export type SharePrecision = z.infer<typeof SharePrecision>;

export const ShareLink = z.strictObject({
  id: Uuid,
  kind: ShareKind,
  precision: SharePrecision,
  /** Whom it is for, in the words of who made it. */
  label: z.string(),
  convoy: z.strictObject({ id: Uuid, code: z.string() }).nullable(),
  createdAt: Instant,
  createdByName: z.string(),
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
  lastUsedAt: Instant.nullable(),
  /** How often a page was opened by it. */
  useCount: z.int(),
  /** Path and fragment to open, secret included; null once it opens nothing. */
  path: z.string().nullable(),
});
export type ShareLink = z.infer<typeof ShareLink>;

export const listShareLinks = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/share-links',
  summary: 'Links that show this campaign to people without an account, newest first',
  access: 'share:manage',
  params: CampaignParams,
  response: z.array(ShareLink),
});

export const createShareLink = endpoint({
  method: 'post',
  path: '/api/v1/campaigns/:campaignId/share-links',
  summary: 'Make a link to the wall, or to follow one convoy',
  access: 'share:manage',
  params: CampaignParams,
  body: z
    .strictObject({
      kind: ShareKind,
      precision: SharePrecision,
      label: Name,
      convoyId: Uuid.nullable().default(null),
      validHours: z.int().min(1).max(LIMITS.shareLinkHoursMax),
    })
    .refine((it) => (it.kind === 'convoy') === (it.convoyId !== null), {
      path: ['convoyId'],
      params: { code: 'required' },
    }),
  success: 201,
  // The answer of a repeated request would have to be kept, and with it the secret.
  idempotent: false,
  response: ShareLink,
});

export const revokeShareLink = endpoint({
  method: 'post',
  path: '/api/v1/share-links/:shareLinkId/revoke',
  summary: 'End a link; screens that show it go dark within a second',
  access: 'share:manage',
  params: z.strictObject({ shareLinkId: Uuid }),
  response: ShareLink,
});

/**
 * What of a convoy a link shows: no people, no plates, no telephone numbers, no associations. On a coarse link plans
 * are null, routes empty and their lengths 0.
 */
export const SharedConvoy = z.strictObject({
  id: Uuid,
  code: z.string(),
  status: ConvoyStatus,
  origin: SiteRef,
  plannedDepartureAt: Instant.nullable(),
  departedAt: Instant.nullable(),
  arrivedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  cargoKg: z.number(),
  stops: z.array(
    z.strictObject({
      id: Uuid,
      ordinal: z.int(),
      site: SiteRef,
      status: StopStatus,
      plannedArrivalAt: Instant.nullable(),
      plannedHaltMin: z.int().nullable(),
      arrivedAt: Instant.nullable(),
      endedAt: Instant.nullable(),
      route: RouteLine,
      routeKind: RouteKind,
      distanceM: z.int(),
    }),
  ),
  /** What its ETA is reckoned by; null on a coarse link. */
  pace: Pace.nullable(),
  /** Numbers of live frames; empty on a coarse link. */
  vehicles: z.array(z.strictObject({ number: z.int(), ordinal: z.int() })),
});
export type SharedConvoy = z.infer<typeof SharedConvoy>;

export const SharedAlert = z.strictObject({
  convoyCode: z.string(),
  kind: AlertKind,
  beganAt: Instant,
  values: z.record(z.string(), z.number()),
  vehicleOrdinal: z.int().nullable(),
  site: SiteRef.nullable(),
});
export type SharedAlert = z.infer<typeof SharedAlert>;

/**
 * All that a wall or a follow page draws. A link to one convoy shows that convoy, its events, alerts and vehicles, and
 * nothing of the rest of the campaign: no destinations, no depots, and all figures of coverage 0.
 */
export const SharedView = z.strictObject({
  kind: ShareKind,
  precision: SharePrecision,
  asOf: Instant,
  expiresAt: Instant,
  campaign: z.strictObject({
    id: Uuid,
    nameAr: z.string(),
    nameEn: z.string(),
    governorateCodes: z.array(z.string()),
  }),
  isDemo: z.boolean(),
  coverage: CoverageKg,
  convoys: z.array(SharedConvoy),
  destinations: z.array(z.strictObject({ site: SiteRef, coverage: CoverageKg })),
  depots: z.array(z.strictObject({ site: SiteRef, onHandKg: z.number() })),
  hazards: z.array(
    z.strictObject({
      id: Uuid,
      source: HazardSource,
      area: HazardArea,
      validFrom: Instant,
      validTo: Instant,
    }),
  ),
  alerts: z.array(SharedAlert),
  /** Newest first. */
  events: z.array(ReplayEvent),
  /** Exact: newest fixes and the feed's number. Coarse: grid points an hour old, without vehicles. */
  sequence: z.int(),
  fixes: z.array(FixTuple),
  coarse: z.array(z.strictObject({ lat: z.number(), lng: z.number(), at: Instant })),
});
export type SharedView = z.infer<typeof SharedView>;

/**
 * A link's path is `/wall/<id>#<mac>` or `/follow/<id>#<mac>`. What the fragment holds travels as `<id>.<mac>` in this
 * header, or as `share` in the `auth` of a socket's handshake; never in an address. Such a socket asks nothing: it
 * hears `campaign:changed`, on an exact link `positions:changed`, and at the end `share:ended`.
 */
export const SHARE_TOKEN_HEADER = 'Share-Token';

export const readSharedView = endpoint({
  method: 'get',
  path: '/api/v1/shared',
  summary: 'What a share link shows; the link’s secret goes in the `Share-Token` header',
  access: 'shared',
  response: SharedView,
});
