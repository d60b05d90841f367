import { suggestRoutes } from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import type { RouteEngine } from './engine.ts';
import { suggest } from './routing.service.ts';

export type RoutingRouteDeps = BindDeps & { readonly routeEngine?: RouteEngine | undefined };

/** No transaction waits for an engine that answers slowly. */
export function routingRoutes({ routeEngine, ...deps }: RoutingRouteDeps): Router {
  const router = Router();
  bind(router, deps, suggestRoutes, (asked) => suggest(asked, routeEngine, asked.body), {
    ownTransactions: true,
  });
  return router;
}
