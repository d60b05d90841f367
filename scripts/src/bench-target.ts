import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { createServer, readConfig } from '@qafila/backend';
import { openDatabase } from '@qafila/db';
import express from 'express';
import { answerMessages } from './bench/answer-messages.ts';
import { fanOut } from './bench/raw-fan-out.ts';
import { readUsage } from './bench/usage.ts';

/** The servers that are compared; each says its port when it listens, and what it has used whenever it is asked. */
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
  async frames() {
    const server = createHttpServer();
    fanOut(server);
    return await listen(server);
  },
  async qafila() {
    const config = readConfig({ ...process.env, PORT: '0', HOST: '127.0.0.1' });
    const server = createServer(config, openDatabase(config.databaseUrl ?? ''));
    return Number(new URL(await server.listen()).port);
  },
};

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const target = TARGETS[process.argv[2] ?? ''];
if (!target) throw new Error(`No such target: ${process.argv[2]}`);
const port = await target();
answerMessages(readUsage);
process.send?.({ port });
