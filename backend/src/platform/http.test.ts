import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/server.ts';

const BIG = 'export const big = 1;'.repeat(100);

let server: TestServer;
let frontendDir: string;
beforeAll(async () => {
  frontendDir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-pages-'));
  fs.mkdirSync(path.join(frontendDir, 'assets'));
  fs.writeFileSync(path.join(frontendDir, 'driver.html'), '<!doctype html><title>Driver</title>');
  fs.writeFileSync(path.join(frontendDir, 'field.html'), '<!doctype html><title>Field</title>');
  fs.writeFileSync(path.join(frontendDir, 'index.html'), '<!doctype html><title>Qafila</title>');
  fs.writeFileSync(path.join(frontendDir, 'assets/app-1a2b3c.js'), 'export {};');
  fs.writeFileSync(path.join(frontendDir, 'assets/big-4d5e6f.js'), BIG);
  fs.writeFileSync(path.join(frontendDir, 'assets/big-4d5e6f.js.br'), brotliCompressSync(BIG));
  fs.writeFileSync(path.join(frontendDir, 'assets/big-4d5e6f.js.gz'), gzipSync(BIG));
  fs.writeFileSync(path.join(frontendDir, 'sw.js'), '');
  server = await startTestServer({ frontendDir });
});
afterAll(async () => {
  await server.close();
  fs.rmSync(frontendDir, { recursive: true });
});

const get = (address: string, accept = 'text/html'): Promise<Response> =>
  server.visitor().raw(address, { headers: { Accept: accept } });

describe('pages', () => {
  test.each(['/', '/campaigns/7?tab=needs', '/invitation', '/wall/x'])(
    '%s is the application',
    async (address) => {
      const response = await get(address);
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(await response.text()).toContain('<title>Qafila</title>');
    },
  );

  test('the pages for phones are pages of their own, and no other address is', async () => {
    const titleOf = async (address: string) => /<title>(\w+)/.exec(await (await get(address)).text())?.[1];
    expect(await titleOf('/d')).toBe('Driver');
    expect(await titleOf('/d/')).toBe('Driver');
    expect(await titleOf('/field')).toBe('Field');
    expect(await titleOf('/desk')).toBe('Qafila');
    // As its service worker asks for it.
    const response = await get('/d', '*/*');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  });

  test('hashed assets are kept for ever, and other files are asked for anew', async () => {
    const asset = await get('/assets/app-1a2b3c.js', '*/*');
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    const worker = await get('/sw.js', '*/*');
    expect([worker.status, worker.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  });

  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', null],
  ])('a browser that takes %s gets the asset as it was compressed at build: %s', async (takes, encoding) => {
    const asset = await server
      .visitor()
      .raw('/assets/big-4d5e6f.js', { headers: { 'Accept-Encoding': takes } });
    expect(asset.headers.get('content-encoding')).toBe(encoding);
    expect(asset.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(asset.headers.get('vary')).toContain('Accept-Encoding');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(await asset.text()).toBe(BIG);
  });

  test.each([
    ['/assets/app-0000.js', '*/*'],
    ['/favicon.png', 'image/png'],
    ['/api/nothing', 'text/html'],
    ['/campaigns', 'application/json'],
  ])('%s as %s is a problem, not a page', async (address, accept) => {
    const response = await get(address, accept);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });
});

describe('every answer', () => {
  test('travels compressed where the browser takes it', async () => {
    const response = await get('/api/openapi.json', 'application/json');
    expect(response.headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
  });

  test.each(['/', '/api/v1/server', '/api/nothing', '/healthz', '/api/docs'])(
    '%s says what browsers may do with it',
    async (address) => {
      const { headers } = await get(address);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe-eval');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  test('of the API is never kept by a cache', async () => {
    expect((await get('/api/v1/server')).headers.get('cache-control')).toBe('no-store');
  });

  test('that is a problem carries the id of its request', async () => {
    const problem = await (await get('/api/nothing')).json();
    expect(problem).toMatchObject({ type: '/problems/not_found', status: 404, code: 'not_found' });
    expect(problem.instance).toMatch(/^[0-9a-f-]{36}$/);
  });
});
