import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Db } from '@qafila/db';
import { createApp } from './app.ts';
import { createPositions } from './features/positions/index.ts';
import { activeTrackers } from './features/vehicles/index.ts';
import { type Announcer, createAnnouncer } from './platform/announcements.ts';
import type { Config } from './platform/config.ts';
import { createHttpServer } from './platform/http-server.ts';
import { createLogger, type Logger } from './platform/logging.ts';
import { createMetrics } from './platform/metrics.ts';
import { databaseReadiness } from './platform/readiness.repository.ts';
import { readOrMakeSecret } from './platform/secret-file.ts';

export type QafilaServer = {
  readonly http: Server;
  readonly announcer: Announcer;
  /** Reads what must be known and binds to the configured address; the answer is where people find it. */
  readonly listen: () => Promise<string>;
  /** Stops taking requests, answers those under way, stores every position that came; the database stays open. */
  readonly close: () => Promise<void>;
};

type ServerOptions = { readonly now?: () => Date; readonly log?: Logger };

export function createServer(config: Config, db: Db, options: ServerOptions = {}): QafilaServer {
  const { now = () => new Date(), log = createLogger(config.logLevel) } = options;
  const announcer = createAnnouncer(log);
  const metrics = createMetrics(config.metricsToken);
  const sessionSecret = config.sessionSecret ?? readOrMakeSecret(config.dataDir, 'session-secret');
  const fail = (error: unknown): void => log.error({ err: error }, 'positions');
  const positions = createPositions({ db, now, activeTrackers, onMoved: () => undefined, onFailure: fail });
  announcer.subscribe((it) => {
    if (it.kind === 'trackersChanged') positions.reloadTrackers().catch(fail);
  });

  const database = databaseReadiness(db);
  let isDraining = false;
  const app = createApp({
    config,
    db,
    now,
    log,
    metrics,
    announce: announcer.announce,
    readiness: async () => (isDraining ? 'draining' : await database()),
    sessionSecret,
    liveRoutes: [],
  });
  const http = createHttpServer(app, positions.hot);
  return {
    http,
    announcer,
    async listen() {
      await positions.start();
      http.listen(config.port, config.host);
      await once(http, 'listening');
      return addressOf(http);
    },
    async close() {
      isDraining = true;
      const closed = closeHttp(http);
      await positions.close();
      await closed;
    },
  };
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
