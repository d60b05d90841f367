import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { MAP_ARCHIVE_PATH, readServer } from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MapConfig } from '../../platform/map-config.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';

const tiles = { attribution: '© OpenStreetMap contributors', maxZoom: 16 };
const policyOf = async ({ url }: TestServer): Promise<Record<string, string>> => {
  const policy = (await fetch(url)).headers.get('content-security-policy') ?? '';
  return Object.fromEntries(policy.split(';').map((part) => [part.split(' ')[0] ?? '', part]));
};

async function withMap(map: MapConfig, look: (server: TestServer) => Promise<void>): Promise<void> {
  const server = await startTestServer({ map });
  try {
    await look(server);
  } finally {
    await server.close();
  }
}

describe('without configuration', () => {
  test('the map is the embedded one, and the server has no archive', async () => {
    await withMap({ kind: 'embedded' }, async (server) => {
      const { body } = await server.visitor().call(readServer);
      expect(body.map).toEqual({ kind: 'embedded' });
      expect((await fetch(server.url + MAP_ARCHIVE_PATH)).status).toBe(404);
      const policy = await policyOf(server);
      expect(policy['img-src']).toBe("img-src 'self' data: blob:");
      expect(policy['connect-src']).toBe("connect-src 'self' ws: wss:");
    });
  });
});

test('raster tiles are told with their attribution, and images may come from that one host', async () => {
  const url = 'https://tile.example.org/{z}/{x}/{y}.png';
  await withMap({ kind: 'raster', url, ...tiles }, async (server) => {
    const { body } = await server.visitor().call(readServer);
    expect(body.map).toEqual({ kind: 'raster', url, ...tiles });
    const policy = await policyOf(server);
    expect(policy['img-src']).toBe("img-src 'self' data: blob: https://tile.example.org");
    expect(policy['connect-src']).toBe("connect-src 'self' ws: wss:");
  });
});

test('an archive elsewhere may be read from that one host', async () => {
  const url = 'https://maps.example.org/syria.pmtiles';
  await withMap({ kind: 'pmtiles', url, ...tiles }, async (server) => {
    expect((await server.visitor().call(readServer)).body.map).toEqual({ kind: 'pmtiles', url, ...tiles });
    const policy = await policyOf(server);
    expect(policy['connect-src']).toBe("connect-src 'self' ws: wss: https://maps.example.org");
    expect(policy['img-src']).toBe("img-src 'self' data: blob:");
  });
});

describe('an archive on this machine', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-map-'));
  const file = path.join(dir, 'syria.pmtiles');
  const bytes = Buffer.from(`PMTiles\u0003${'abcdefghij'.repeat(2000)}`, 'latin1');
  let server: TestServer;

  beforeAll(async () => {
    fs.writeFileSync(file, bytes);
    server = await startTestServer({ map: { kind: 'pmtiles', file, ...tiles } });
  });
  afterAll(async () => {
    await server.close();
    fs.rmSync(dir, { recursive: true });
  });

  test('is told by its address, never by where it lies', async () => {
    const { body } = await server.visitor().call(readServer);
    expect(body.map).toEqual({ kind: 'pmtiles', url: MAP_ARCHIVE_PATH, ...tiles });
  });

  test('comes in the part that is asked for, uncompressed though the browser would take it compressed', async () => {
    const part = await raw(`${server.url}${MAP_ARCHIVE_PATH}`, {
      range: 'bytes=8-27',
      'accept-encoding': 'gzip, br',
    });
    expect(part.status).toBe(206);
    expect(part.headers['content-encoding']).toBeUndefined();
    expect(part.headers['content-range']).toBe(`bytes 8-27/${bytes.length}`);
    expect(part.body).toEqual(bytes.subarray(8, 28));
  });

  test('comes whole and uncompressed without a range; beyond its end there is nothing', async () => {
    const whole = await raw(`${server.url}${MAP_ARCHIVE_PATH}`, { 'accept-encoding': 'gzip' });
    expect(whole.headers['content-encoding']).toBeUndefined();
    expect(whole.body).toEqual(bytes);
    const beyond = await raw(`${server.url}${MAP_ARCHIVE_PATH}`, { range: 'bytes=99999999-' });
    expect(beyond.status).toBe(416);
  });

  test.each([
    '/map.pmtiles/../../etc/passwd',
    '/map.pmtiles/syria.pmtiles',
    '/..%2fmap.pmtiles',
    '/map.pmtiles%00.txt',
  ])('no other address reaches a file by it: %s', async (address) => {
    const answer = await raw(server.url + address, {});
    expect(answer.body.includes('abcdefghij')).toBe(false);
    expect(answer.body.includes('root:')).toBe(false);
  });

  test('is not found once the file is gone', async () => {
    fs.renameSync(file, `${file}.away`);
    const answer = await raw(`${server.url}${MAP_ARCHIVE_PATH}`, {});
    fs.renameSync(`${file}.away`, file);
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).not.toContain(dir);
  });
});

type Raw = { status: number | undefined; headers: http.IncomingHttpHeaders; body: Buffer };

/** As sent and as received: `fetch` would tidy the address and undo a compression. */
function raw(url: string, headers: http.OutgoingHttpHeaders): Promise<Raw> {
  const { hostname, port } = new URL(url);
  const address = url.slice(url.indexOf('/', 'http://'.length));
  return new Promise((resolve, reject) => {
    http
      .get({ hostname, port, path: address, headers }, (res) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () =>
          resolve({ status: res.statusCode, headers: res.headers, body: Buffer.concat(parts) }),
        );
      })
      .on('error', reject);
  });
}
