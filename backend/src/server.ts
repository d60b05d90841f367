import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JobName } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { createApp } from './app.ts';
import { AlertEngine } from './features/alerts/index.ts';
import { hazardsOnRoute } from './features/hazards/index.ts';
import { runAsServer } from './features/jobs/index.ts';
import { createLiveServer } from './features/live/index.ts';
import { createPositions } from './features/positions/index.ts';
import { createShareDoor, createSharedViews, type ShareDoor } from './features/share-links/index.ts';
import { activeTrackers, vehicleCampaigns } from './features/vehicles/index.ts';
import { jobsOf } from './jobs.ts';
import { countLive } from './live-metrics.ts';
import { type Announcer, createAnnouncer } from './platform/announcements.ts';
import type { Config } from './platform/config.ts';
import { trustedProxy } from './platform/http.ts';
import { createHttpServer } from './platform/http-server.ts';
import { createLogger, type Logger } from './platform/logging.ts';
import { createMetrics } from './platform/metrics.ts';
import { databaseReadiness } from './platform/readiness.repository.ts';
import { personKeyOf, readOrMakeSecret } from './platform/secret-file.ts';
import { identifier } from './platform/sessions.ts';

export type QafilaServer = {
  readonly http: Server;
  readonly announcer: Announcer;
  /** Reads what must be known and binds to the configured address; the answer is where people find it. */
  readonly listen: () => Promise<string>;
  /** Does what is due of a job; false when it is being done already, here or on another server. */
  readonly runJob: (name: JobName) => Promise<boolean>;
  /** Stops taking requests, answers those under way, stores every position that came; the database stays open. */
  readonly close: () => Promise<void>;
};

type ServerOptions = {
  readonly now?: () => Date;
  readonly log?: Logger;
  /** False where a story is told whose fixes come after all the rest: nothing of it is amiss meanwhile. */
  readonly isWatching?: boolean;
};

export function createServer(config: Config, db: Db, options: ServerOptions = {}): QafilaServer {
  const { now = () => new Date(), log = createLogger(config.logLevel), isWatching = true } = options;
  const announcer = createAnnouncer(log);
  const secret = config.sessionSecret ?? readOrMakeSecret(config.dataDir, 'session-secret');
  const onFailure = (error: unknown): void => log.error({ err: error }, 'share links');
  const shareDoor = createShareDoor({ db, now, secret, onFailure });
  const { positions, live, alerts } = createLiveParts(config, { db, now, log, secret, shareDoor }, announcer);
  const sharedViews = createSharedViews({ db, now, feed: live.feed });
  announcer.subscribe(sharedViews.announce);
  const database = databaseReadiness(db);
  const metrics = createMetrics(config.metricsToken);
  countLive(metrics.registry, { ingest: positions.ingest, connections: live.connections });
  const jobs = jobsOf(config);
  let isDraining = false;
  const app = createApp({
    config,
    db,
    now,
    log,
    metrics,
    announce: announcer.announce,
    readiness: async () => (isDraining ? 'draining' : await database()),
    sessionSecret: secret,
    personKey: personKeyOf(config),
    feed: live.feed,
    shareDoor,
    sharedViews,
    jobs,
    takeFixes: positions.takeBatch,
    progressOf: (vehicleNumber) => alerts.progressOf(vehicleNumber),
  });
  const http = createHttpServer(app, positions.hot);
  live.attach(http);
  return {
    http,
    announcer,
    runJob: (name) => runAsServer({ db, now, announce: announcer.announce }, jobs, name),
    async listen() {
      await positions.start();
      if (isWatching) await alerts.start();
      await live.start();
      http.listen(config.port, config.host);
      await once(http, 'listening');
      return addressOf(http);
    },
    async close() {
      isDraining = true;
      const closed = closeHttp(http);
      await positions.close();
      await alerts.close();
      live.close();
      await closed;
      await shareDoor.close();
    },
  };
}

type LivePartsDeps = { db: Db; now: () => Date; log: Logger; secret: string; shareDoor: ShareDoor };

/** What lives beside Express: the trackers' doors and the viewers' sockets, joined by what has moved. */
function createLiveParts(config: Config, deps: LivePartsDeps, announcer: Announcer) {
  const { db, now, log } = deps;
  const alerts = new AlertEngine({
    db,
    now,
    announce: announcer.announce,
    hazardsNear: hazardsOnRoute,
    onFailure: (error) => log.error({ err: error }, 'alerts'),
  });
  const positions = createPositions({
    db,
    now,
    activeTrackers,
    onStored: (batch) => alerts.stored(batch),
    onMoved: (moved) => live.feed.moved(moved.keys()),
    onFailure: (error) => log.error({ err: error }, 'positions'),
    trackerFixesPerS: config.trackerFixesPerS,
    broker: brokerOf(config),
  });
  const live = createLiveServer({
    db,
    now,
    log,
    newest: positions.fleet.newest,
    progressOf: (vehicleNumber) => alerts.progressOf(vehicleNumber),
    followed: () => vehicleCampaigns(db),
    identify: identifier(deps),
    openShare: deps.shareDoor.enter,
    openShares: deps.shareDoor.stillOpen,
    publicUrl: config.publicUrl,
    trustProxy: trustedProxy(config),
  });
  announcer.subscribe(live.announce);
  announcer.subscribe((it) => alerts.hear(it));
  announcer.subscribe((it) => {
    if (it.kind !== 'trackersChanged') return;
    positions.reloadTrackers().catch((error: unknown) => log.error({ err: error }, 'positions'));
  });
  return { positions, live, alerts };
}

/** This server's name at the broker stays the same over restarts, and is no other server's. */
function brokerOf({ mqttUrl, dataDir }: Config) {
  if (mqttUrl === undefined) return undefined;
  return { url: mqttUrl, clientId: `qafila-${readOrMakeSecret(dataDir, 'mqtt-client').slice(0, 16)}` };
}

function addressOf(http: Server): string {
  const { address, port, family } = http.address() as AddressInfo;
  const isEverywhere = address === '::' || address === '0.0.0.0';
  const host = family === 'IPv6' ? `[${address}]` : address;
  return `http://${isEverywhere ? 'localhost' : host}:${port}`;
}

/** How long a request that is under way may take to end. */
const UNDER_WAY_MS = 5000;

async function closeHttp(http: Server): Promise<void> {
  if (!http.listening) return;
  const closed = once(http, 'close');
  http.close();
  const impatience = setTimeout(() => http.closeAllConnections(), UNDER_WAY_MS);
  await closed;
  clearTimeout(impatience);
}
