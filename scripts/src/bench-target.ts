import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { createServer, readConfig } from '@qafila/backend';
import { openDatabase } from '@qafila/db';
import express from 'express';

/** The servers that are compared; each says its port when it listens. */
const TARGETS: Record<string, () => Promise<number>> = {
  async node() {
    const server = createHttpServer((_req, res) => res.writeHead(200, { 'Content-Length': 2 }).end('OK'));
    return await listen(server);
  },
  async express() {
    const app = express();
    app.get('/', (_req, res) => {
      setImmediate(() => res.send('OK'));
    });
    return await listen(createHttpServer(app));
  },
  async qafila() {
    const config = readConfig({ ...process.env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' });
    const server = createServer(config, openDatabase(config.databaseUrl ?? ''));
    return Number(new URL(await server.listen()).port);
  },
};

async function listen(server: ReturnType<typeof createHttpServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const target = TARGETS[process.argv[2] ?? ''];
if (!target) throw new Error(`No such target: ${process.argv[2]}`);
process.send?.(await target());
process.on('disconnect', () => process.exit());
