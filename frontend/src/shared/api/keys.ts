import type { Endpoint } from '@qafila/contract';

type Where = { readonly params?: unknown; readonly query?: unknown };

/** The query key of an endpoint at a target: its path, then what fills it. */
export function keyOf(endpoint: Pick<Endpoint, 'path'>, target: Where): readonly [string, unknown, unknown] {
  return [endpoint.path, target.params ?? {}, target.query ?? {}];
}
