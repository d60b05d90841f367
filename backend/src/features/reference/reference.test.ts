import * as contract from '@qafila/contract';
import { loadReferenceData } from '@qafila/db/seeds';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
let coordinator: Client;
let association: Client;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  coordinator = await server.as('coordinator');
  association = await server.as('association');
});
afterAll(() => server.close());

const blanket = {
  code: 'TESTBLANKET',
  nameAr: 'بطانية',
  nameEn: 'Blanket',
  category: 'bedding',
  unit: 'piece',
  unitWeightG: 1_500,
  unitVolumeMl: 9_000,
  unitsPerPack: 25,
  packaging: 'bale',
};

const site = {
  kind: 'warehouse',
  nameAr: 'مستودع',
  nameEn: 'Warehouse',
  governorateCode: 'SY01',
  lat: 33.51,
  lng: 36.29,
  contactName: 'رنا العلي',
  contactPhone: '+963 11 000 0000',
};

describe('reference data', () => {
  test('knows the fourteen governorates by their P-codes', async () => {
    const { body } = await association.call(contract.listGovernorates);
    expect(body).toHaveLength(14);
    expect(body.find((it) => it.code === 'SY06')).toMatchObject({ nameEn: 'Lattakia', nameAr: 'اللاذقية' });
  });

  test('loads again without a change, and never over what someone edited', async () => {
    const before = await coordinator.call(contract.listItems);
    const [rice, flour] = ['QFOODRICE', 'QFOODFLOUR'].map((code) =>
      before.body.find((it) => it.code === code),
    );
    if (!rice || !flour) throw new Error('The catalogue has no rice or flour');
    await coordinator.call(contract.updateItem, {
      params: { itemId: rice.id },
      ifMatch: rice.version,
      body: { unitsPerPack: 10 },
    });
    await server.db('items').where({ id: flour.id }).update({ name_en: 'Flour' });
    await loadReferenceData(server.db);
    const after = await coordinator.call(contract.listItems);
    expect(after.body).toHaveLength(before.body.length);
    expect(after.body.find((it) => it.id === rice.id)?.unitsPerPack).toBe(10);
    expect(after.body.find((it) => it.id === flour.id)?.nameEn).toBe('Wheat flour');
  });
});

describe('items', () => {
  test('a coordinator adds one; its code is taken from then on', async () => {
    const made = await coordinator.call(contract.createItem, { body: blanket });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ ...blanket, version: 1 });
    const again = await coordinator.call(contract.createItem, { body: blanket });
    expect([again.status, again.problem.code]).toEqual([409, 'conflict']);
  });

  test('an edit says which version it read, and loses to one that came before', async () => {
    const made = await coordinator.call(contract.createItem, { body: { ...blanket, code: 'EDITED' } });
    const params = { itemId: made.body.id };
    const edit = { params, body: { nameEn: 'Warm blanket' } };
    expect((await coordinator.call(contract.updateItem, edit)).status).toBe(428);
    expect((await coordinator.call(contract.updateItem, { ...edit, ifMatch: '*' })).status).toBe(428);
    const first = await coordinator.call(contract.updateItem, { ...edit, ifMatch: 1 });
    expect(first.body).toMatchObject({ nameEn: 'Warm blanket', nameAr: 'بطانية', version: 2 });
    expect(first.headers.get('etag')).toBe('"2"');
    const late = await coordinator.call(contract.updateItem, { ...edit, ifMatch: 1 });
    expect([late.status, late.problem.code]).toEqual([412, 'version_stale']);
  });

  test('associations read the catalogue and change nothing', async () => {
    expect((await association.call(contract.listItems)).status).toBe(200);
    expect((await association.call(contract.createItem, { body: blanket })).status).toBe(403);
  });
});

describe('sites', () => {
  test('contacts are for staff; associations get the site without them', async () => {
    const made = await coordinator.call(contract.createSite, { body: site });
    expect(made.body).toMatchObject(site);
    const seen = await association.call(contract.listSites, { query: { kind: 'warehouse' } });
    expect(seen.body.find((it) => it.id === made.body.id)).toMatchObject({
      nameEn: 'Warehouse',
      contactName: '',
      contactPhone: '',
    });
  });

  test('are listed by kind', async () => {
    const id = await world.site('distribution_point');
    const points = await coordinator.call(contract.listSites, { query: { kind: 'distribution_point' } });
    expect(points.body.map((it) => it.id)).toContain(id);
    expect(points.body.every((it) => it.kind === 'distribution_point')).toBe(true);
  });

  test.each([
    ['lat', 90.0001, 'too_big'],
    ['lng', -180.0001, 'too_small'],
    ['lat', 'NaN', 'invalid_type'],
    ['governorateCode', 'SY15', 'invalid_format'],
    ['nameAr', '\u200B\u200C', 'invisible_text'],
    ['nameAr', 'مستودع\u202E', 'forbidden_characters'],
    ['nameEn', 'x'.repeat(10_000), 'too_long'],
  ])('refuses %s %j and says why', async (field, value, code) => {
    const { status, problem } = await coordinator.call(contract.createSite, {
      body: { ...site, [field]: value },
    });
    expect([status, problem.errors]).toMatchObject([400, [{ path: field, code }]]);
  });

  test('one that does not exist cannot be changed', async () => {
    const { status, problem } = await coordinator.call(contract.updateSite, {
      params: { siteId: '00000000-0000-4000-8000-000000000000' },
      ifMatch: 1,
      body: { nameEn: 'Nowhere' },
    });
    expect([status, problem.code]).toEqual([404, 'not_found']);
  });
});
