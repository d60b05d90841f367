import { connect } from 'node:net';
import { createCampaign, listPledges, readCampaign, updateAccount } from '@qafila/contract';
import { loadReferenceData } from '@qafila/db/seeds';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './testing/client.ts';
import { startTestServer, type TestServer } from './testing/server.ts';

let server: TestServer;
let coordinator: Client;
let official: Client;
beforeAll(async () => {
  server = await startTestServer();
  await loadReferenceData(server.db);
  coordinator = await server.as('coordinator');
  official = await server.as('official');
});
afterAll(() => server.close());

const CAMPAIGN = {
  nameAr: 'حملة',
  nameEn: 'Campaign',
  purpose: '',
  startsOn: '2026-01-01',
  endsOn: '2026-02-01',
  governorateCodes: ['SY06'],
};
const ACCOUNT = '/api/v1/account';
const JSON_TYPE = { 'Content-Type': 'application/json' };

async function codeOf(response: Response): Promise<[number, string]> {
  return [response.status, (await response.json()).code];
}

const patchAccount = (body: BodyInit, headers: Record<string, string> = JSON_TYPE): Promise<Response> =>
  coordinator.raw(ACCOUNT, { method: 'PATCH', headers, body });

describe('a body', () => {
  const nested = (depth: number): string => `{"name":${'['.repeat(depth)}${']'.repeat(depth)}}`;

  test.each<[string, BodyInit, number, string]>([
    ['with __proto__', '{"__proto__":{"role":"admin"},"name":"x"}', 400, 'malformed_json'],
    ['with an escaped __proto__', '{"\\u005f_proto__":{"role":"admin"}}', 400, 'malformed_json'],
    ['with constructor', '{"constructor":{"prototype":{"role":"admin"}}}', 400, 'invalid_input'],
    ['nested 10,000 deep', nested(10_000), 400, 'malformed_json'],
    ['nested 33 deep', nested(32), 400, 'malformed_json'],
    ['with the same key twice', '{"name":"a","name":"b"}', 400, 'malformed_json'],
    ['with the same key twice, once escaped', '{"name":"a","n\\u0061me":"b"}', 400, 'malformed_json'],
    ['with the same key twice, with space between', '{"name" :"a","name"\n:"b"}', 400, 'malformed_json'],
    ['of two megabytes', `{"name":"${'x'.repeat(2_000_000)}"}`, 413, 'body_too_large'],
    ['of text where JSON is due', 'name=رنا', 400, 'malformed_json'],
    ['cut short', '{"name":"a"', 400, 'malformed_json'],
    ['with two values', '{"name":"a"}{"name":"b"}', 400, 'malformed_json'],
    ['of bytes that are not UTF-8', new Uint8Array([0x22, 0xc3, 0x28, 0x22]), 400, 'malformed_json'],
    ['of a bare number', '7', 400, 'invalid_input'],
    ['of a bare null', 'null', 400, 'invalid_input'],
    ['of a list', '[]', 400, 'invalid_input'],
    ['with an id', '{"id":"00000000-0000-4000-8000-000000000000"}', 400, 'invalid_input'],
    ['with a role', '{"role":"admin"}', 400, 'invalid_input'],
    ['with another association', '{"associationId":null}', 400, 'invalid_input'],
  ])('%s is refused', async (_what, body, status, code) => {
    expect(await codeOf(await patchAccount(body))).toEqual([status, code]);
  });

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/json; charset=utf-16'],
    ['application/jsonx'],
    [''],
  ])('of the type “%s” is refused', async (type) => {
    expect(await codeOf(await patchAccount('{"name":"a"}', { 'Content-Type': type }))).toEqual([
      415,
      'unsupported_media_type',
    ]);
  });

  test('that is compressed is refused', async () => {
    const headers = { ...JSON_TYPE, 'Content-Encoding': 'gzip' };
    expect((await patchAccount('{"name":"a"}', headers)).status).toBe(415);
  });

  test('sent in pieces is refused once it is too long', async () => {
    const piece = new TextEncoder().encode('x'.repeat(65_536));
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (sent++ < 16) controller.enqueue(piece);
        else controller.close();
      },
    });
    const init = { method: 'PATCH', headers: JSON_TYPE, body, duplex: 'half' } as RequestInit;
    expect(await codeOf(await coordinator.raw(ACCOUNT, init))).toEqual([413, 'body_too_large']);
  });

  test('with keys that repeat in different objects is accepted', async () => {
    const before = await patchAccount('{"name":"name \\" : name"}');
    expect(before.status).toBe(200);
  });
});

