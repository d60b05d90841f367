import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from './pmtiles-archive.ts';

function header({ magic = 'PMTiles', version = 3, tileType = 1, maxZoom = 12 } = {}): Buffer {
  const bytes = Buffer.alloc(127);
  bytes.write(magic, 0, 'latin1');
  bytes[7] = version;
  bytes[99] = tileType;
  bytes[101] = maxZoom;
  return bytes;
}

const archives: Record<string, Buffer> = {
  '/syria.pmtiles': header(),
  '/raster.pmtiles': header({ tileType: 2 }),
  '/old.pmtiles': header({ version: 2 }),
  '/page.html': Buffer.alloc(200, '<html>'),
};

let server: http.Server;
let url: string;
beforeAll(async () => {
  server = http.createServer((req, res) => {
    const bytes = archives[req.url ?? ''];
    if (req.url === '/whole.pmtiles') res.end(header());
    else if (!bytes) res.writeHead(404).end();
    else res.writeHead(206, { 'Content-Range': `bytes 0-126/${bytes.length}` }).end(bytes.subarray(0, 127));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('an archive says how far in its tiles go', async () => {
  expect(await openArchive(`${url}/syria.pmtiles`)).toEqual({ maxZoom: 12 });
});

test.each(['/raster.pmtiles', '/old.pmtiles', '/page.html', '/gone.pmtiles', '/whole.pmtiles'])(
  '%s is none that can be drawn',
  async (path) => {
    expect(await openArchive(url + path)).toBeNull();
  },
);

test('a server that is away has none', async () => {
  expect(await openArchive('http://127.0.0.1:1/syria.pmtiles')).toBeNull();
});
