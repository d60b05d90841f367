import type { LatLng } from '@qafila/contract';
import type { Config } from '../../platform/config.ts';
import { type OutboundAnswer, OutboundError, outboundTo } from '../../platform/outbound.ts';
import type { Adapter, Way } from './adapter.ts';
import { openRouteService } from './openrouteservice.ts';
import { osrm } from './osrm.ts';
import { fewerVertices } from './simplify.ts';
import { valhalla } from './valhalla.ts';

export type RouteEngine = {
  /** Tells its answers from those of another engine, or of the same elsewhere. */
  readonly name: string;
  /** Null: there is no road. @throws {OutboundError} */
  readonly wayThrough: (points: readonly LatLng[]) => Promise<Way | null>;
};

const ADAPTERS: Readonly<Record<NonNullable<Config['routing']>['engine'], Adapter>> = {
  osrm,
  valhalla,
  ors: openRouteService,
};
const TIMEOUT_MS = 5_000;
const MAX_BYTES = 4_000_000;

export function createRouteEngine({
  routing,
  outboundPrivate,
}: Pick<Config, 'routing' | 'outboundPrivate'>): RouteEngine | undefined {
  if (!routing) return undefined;
  const { engine, url, key } = routing;
  const adapter = ADAPTERS[engine];
  const outbound = outboundTo(url, {
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
    allowPrivate: outboundPrivate,
  });
  return {
    name: `${engine} ${url}`,
    async wayThrough(points) {
      const answer = await adapter.ask(outbound, points, key);
      const way = readWith(adapter, answer);
      return way && { ...way, line: fewerVertices(way.line) };
    },
  };
}

function readWith(adapter: Adapter, answer: OutboundAnswer): Way | null {
  try {
    return adapter.read(answer);
  } catch (error) {
    throw new OutboundError('refused', `not an answer of this engine (${answer.status})`, { cause: error });
  }
}
