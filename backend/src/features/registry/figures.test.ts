import * as contract from '@qafila/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld } from '../../testing/world.ts';
import { apply, move, submitted } from './testing.ts';

let server: TestServer;
let official: Client;
beforeAll(async () => {
  server = await startTestServer({ trustProxy: 1 });
  await createWorld(server.db);
  official = await server.as('official');
});
afterAll(() => server.close());

async function declared(number: number, declaredOn: string, sectors: string[], kind = 'association') {
  const { body } = await official.call(contract.createAssociation, {
    body: {
      kind,
      nameAr: `جمعية ${number}`,
      nameEn: `Association ${number}`,
      governorateCode: number % 2 === 0 ? 'SY01' : 'SY03',
      contactName: '',
      contactPhone: '',
      declarationNumber: number,
      declaredOn,
    },
  });
  await official.call(contract.maintainAssociation, {
    params: { associationId: body.id },
    ifMatch: body.version,
    body: { sectors },
  });
  return body.id;
}

test('declarations are counted by year, month, kind, sector and governorate; later suspensions take nothing away', async () => {
  server.clock.set(new Date('2022-06-15T09:00:00Z'));
  official = await server.as('official');
  await declared(7001, '2020-03-01', ['relief']);
  await declared(7002, '2020-03-31', ['relief', 'health'], 'foundation');
  const suspended = await declared(7003, '2020-12-31', ['education']);
  await declared(7004, '2022-01-01', ['health']);
  await move(official, suspended, { command: 'suspend', reason: 'تدقيق' });
  await apply(server);
  await submitted(server);
  const { body } = await official.call(contract.readRegistryFigures, { query: { year: 2020 } });
  const positive = <Row extends { count: number }>(rows: readonly Row[]) =>
    rows.filter((row) => row.count > 0);
  expect(body).toMatchObject({ year: 2020, declared: 3, declaredThisYear: 1 });
  expect(body.years).toEqual([
    { year: 2020, count: 3 },
    { year: 2021, count: 0 },
    { year: 2022, count: 1 },
  ]);
  expect(body.months).toHaveLength(12);
  expect(positive(body.months)).toEqual([
    { month: 3, count: 2 },
    { month: 12, count: 1 },
  ]);
  expect(body.kinds).toEqual([
    { kind: 'association', count: 2 },
    { kind: 'foundation', count: 1 },
  ]);
  expect(positive(body.sectors)).toEqual([
    { sector: 'relief', count: 2 },
    { sector: 'health', count: 1 },
    { sector: 'education', count: 1 },
  ]);
  expect(body.governorates).toEqual([
    { governorateCode: 'SY03', count: 2 },
    { governorateCode: 'SY01', count: 1 },
  ]);
  expect(positive(body.statuses)).toEqual([
    { status: 'applied', count: 1 },
    { status: 'declared', count: 3 },
    { status: 'suspended', count: 1 },
  ]);
  const ever = await official.call(contract.readRegistryFigures);
  expect(ever.body).toMatchObject({ year: null, declared: 4 });
  const list = await official.call(contract.listAssociations, { query: { year: 2020 } });
  expect(list.body.total).toBe(3);
});

test('the figures are the officials’', async () => {
  for (const role of ['coordinator', 'association'] as const) {
    const client = await server.as(role);
    expect((await client.call(contract.readRegistryFigures)).status).toBe(403);
  }
});
