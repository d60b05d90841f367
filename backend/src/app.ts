import type { Db } from '@qafila/db';
import type { Express, Router } from 'express';
import { alertRoutes } from './features/alerts/index.ts';
import { associationRoutes } from './features/associations/index.ts';
import { campaignRoutes } from './features/campaigns/index.ts';
import { convoyRoutes } from './features/convoys/index.ts';
import { deliveryRoutes } from './features/deliveries/index.ts';
import { documentRoutes } from './features/documents/index.ts';
import { type DriverRouteDeps, driverRoutes, driverWith } from './features/driver/index.ts';
import { financeRoutes } from './features/finances/index.ts';
import { type HazardRouteDeps, hazardRoutes } from './features/hazards/index.ts';
import { type JobRouteDeps, jobRoutes } from './features/jobs/index.ts';
import { type LiveRouteDeps, liveRoutes } from './features/live/index.ts';
import { movementRoutes } from './features/movement/index.ts';
import { needRoutes } from './features/needs/index.ts';
import { noticeRoutes } from './features/notices/index.ts';
import { obligationRoutes } from './features/obligations/index.ts';
import { outputRoutes } from './features/outputs/index.ts';
import { peopleRoutes } from './features/people/index.ts';
import { pledgeRoutes } from './features/pledges/index.ts';
import { projectRoutes } from './features/projects/index.ts';
import { referenceRoutes } from './features/reference/index.ts';
import { type ReferralRouteDeps, referralRoutes } from './features/referrals/index.ts';
import { openApplication, registryRoutes } from './features/registry/index.ts';
import { replayRoutes } from './features/replay/index.ts';
import { createRouteEngine, type RoutingRouteDeps, routingRoutes } from './features/routing/index.ts';
import { type ServerRouteDeps, serverRoutes } from './features/server/index.ts';
import { sessionRoutes } from './features/session/index.ts';
import { type ShareDoor, type ShareRouteDeps, shareLinkRoutes } from './features/share-links/index.ts';
import { stockRoutes } from './features/stock/index.ts';
import { vehicleRoutes } from './features/vehicles/index.ts';
import { visitRoutes } from './features/visits/index.ts';
import { applicants } from './platform/applicants.ts';
import type { BindDeps } from './platform/bind.ts';
import type { Config } from './platform/config.ts';
import { drivers } from './platform/drivers.ts';
import { healthRoutes } from './platform/health.ts';
import { assembleApp } from './platform/http.ts';
import type { Logger } from './platform/logging.ts';
import type { Metrics } from './platform/metrics.ts';
import { docsRoutes } from './platform/openapi/docs-page.ts';
import type { Readiness } from './platform/readiness.repository.ts';
import { sessions } from './platform/sessions.ts';
import { shares } from './platform/shares.ts';

export type AppDeps = BindDeps & {
  readonly config: Config;
  readonly db: Db;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly readiness: () => Promise<Readiness>;
  readonly sessionSecret: string;
  readonly feed: LiveRouteDeps['feed'];
  readonly shareDoor: ShareDoor;
  readonly sharedViews: ShareRouteDeps['sharedViews'];
  readonly jobs: JobRouteDeps['jobs'];
} & Pick<DriverRouteDeps, 'progressOf' | 'takeFixes'> &
  Pick<ReferralRouteDeps, 'personKey'>;

/** Every feature's routes, one line each. */
export function featureRoutes(
  deps: LiveRouteDeps &
    DriverRouteDeps &
    HazardRouteDeps &
    ReferralRouteDeps &
    JobRouteDeps &
    RoutingRouteDeps &
    ServerRouteDeps &
    ShareRouteDeps,
): Router[] {
  return [
    sessionRoutes(deps),
    serverRoutes(deps),
    peopleRoutes(deps),
    referenceRoutes(deps),
    registryRoutes(deps),
    associationRoutes(deps),
    documentRoutes(deps),
    obligationRoutes(deps),
    financeRoutes(deps),
    noticeRoutes(deps),
    campaignRoutes(deps),
    needRoutes(deps),
    outputRoutes(deps),
    projectRoutes(deps),
    pledgeRoutes(deps),
    stockRoutes(deps),
    vehicleRoutes(deps),
    convoyRoutes(deps),
    deliveryRoutes(deps),
    hazardRoutes(deps),
    routingRoutes(deps),
    alertRoutes(deps),
    liveRoutes(deps),
    driverRoutes(deps),
    movementRoutes(deps),
    replayRoutes(deps),
    shareLinkRoutes(deps),
    visitRoutes(deps),
    referralRoutes(deps),
    jobRoutes(deps),
  ];
}

export function createApp(deps: AppDeps): Express {
  const { config, db, now, log, metrics, readiness, sessionSecret, shareDoor } = deps;
  return assembleApp({
    config,
    log,
    measure: metrics.measure,
    outside: [healthRoutes(readiness), metrics.routes, docsRoutes()],
    sessions: [
      ...sessions({ db, now, secret: sessionSecret }),
      shares(shareDoor.open),
      drivers((secret) => driverWith(deps, secret)),
      applicants((key, address) => openApplication(deps, key, address)),
    ],
    routes: featureRoutes({
      ...deps,
      map: config.map,
      hasFireFeed: config.firmsUrls.length > 0,
      routeEngine: createRouteEngine(config),
    }),
  });
}
