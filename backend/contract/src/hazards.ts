import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import { Instant, LatLng, Name, Note, Reason, Uuid } from './primitives.ts';

export const HazardSource = z.enum(['firms', 'drawn', 'geojson', 'cap']);
export type HazardSource = z.infer<typeof HazardSource>;

/** CAP's scale, its `Unknown` left out. */
export const HazardSeverity = z.enum(['minor', 'moderate', 'severe', 'extreme']);
export type HazardSeverity = z.infer<typeof HazardSeverity>;

/** How a satellite's detection is read. */
export const FIRMS = {
  /** A fire seen is taken to burn this long, unless it is seen again. */
  validHours: 24,
  /** MODIS calls less than this low; a low confidence is more often sun on a roof than fire. */
  leastConfidencePct: 30,
  /** What VIIRS says in letters, in the middle of MODIS's classes. */
  confidencePct: { l: 15, low: 15, n: 55, nominal: 55, h: 90, high: 90 },
  /** The pixel at nadir; towards the edge of a pass it grows, as `scan` and `track` say. */
  leastRadiusM: { VIIRS: 375, MODIS: 1_000 },
  /** Fire radiative power from which a detection counts as more than `minor`, megawatts. */
  severityFromMw: { moderate: 5, severe: 30, extreme: 200 },
} as const;

/** What the map shows; what lies outside is left out of an import. Degrees. */
export const HAZARD_REGION = { south: 29.2, west: 30.5, north: 40.2, east: 47.5 } as const;

/** One ring of [lat, lng], closed or not; the same order as a route. */
export const Ring = z
  .array(z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]))
  .min(3)
  .max(LIMITS.ringPoints);

/** Where it burns: a detection's point with the radius its pixel stands for, or a zone. */
export const HazardArea = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('circle'), center: LatLng, radiusM: z.number().min(1).max(500_000) }),
  z.strictObject({ type: z.literal('polygon'), ring: Ring }),
]);
export type HazardArea = z.infer<typeof HazardArea>;

export const Hazard = z.strictObject({
  id: Uuid,
  source: HazardSource,
  severity: HazardSeverity,
  /** Empty for a satellite detection. */
  name: z.string(),
  note: z.string(),
  area: HazardArea,
  /** For a detection, when the satellite saw it. */
  validFrom: Instant,
  /** The first instant at which it is no longer valid. */
  validTo: Instant,
  /** Fire radiative power, megawatts, and confidence, 0–100; of detections only. */
  frpMw: z.number().nullable(),
  confidencePct: z.int().nullable(),
  /** Why somebody ended it; empty where time does. */
  endReason: z.string(),
});
export type Hazard = z.infer<typeof Hazard>;

export const listHazards = endpoint({
  method: 'get',
  path: '/api/v1/hazards',
  summary: 'Hazards that are valid at an instant, or at any time between two; of very many, the newest',
  access: 'hazard:read',
  query: z
    .strictObject({
      /** Left out: now, or what `to` says. */
      from: Instant.optional(),
      to: Instant.optional(),
    })
    .refine((it) => !it.from || !it.to || new Date(it.from) <= new Date(it.to), {
      path: ['to'],
      params: { code: 'end_before_start' },
    }),
  response: z.array(Hazard),
});

export const createHazard = endpoint({
  method: 'post',
  path: '/api/v1/hazards',
  summary: 'Draw a hazard zone',
  access: 'hazard:manage',
  body: z
    .strictObject({
      name: Name,
      note: Note.default(''),
      severity: HazardSeverity,
      area: HazardArea,
      validFrom: Instant,
      validTo: Instant,
    })
    .refine((it) => new Date(it.validFrom) < new Date(it.validTo), {
      path: ['validTo'],
      params: { code: 'end_before_start' },
    }),
  success: 201,
  response: Hazard,
});

const HazardParams = z.strictObject({ hazardId: Uuid });

/** What was over stays on record for the replay. */
export const endHazard = endpoint({
  method: 'post',
  path: '/api/v1/hazards/:hazardId/end',
  summary: 'Say that a hazard is over, or was entered by mistake',
  access: 'hazard:manage',
  params: HazardParams,
  body: z.strictObject({ reason: Reason }),
  response: Hazard,
});

export const HazardImportFormat = z.enum(['firms_csv', 'geojson', 'cap']);
export type HazardImportFormat = z.infer<typeof HazardImportFormat>;

/** Row 0 is the file itself; a table's rows count from its header, 1; features and areas count from 1. */
export const HazardImportError = z.strictObject({ row: z.int(), field: z.string(), code: z.string() });
export type HazardImportError = z.infer<typeof HazardImportError>;

export const HazardImport = z.strictObject({
  /** Null where nobody can tell. */
  format: HazardImportFormat.nullable(),
  added: z.int(),
  /** Already known: the same detection, feature or alert. */
  known: z.int(),
  /** Valid no longer, outside the map, below the least confidence, or not burning vegetation. */
  left: z.int(),
  /** Ended, because an alert that updates or cancels them came. */
  ended: z.int(),
  /** Rows with something wrong; `errors` names the first of them. */
  refused: z.int(),
  errors: z.array(HazardImportError),
  /** What came, or would come. */
  hazards: z.array(Hazard),
});
export type HazardImport = z.infer<typeof HazardImport>;

/** The file travels as text, so that one door takes CSV, GeoJSON and XML alike. */
export const importHazards = endpoint({
  method: 'post',
  path: '/api/v1/hazards/import',
  summary: 'Import NASA FIRMS CSV, GeoJSON zones or a CAP 1.2 alert; `dryRun` only shows what would come',
  access: 'hazard:manage',
  body: z.strictObject({
    text: z.string().min(1).max(LIMITS.hazardFileChars),
    /** For zones that bring no validity of their own. */
    validTo: Instant.optional(),
    dryRun: z.boolean().default(false),
  }),
  bodyBytes: LIMITS.hazardFileBytes,
  response: HazardImport,
});

export const HazardFeedFailure = z.enum(['unreachable', 'refused', 'unreadable']);

/** What became of the last time the configured fire tables were fetched. */
export const HazardFeed = z.strictObject({
  isConfigured: z.boolean(),
  lastTriedAt: Instant.nullable(),
  lastAnsweredAt: Instant.nullable(),
  /** Fires that the last answer brought. */
  added: z.int(),
  /** Why the last try gave nothing; null when it went well. */
  failure: HazardFeedFailure.nullable(),
});
export type HazardFeed = z.infer<typeof HazardFeed>;

export const readHazardFeed = endpoint({
  method: 'get',
  path: '/api/v1/hazards/feed',
  summary: 'Whether fire points are fetched by themselves, and how the last time went',
  access: 'hazard:manage',
  response: HazardFeed,
});

/** A hazard on the way, and where it comes near. */
export const HazardOnRoute = z.strictObject({
  hazard: Hazard,
  /** How near the route comes, and how far along the whole route that is. */
  distanceM: z.int(),
  alongM: z.int(),
});
export type HazardOnRoute = z.infer<typeof HazardOnRoute>;
