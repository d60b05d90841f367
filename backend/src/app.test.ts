import type { Endpoint } from '@qafila/contract';
import { PERMISSIONS, Role, scopeOf } from '@qafila/contract';
import type { Router } from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { featureRoutes } from './app.ts';
import { jobsOf } from './jobs.ts';
import { readConfig } from './platform/config.ts';
import { ENDPOINTS } from './platform/endpoint-index.ts';
import type { Client } from './testing/client.ts';
import { startTestServer, type TestServer } from './testing/server.ts';

let server: TestServer;
const clients = new Map<Role, Client>();
beforeAll(async () => {
  server = await startTestServer({ metricsToken: 'a token for the metrics' });
  for (const role of Role.options) clients.set(role, await server.as(role));
});
afterAll(() => server.close());

const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string =>
  `${method.toUpperCase()} ${path}`;

function schemesOf(access: Endpoint['access']): string[] {
  if (access === 'public') return [];
  if (access === 'driver') return ['driverPhone'];
  if (access === 'applicant') return ['applicationKey'];
  return [access === 'shared' ? 'shareLink' : 'session'];
}

/** What the features' routers really answer to. */
function mounted(): string[] {
  const deps = {
    db: server.db,
    now: () => new Date(),
    announce: () => undefined,
    feed: { snapshot: () => '' },
    sessionSecret: 'not used here',
    personKey: 'not used here',
    sharedViews: { of: () => Promise.reject(new Error('not used here')) },
    progressOf: () => null,
    takeFixes: async () => ({ stored: 0, refused: [] }),
    jobs: jobsOf(readConfig({})),
  };
  return featureRoutes(deps).flatMap(routesOf);
}

const sorted = (names: readonly string[]): string[] => names.toSorted((a, b) => a.localeCompare(b));

function routesOf(router: Router): string[] {
  return router.stack.flatMap(({ route }) =>
    route === undefined ? [] : route.stack.map((layer) => `${layer.method.toUpperCase()} ${route.path}`),
  );
}

describe('the contract and the server', () => {
  test('every endpoint of the contract is mounted, each once, and nothing else is', () => {
    expect(sorted(mounted())).toEqual(sorted(ENDPOINTS.map((it) => nameOf(it.endpoint))));
  });

  test('the OpenAPI document lists what is mounted, and says of each who may call it', async () => {
    const response = await server.visitor().raw('/api/openapi.json');
    const document = await response.json();
    expect(document.openapi).toBe('3.1.0');
    const listed = Object.entries<Record<string, object>>(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(sorted(listed)).toEqual(sorted(mounted()));
    for (const { name, endpoint } of ENDPOINTS) {
      const operation = document.paths[endpoint.path.replace(/:(\w+)/g, '{$1}')][endpoint.method];
      expect(operation.operationId).toBe(name);
      expect(operation.security.flatMap(Object.keys)).toEqual(schemesOf(endpoint.access));
      const names = operation.parameters.map((it: { name: string }) => it.name);
      expect(names.includes('Idempotency-Key')).toBe(endpoint.idempotent);
      expect(names.includes('If-Match')).toBe(endpoint.versioned);
      for (const [, parameter = ''] of endpoint.path.matchAll(/:(\w+)/g)) expect(names).toContain(parameter);
      expect(Object.keys(operation.responses)).toContain(String(endpoint.success));
    }
  });

  test('the OpenAPI document refers to nothing that it does not hold', async () => {
    const text = await (await server.visitor().raw('/api/openapi.json')).text();
    const schemas = Object.keys(JSON.parse(text).components.schemas);
    const wanted = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target = '']) => target);
    expect(wanted.length).toBeGreaterThan(100);
    for (const target of new Set(wanted)) {
      expect(target).toMatch(/^#\/components\/schemas\//);
      expect(schemas).toContain(target.split('/').at(-1));
    }
  });

  test('a file is listed by what it can be, and a link by the header it comes in', async () => {
    const { paths } = await (await server.visitor().raw('/api/openapi.json')).json();
    const track = paths['/api/v1/convoys/{convoyId}/track/{format}'].get;
    expect(Object.keys(track.responses['200'].content)).toEqual([
      'application/gpx+xml',
      'application/geo+json',
      'text/csv',
    ]);
    expect(paths['/api/v1/shared'].get.security).toEqual([{ shareLink: [] }]);
    expect(Object.keys(paths['/api/v1/shared'].get.responses)).toEqual(
      expect.arrayContaining(['401', '404', '410', '429']),
    );
  });

  test('the API reference is read without another host and without inline script', async () => {
    const page = await server.visitor().raw('/api/docs');
    const html = await page.text();
    const sources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source = '']) => source);
    expect(sources.length).toBe(3);
    expect(html).not.toMatch(/<script>|onload=/);
    for (const source of sources) {
      const asset = await server.visitor().raw(source);
      expect([source, asset.status]).toEqual([source, 200]);
      await asset.arrayBuffer();
    }
  });
});

describe('who may call what', () => {
  const guarded = ENDPOINTS.filter((it) => it.endpoint.access !== 'public');
  const ID = '00000000-0000-4000-8000-000000000000';
  const request = (it: Endpoint, client: Client): Promise<Response> =>
    client.raw(it.path.replace(/:\w+/g, ID), {
      method: it.method.toUpperCase(),
      ...(it.method !== 'get' && { headers: { 'Content-Type': 'application/json' }, body: '{"unknown":1}' }),
    });

  test.each(guarded.map((it) => [nameOf(it.endpoint), it.endpoint] as const))(
    '%s asks a visitor to sign in',
    async (_name, endpoint) => {
      const response = await request(endpoint, server.visitor());
      expect(response.status).toBe(401);
      expect((await response.json()).code).toBe('not_signed_in');
    },
  );

  const refused = guarded.flatMap(({ endpoint }) =>
    Role.options
      .filter((role) => endpoint.access !== 'signed_in' && isWithout(role, endpoint.access))
      .map((role) => [role, nameOf(endpoint), endpoint] as const),
  );
  function isWithout(role: Role, access: Endpoint['access']): boolean {
    return access in PERMISSIONS && scopeOf(role, access as keyof typeof PERMISSIONS) === undefined;
  }

  test('the table of refusals is not empty', () => expect(refused.length).toBeGreaterThan(40));

  test.each(refused)('%s may not %s', async (role, _name, endpoint) => {
    const client = clients.get(role);
    if (!client) throw new Error(role);
    const response = await request(endpoint, client);
    expect(response.status).toBe(403);
    expect((await response.json()).code).toBe('not_allowed');
  });
});

describe('health and metrics', () => {
  test('the process lives and is ready', async () => {
    expect((await server.visitor().raw('/healthz')).status).toBe(200);
    const ready = await server.visitor().raw('/readyz');
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
  });

  test('metrics open with their token only', async () => {
    expect((await server.visitor().raw('/metrics')).status).toBe(401);
    const wrong = await server.visitor().raw('/metrics', { headers: { Authorization: 'Bearer nothing' } });
    expect(wrong.status).toBe(401);
    const right = await server
      .visitor()
      .raw('/metrics', { headers: { Authorization: 'Bearer a token for the metrics' } });
    expect(right.status).toBe(200);
    const text = await right.text();
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).toContain('route="/api/v1/session"');
    expect(text).toContain('positions_stored_total 0');
    expect(text).toContain('live_connections 0');
  });
});
