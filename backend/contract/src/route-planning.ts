import { z } from 'zod';
import { ConvoyFile, RouteKind, RouteLine } from './convoys.ts';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import { Instant, LatLng, Uuid } from './primitives.ts';

/** A way from one place to another that could be taken. */
export const RouteOption = z.strictObject({
  kind: RouteKind,
  line: RouteLine,
  distanceM: z.int(),
  /** As the engine says; null where nobody knows. */
  durationS: z.int().nullable(),
  /** The last convoy that drove it to its end, and when it came there; null for what none has. */
  usedBy: z.strictObject({ convoyCode: z.string(), at: Instant }).nullable(),
});
export type RouteOption = z.infer<typeof RouteOption>;

export const RouteOptions = z.strictObject({
  options: z.array(RouteOption),
  /** Whether an engine is configured, and why it gave nothing. */
  engine: z.enum(['off', 'answered', 'unreachable', 'no_route']),
});
export type RouteOptions = z.infer<typeof RouteOptions>;

export const suggestRoutes = endpoint({
  method: 'post',
  path: '/api/v1/routes/suggestions',
  summary: 'Ways between two places: as earlier convoys drove, from the routing engine, and straight',
  access: 'convoy:manage',
  body: z.strictObject({
    from: LatLng,
    to: LatLng,
    via: z.array(LatLng).max(LIMITS.routeVia).default([]),
  }),
  idempotent: false,
  response: RouteOptions,
});

/** Also on the way: a convoy that is sent round a fire keeps a true remaining distance. */
export const setLegRoute = endpoint({
  method: 'put',
  path: '/api/v1/stops/:stopId/route',
  summary: 'Lay the leg that leads to a stop: drawn, as an engine gave it, or straight',
  access: 'convoy:manage',
  params: z.strictObject({ stopId: Uuid }),
  body: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: RouteKind.exclude(['straight']),
      /** Its ends are led to the two places, which takes a vertex each. */
      line: RouteLine.min(2).max(LIMITS.routePoints - 2),
    }),
    z.strictObject({ kind: z.literal('straight') }),
  ]),
  response: ConvoyFile,
});
