import type { Endpoint } from '@qafila/contract';
import * as contract from '@qafila/contract';

export type NamedEndpoint = { readonly name: string; readonly endpoint: Endpoint };

function isEndpoint(value: unknown): value is Endpoint {
  return (
    value !== null && typeof value === 'object' && 'path' in value && 'method' in value && 'access' in value
  );
}

/** Every endpoint of the contract, by the name it is exported under. */
export const ENDPOINTS: readonly NamedEndpoint[] = Object.entries(contract).flatMap(([name, value]) =>
  isEndpoint(value) ? [{ name, endpoint: value }] : [],
);

/** What answers at one path: the endpoint of each method. */
type Place = { readonly pattern: RegExp; readonly byMethod: ReadonlyMap<string, Endpoint> };

const PLACES: readonly Place[] = [...new Set(ENDPOINTS.map((it) => it.endpoint.path))]
  .toSorted(literalsFirst)
  .map((path) => ({
    pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`),
    byMethod: new Map(
      ENDPOINTS.filter((it) => it.endpoint.path === path).map((it) => [
        it.endpoint.method.toUpperCase(),
        it.endpoint,
      ]),
    ),
  }));

/** `/invitations/lookup` is looked for before `/invitations/:invitationId`. */
function literalsFirst(a: string, b: string): number {
  return a.split(':').length - b.split(':').length;
}

/** What the contract has at a path: the methods that some endpoint there takes, and the endpoint of `method`. */
export function findEndpoint(method: string, path: string): { endpoint?: Endpoint; allowed: string[] } {
  const places = PLACES.filter((it) => it.pattern.test(path));
  const allowed = [...new Set(places.flatMap((it) => [...it.byMethod.keys()]))];
  const wanted = method === 'HEAD' ? 'GET' : method;
  const endpoint = places.map((it) => it.byMethod.get(wanted)).find((it) => it !== undefined);
  return { ...(endpoint && { endpoint }), allowed: allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed };
}
