import { readServer } from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { VERSION } from '../../platform/version.ts';
import { demoLogins } from './demo-logins.repository.ts';

/** Known to everyone: it opens accounts that exist only with demo data. */
export const DEMO_PASSWORD = 'qafila-demo';

export function serverRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, readServer, async ({ db, now }) => {
    const logins = await demoLogins(db);
    return {
      version: VERSION,
      now: now().toISOString(),
      demo: logins.length === 0 ? null : { password: DEMO_PASSWORD, logins },
    };
  });
  return router;
}
