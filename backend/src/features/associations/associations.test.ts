import * as contract from '@qafila/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
let official: Client;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  official = await server.as('official');
});
afterAll(() => server.close());

const registration = {
  kind: 'foundation',
  nameAr: 'مؤسسة جسور',
  nameEn: 'Bridges Foundation',
  governorateCode: 'SY01',
  contactName: '',
  contactPhone: '',
  declarationNumber: 901,
  declaredOn: '2020-05-01',
};

test('an official registers a declared association, counted from nothing', async () => {
  const { status, body } = await official.call(contract.createAssociation, { body: registration });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    ...registration,
    status: 'declared',
    campaignCount: 0,
    memberCount: 0,
    version: 1,
  });
});

test('a declaration number is given once a year', async () => {
  const body = { ...registration, declarationNumber: 902 };
  await official.call(contract.createAssociation, { body });
  const again = await official.call(contract.createAssociation, { body });
  expect([again.status, again.problem.code]).toEqual([409, 'declaration_number_taken']);
  const nextYear = await official.call(contract.createAssociation, {
    body: { ...body, declaredOn: '2021-05-01' },
  });
  expect(nextYear.status).toBe(201);
});

test('a declaration lies not in the future', async () => {
  const { problem } = await official.call(contract.createAssociation, {
    body: { ...registration, declaredOn: '2099-01-01' },
  });
  expect(problem.errors).toMatchObject([{ path: 'declaredOn', code: 'after_now' }]);
});

test('an association sees itself with its members and campaigns, and nobody else', async () => {
  const own = await world.association();
  const other = await world.association();
  await world.campaign({ participants: [own] });
  const member = await server.as('association', { associationId: own });
  const list = await member.call(contract.listAssociations);
  expect(list.body).toMatchObject({ items: [{ id: own, campaignCount: 1, memberCount: 1 }], total: 1 });
  const foreign = await member.call(contract.readAssociation, { params: { associationId: other } });
  const missing = await member.call(contract.readAssociation, {
    params: { associationId: '00000000-0000-4000-8000-000000000000' },
  });
  expect(foreign.status).toBe(404);
  expect({ ...foreign.problem, instance: '' }).toEqual({ ...missing.problem, instance: '' });
});

test('particulars change by version; status, number and anything unknown do not', async () => {
  const associationId = await world.association();
  const call = (body: object, ifMatch = 1) =>
    official.call(contract.updateAssociation, { params: { associationId }, ifMatch, body });
  expect((await call({ nameEn: 'Olive Shade' })).body).toMatchObject({ nameEn: 'Olive Shade', version: 2 });
  expect((await call({ nameEn: 'Olive' })).problem.code).toBe('version_stale');
  expect((await call({ status: 'dissolved' }, 2)).problem.errors).toMatchObject([
    { path: 'status', code: 'unknown_field' },
  ]);
});

test('coordinators read the registry and do not write it', async () => {
  const coordinator = await server.as('coordinator');
  expect((await coordinator.call(contract.listAssociations)).status).toBe(200);
  const { status } = await coordinator.call(contract.createAssociation, { body: registration });
  expect(status).toBe(403);
});

test('names that are kept for many are read anew when one changes, packed or not', async () => {
  const associationId = await world.association({ nameEn: 'Kept Name' });
  const names = async (encoding: string) => {
    const response = await official.raw(contract.listAssociationNames.path, {
      headers: { 'Accept-Encoding': encoding },
    });
    return (await response.json()) as { id: string; nameEn: string }[];
  };
  const nameOf = async (encoding = 'gzip') =>
    (await names(encoding)).find(({ id }) => id === associationId)?.nameEn;
  expect([await nameOf(), await nameOf('identity')]).toEqual(['Kept Name', 'Kept Name']);
  await official.call(contract.updateAssociation, {
    params: { associationId },
    ifMatch: 1,
    body: { nameEn: 'Changed Name' },
  });
  expect([await nameOf(), await nameOf('identity')]).toEqual(['Changed Name', 'Changed Name']);
});
