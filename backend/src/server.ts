import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Db } from '@qafila/db';
import { createApp } from './app.ts';
import { type Announcer, createAnnouncer } from './platform/announcements.ts';
import type { Config } from './platform/config.ts';
import { createHttpServer } from './platform/http-server.ts';
import { createLogger, type Logger } from './platform/logging.ts';
import { readOrMakeSecret } from './platform/secret-file.ts';

export type QafilaServer = {
  readonly http: Server;
  readonly announcer: Announcer;
  /** Binds to the configured address; the answer is where it can be reached from this machine. */
  readonly listen: () => Promise<string>;
  /** Stops taking requests, lets those under way end, and closes everything but the database. */
  readonly close: () => Promise<void>;
};

type ServerOptions = { readonly now?: () => Date; readonly log?: Logger };

export function createServer(config: Config, db: Db, options: ServerOptions = {}): QafilaServer {
  const { now = () => new Date(), log = createLogger(config.logLevel) } = options;
  const announcer = createAnnouncer(log);
  const sessionSecret = config.sessionSecret ?? readOrMakeSecret(config.dataDir, 'session-secret');
  const app = createApp({ config, db, now, log, announcer, sessionSecret });
  const http = createHttpServer(app, undefined);
  return {
    http,
    announcer,
    async listen() {
      http.listen(config.port, config.host);
      await once(http, 'listening');
      return addressOf(http);
    },
    close: () => closeHttp(http),
  };
}

function addressOf(http: Server): string {
  const { address, port, family } = http.address() as AddressInfo;
  const isEverywhere = address === '::' || address === '0.0.0.0';
  const host = family === 'IPv6' ? `[${address}]` : address;
  return `http://${isEverywhere ? 'localhost' : host}:${port}`;
}

const UNDER_WAY_MS = 5000;

async function closeHttp(http: Server): Promise<void> {
  if (!http.listening) return;
  const closed = once(http, 'close');
  http.close();
  http.closeIdleConnections();
  const impatience = setTimeout(() => http.closeAllConnections(), UNDER_WAY_MS);
  await closed;
  clearTimeout(impatience);
}
