import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import { Instant, LatLng, Name, Note, Reason, Uuid } from './primitives.ts';

export const HazardSource = z.enum(['firms', 'drawn', 'geojson', 'cap']);
export type HazardSource = z.infer<typeof HazardSource>;

/** CAP's scale, its `Unknown` left out. */
export const HazardSeverity = z.enum(['minor', 'moderate', 'severe', 'extreme']);
export type HazardSeverity = z.infer<typeof HazardSeverity>;

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
  validTo: Instant,
  /** Fire radiative power, megawatts, and confidence, 0–100; of detections only. */
  frpMw: z.number().nullable(),
  confidencePct: z.int().nullable(),
});
export type Hazard = z.infer<typeof Hazard>;

export const listHazards = endpoint({
  method: 'get',
  path: '/api/v1/hazards',
  summary: 'Hazards that are valid at an instant, or at any time between two',
  access: 'hazard:read',
  query: z
    .strictObject({
      /** Left out: now. */
      from: Instant.optional(),
      to: Instant.optional(),
    })
    .refine((it) => !it.from || !it.to || it.from <= it.to, {
      path: ['to'],
      params: { code: 'end_before_start' },
    }),
  response: z.array(Hazard),
});

const zoneFields = {
  name: Name,
  note: Note.default(''),
  severity: HazardSeverity,
  area: HazardArea,
  validFrom: Instant,
  validTo: Instant,
};
const ordered = { path: ['validTo'], params: { code: 'end_before_start' } };
const isOrdered = (it: { validFrom?: string | undefined; validTo?: string | undefined }): boolean =>
  !it.validFrom || !it.validTo || new Date(it.validFrom) < new Date(it.validTo);

export const createHazard = endpoint({
  method: 'post',
  path: '/api/v1/hazards',
  summary: 'Draw a hazard zone',
  access: 'hazard:manage',
  body: z.strictObject(zoneFields).refine(isOrdered, ordered),
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

/** Row 0 is the file itself. */
export const HazardImportError = z.strictObject({ row: z.int(), field: z.string(), code: z.string() });

export const HazardImport = z.strictObject({
  format: HazardImportFormat,
  added: z.int(),
  /** Already known: the same detection, feature or alert. */
  known: z.int(),
  /** Valid no longer, outside the map, or below the least confidence. */
  left: z.int(),
  errors: z.array(HazardImportError),
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
  response: HazardImport,
});

/** A hazard on the way, and where it comes near. */
export const HazardOnRoute = z.strictObject({
  hazard: Hazard,
  /** How near the route comes, and how far along the whole route that is. */
  distanceM: z.int(),
  alongM: z.int(),
});
export type HazardOnRoute = z.infer<typeof HazardOnRoute>;
