import type { Db } from '@qafila/db';
import type { Express } from 'express';
import { associationRoutes } from './features/associations/index.ts';
import { campaignRoutes } from './features/campaigns/index.ts';
import { referenceRoutes } from './features/reference/index.ts';
import { sessionRoutes } from './features/session/index.ts';
import { vehicleRoutes } from './features/vehicles/index.ts';
import type { Announcer } from './platform/announcements.ts';
import type { BindDeps } from './platform/bind.ts';
import type { Config } from './platform/config.ts';
import { assembleApp } from './platform/http.ts';
import type { Logger } from './platform/logging.ts';
import { sessions } from './platform/sessions.ts';

export type AppDeps = {
  readonly config: Config;
  readonly db: Db;
  readonly now: () => Date;
  readonly log: Logger;
  readonly announcer: Announcer;
  readonly sessionSecret: string;
};

/** Express with every feature's routes, one line each. */
export function createApp({ config, db, now, log, announcer, sessionSecret }: AppDeps): Express {
  const deps: BindDeps = { db, now, announce: announcer.announce };
  return assembleApp({
    config,
    log,
    outside: [],
    sessions: sessions({ db, now, secret: sessionSecret }),
    routes: [
      sessionRoutes(deps),
      referenceRoutes(deps),
      associationRoutes(deps),
      campaignRoutes(deps),
      vehicleRoutes(deps),
    ],
  });
}