describe('a write from elsewhere', () => {
  test.each<[string, Record<string, string>]>([
    ['another site', { Origin: 'https://evil.example' }],
    ['another port', { Origin: 'http://127.0.0.1:1' }],
    ['nowhere', { Origin: 'null' }],
    ['another site, as the browser says', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour, as the browser says', { 'Sec-Fetch-Site': 'same-site' }],
  ])('from %s is refused', async (_what, headers) => {
    const response = await patchAccount('{"name":"a"}', { ...JSON_TYPE, ...headers });
    expect(await codeOf(response)).toEqual([403, 'foreign_origin']);
  });

  test('from this site is accepted', async () => {
    const headers = { ...JSON_TYPE, Origin: server.url, 'Sec-Fetch-Site': 'same-origin' };
    expect((await patchAccount('{"name":"a"}', headers)).status).toBe(200);
  });
});

describe('an address', () => {
  test.each([
    ['/api/v1/campaigns/%ff', 400, 'malformed_request'],
    ['/api/v1/campaigns/%00', 400, 'invalid_input'],
    ['/api/v1/campaigns/..%2f..%2fpeople', 400, 'invalid_input'],
    ['/api/v1/campaigns/1%20OR%201=1', 400, 'invalid_input'],
    ['/api/v1/campaigns?id=1&id=2', 400, 'invalid_input'],
    ['/api/v1/campaigns?__proto__=1', 400, 'invalid_input'],
    ['/api/v1/nothing', 404, 'not_found'],
    ['/api/v2/campaigns', 404, 'not_found'],
    ['/api/v1/campaigns/', 404, 'not_found'],
    ['/api', 404, 'not_found'],
    ['/..%2f..%2fpackage.json', 404, 'not_found'],
    ['/assets/%2e%2e/%2e%2e/package.json', 404, 'not_found'],
    ['/assets/nothing.js', 404, 'not_found'],
    ['/%ff.js', 404, 'not_found'],
  ])('%s is refused', async (path, status, code) => {
    expect(await codeOf(await coordinator.raw(path))).toEqual([status, code]);
  });

  test('with the same filter twice is refused by the name of the filter', async () => {
    const params = { campaignId: '00000000-0000-4000-8000-000000000000' };
    const path = listPledges.path.replace(':campaignId', params.campaignId);
    const response = await coordinator.raw(`${path}?status=offered&status=accepted`);
    expect((await response.json()).errors).toMatchObject([{ path: 'status' }]);
  });

  test('with another method says which methods it takes', async () => {
    const response = await coordinator.raw('/api/v1/campaigns', { method: 'DELETE' });
    expect(response.headers.get('allow')).toBe('GET, POST, HEAD');
    expect(await codeOf(response)).toEqual([405, 'method_not_allowed']);
  });

  test('of nothing answers like one of somebody else’s', async () => {
    const campaign = await official.call(createCampaign, { body: CAMPAIGN });
    const member = await server.as('association');
    const others = await member.call(readCampaign, { params: { campaignId: campaign.body.id } });
    const nothing = await member.call(readCampaign, {
      params: { campaignId: '00000000-0000-4000-8000-000000000000' },
    });
    expect(others.status).toBe(404);
    expect({ ...others.problem, instance: '' }).toEqual({ ...nothing.problem, instance: '' });
  });
});

describe('a connection', () => {
  const exchange = (text: string, waitMs = 20_000): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(text));
      let heard = '';
      socket.setTimeout(waitMs, () => reject(new Error('nothing was heard')));
      socket.on('data', (data) => {
        heard += data.toString('utf8');
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(heard));
    });

  test('with headers of 20,000 bytes gets a problem', async () => {
    const heard = await exchange(
      `GET /api/v1/session HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 431 /);
    expect(heard).toContain('"code":"headers_too_large"');
  });

  test('that does not speak HTTP gets a problem', async () => {
    const heard = await exchange('HELLO\r\n\r\n');
    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard).toContain('"code":"malformed_request"');
  });

  test('whose headers or body come drop by drop is let go', async () => {
    const { http } = server.server;
    Object.assign(http, { headersTimeout: 300, requestTimeout: 600 });
    const head = 'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    const [slowHead, slowBody] = await Promise.all([
      exchange(`${head}X-Slow: `),
      exchange(`${head}Content-Length: 100\r\n\r\n{"email":`),
    ]);
    expect(slowHead).toMatch(/^HTTP\/1\.1 408 /);
    expect(slowBody).toMatch(/^HTTP\/1\.1 408 |^$/);
    Object.assign(http, { headersTimeout: 10_000, requestTimeout: 120_000 });
    expect((await coordinator.call(updateAccount, { body: { locale: 'ar' } })).status).toBe(200);
  });
});
