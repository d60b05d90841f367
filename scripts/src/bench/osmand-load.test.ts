import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { runLoad } from './osmand-load.ts';

test('counts every answer once, tells good ones from others, and sends each fix once', async () => {
  const seen: string[] = [];
  const server = createServer((req, res) => {
    seen.push(req.url ?? '');
    const isThird = seen.length % 3 === 0;
    setTimeout(() => res.writeHead(isThird ? 503 : 200, { 'Content-Length': 2 }).end('OK'), 1);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const result = await runLoad({ port, durationMs: 200, connections: 8, trackers: 2 });
  server.close();
  expect(result.answered + result.refused).toBe(seen.length);
  expect(result.refused).toBe(Math.floor(seen.length / 3));
  expect(new Set(seen).size).toBe(seen.length);
  expect(result.p99Ms).toBeGreaterThanOrEqual(result.p50Ms);
});
