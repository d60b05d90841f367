import { readServer } from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import type { MapConfig } from '../../platform/map-config.ts';
import { VERSION } from '../../platform/version.ts';
import { demoLogins } from './demo-logins.repository.ts';
import { mapArchiveRoute, mapGroundOf } from './map-tiles.ts';

/** Known to everyone: it opens accounts that exist only with demo data. */
export const DEMO_PASSWORD = 'qafila-demo';

export type ServerRouteDeps = BindDeps & { readonly map?: MapConfig };

export function serverRoutes(deps: ServerRouteDeps): Router {
  const router = Router();
  const { map = { kind: 'embedded' } } = deps;
  router.use(mapArchiveRoute(map));
  bind(router, deps, readServer, async ({ db, now }) => {
    const logins = await demoLogins(db);
    return {
      version: VERSION,
      now: now().toISOString(),
      map: mapGroundOf(map),
      demo: logins.length === 0 ? null : { password: DEMO_PASSWORD, logins },
    };
  });
  return router;
}
