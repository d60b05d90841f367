import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
const ids = new Map<string, string>();
const NAMES = ['جمعية الأمل', 'جمعية البيت', 'جمعية الثمر', 'جمعية الجسر', 'مؤسسة التعاون'];

beforeAll(async () => {
  server = await startTestServer({ trustProxy: 1 });
  world = await createWorld(server.db);
  for (const nameAr of NAMES)
    ids.set(nameAr, await world.association({ nameAr, nameEn: `In English ${nameAr}` }));
  const change = (nameAr: string, columns: object) =>
    server
      .db('associations')
      .where({ id: ids.get(nameAr) })
      .update(columns);
  await change('جمعية الأمل', { office_phone: '011 1', contact_phone: '0999 1', address: 'المزة' });
  await change('جمعية البيت', { office_phone: '011 2', is_office_phone_public: true, contact_name: 'وفاء' });
  await change('مؤسسة التعاون', { kind: 'foundation', governorate_code: 'SY06', declared_on: '2019-02-01' });
  await change('جمعية الجسر', { status: 'suspended' });
  await server.db('association_sectors').insert({ association_id: ids.get('جمعية الثمر'), sector: 'health' });
  await server
    .db('association_governorates')
    .insert({ association_id: ids.get('جمعية الثمر'), governorate_code: 'SY10' });
});
afterAll(() => server.close());

type Query = Partial<Record<keyof typeof contract.RegistryFilters.shape, string>>;
const directory = (query: Query = {}) =>
  server.visitor().call(contract.listDirectory, { query: query as never });
const namesOf = async (query: Query) => (await directory(query)).body.items.map((it) => it.nameAr);

describe('the public directory', () => {
  test('lists declared associations by name, with public fields alone', async () => {
    const { status, body, headers } = await directory();
    expect(status).toBe(200);
    expect(body.items.map((it) => it.nameAr)).toEqual(NAMES.filter((name) => name !== 'جمعية الجسر'));
    expect(body.total).toBe(4);
    const fields = new Set(Object.keys(body.items[0] ?? {}));
    expect(fields).toEqual(new Set(Object.keys(contract.DirectoryEntry.shape)));
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    const text = JSON.stringify(body);
    for (const secret of ['0999 1', '011 1', 'المزة', 'وفاء', ...ids.values()])
      expect(text).not.toContain(secret);
    expect(text).toContain('011 2');
  });

  test.each([
    [{ kind: 'foundation' }, ['مؤسسة التعاون']],
    [{ governorate: 'SY06' }, ['مؤسسة التعاون']],
    [{ serves: 'SY10' }, ['جمعية الثمر']],
    [{ sector: 'health' }, ['جمعية الثمر']],
    [{ q: 'جمعيه الامل' }, ['جمعية الأمل']],
    [{ q: 'ENGLISH تعاون' }, ['مؤسسة التعاون']],
    [{ q: '%' }, []],
    [{ q: '<script>' }, []],
  ])('finds by %j', async (query, names) => {
    expect(await namesOf(query)).toEqual(names);
  });

  test('finds by the number of the declaration, in Arabic digits too', async () => {
    const number = String(
      (
        await server
          .db('associations')
          .where({ id: ids.get('جمعية البيت') })
          .first('declaration_number')
      ).declaration_number,
    );
    expect(await namesOf({ q: number })).toContain('جمعية البيت');
    const arabic = number.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    expect(await namesOf({ q: arabic })).toContain('جمعية البيت');
  });

  test('comes page by page, all of it once', async () => {
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const { body }: Awaited<ReturnType<typeof directory>> = await directory({
        limit: '1',
        ...(cursor !== null && { cursor }),
      });
      names.push(...body.items.map((it) => it.nameAr));
      cursor = body.nextCursor;
    } while (cursor !== null);
    expect(names).toEqual(await namesOf({}));
  });
});

describe('the directory’s door', () => {
  test('refuses what it does not know', async () => {
    for (const [query, path] of [
      ['kind=party', 'kind'],
      ['sector=health&sector=relief', 'sector'],
      ['cursor=1', 'cursor'],
      ['limit=0', 'limit'],
      ['status=applied', 'status'],
    ]) {
      const answer = await server.visitor().raw(`/api/v1/directory?${query}`);
      expect([answer.status, (await answer.json()).errors[0].path]).toEqual([400, path]);
    }
  });

  test('without end from one address is refused', async () => {
    const headers = { 'X-Forwarded-For': '198.51.100.40' };
    const statuses = await Promise.all(
      Array.from({ length: 125 }, async () => {
        const { status } = await server
          .visitor()
          .call(contract.listDirectory, { headers, query: { limit: 1 } });
        return status;
      }),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  });
});

describe('the registry', () => {
  test('lists with the state and the year of the declaration, and counts all pages', async () => {
    const official = await server.as('official');
    const list = async (query: object) =>
      (await official.call(contract.listAssociations, { query })).body.items.map((it) => it.nameAr);
    expect(await list({ status: 'suspended' })).toEqual(['جمعية الجسر']);
    expect(await list({ year: 2019 })).toEqual(['مؤسسة التعاون']);
    const { body } = await official.call(contract.listAssociations, { query: { limit: 2 } });
    expect([body.items.length, body.total]).toEqual([2, 5]);
  });

  test('gives the names alone to choose from, to staff all and to a member its own', async () => {
    const coordinator = await server.as('coordinator');
    const all = await coordinator.call(contract.listAssociationNames);
    expect(all.body.map((it) => it.nameAr)).toEqual(expect.arrayContaining(NAMES));
    expect(Object.keys(all.body[0] ?? {})).toHaveLength(5);
    const declared = await coordinator.call(contract.listAssociationNames, { query: { status: 'declared' } });
    expect(declared.body.map((it) => it.nameAr)).not.toContain('جمعية الجسر');
    const own = ids.get('جمعية البيت') ?? '';
    const member = await server.as('association', { associationId: own });
    expect((await member.call(contract.listAssociationNames)).body.map((it) => it.id)).toEqual([own]);
  });
});
