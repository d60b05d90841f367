import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld } from '../../testing/world.ts';

let server: TestServer;
let official: Client;
beforeAll(async () => {
  server = await startTestServer();
  await createWorld(server.db);
  official = await server.as('official');
});
afterAll(() => server.close());

const HEAD =
  'رقم الإشهار;تاريخ الإشهار;النوع;الاسم بالعربية;الاسم بالإنكليزية;محافظة المقر;مجالات العمل;المحافظات المخدومة;المساعدات المقدّمة;خط العرض;خط الطول;هاتف المقر';
const FIRST =
  '٧٠١;2020-05-01;مؤسسة;مؤسسة جسور;Bridges;دمشق;"الصحة، الإغاثة";"دمشق، ريف دمشق";"طبية شهرية، نقدية طارئة";33.51;36.29;+963 11 222';
const load = (lines: string[], apply: 'yes' | 'no' = 'yes', language: 'ar' | 'en' = 'ar') =>
  official.call(contract.loadAssociationTable, {
    query: { apply, language },
    body: Buffer.from([HEAD, ...lines].join('\n')),
  });
const named = async (q: string) =>
  (await official.call(contract.listAssociations, { query: { q } })).body.items[0];

describe('the registry from a table', () => {
  test('enters associations declared on paper with all that they say of themselves', async () => {
    const { body } = await load([FIRST]);
    expect(body.counts).toEqual({ new: 1, changed: 0, same: 0, error: 0 });
    expect(await named('جسور')).toMatchObject({
      kind: 'foundation',
      declarationNumber: 701,
      status: 'declared',
      governorateCode: 'SY01',
      sectors: ['health', 'relief'],
      governorateCodes: ['SY01', 'SY03'],
      aid: [
        { kind: 'cash', cadence: 'emergency' },
        { kind: 'medical', cadence: 'monthly' },
      ],
      seat: { lat: 33.51, lng: 36.29 },
      officePhone: '+963 11 222',
    });
    const { id = '' } = (await named('جسور')) ?? {};
    const steps = await official.call(contract.listAssociationSteps, { params: { associationId: id } });
    expect(steps.body).toMatchObject([{ command: 'register', effectiveOn: '2020-05-01' }]);
  });

  test('changes what it names and leaves what it leaves empty', async () => {
    const { body } = await load(['701;2020-05-01;;;Bridges of Aid;;التعليم;;;;;']);
    expect(body.rows[0]?.changes).toEqual([
      { column: 'nameEn', from: 'Bridges', to: 'Bridges of Aid' },
      { column: 'sectors', from: 'الإغاثة; الصحة', to: 'التعليم' },
    ]);
    expect(await named('جسور')).toMatchObject({
      nameAr: 'مؤسسة جسور',
      sectors: ['education'],
      officePhone: '+963 11 222',
    });
  });

  test('names what a row is about as its reader does, or in the one language it has', async () => {
    const lines = ['701;2020-05-01;;;;;;;;;;', '702;2020-05-01;جمعية;جمعية النبع;;دمشق;;;;;;'];
    const labelsIn = async (language: 'ar' | 'en') =>
      (await load(lines, 'no', language)).body.rows.map(({ label }) => label).toSorted();
    expect(await labelsIn('ar')).toEqual(['جمعية النبع · 702', 'مؤسسة جسور · 701']);
    expect(await labelsIn('en')).toEqual(['Bridges of Aid · 701', 'جمعية النبع · 702']);
  });

  test('is on record for each association, and never long in one transaction', async () => {
    const lines = Array.from(
      { length: 45 },
      (_, index) => `${800 + index};2020-05-01;جمعية;جمعية ${index};Name;دمشق;;;;;;`,
    );
    await load(lines);
    await load(['801;2020-05-01;;;Another name;;;;;;;']);
    const { id } = await server.db('associations').where({ declaration_number: 801 }).first('id');
    const told = await server.db('audit_log').where({ subject_id: id }).orderBy('id').pluck('action');
    expect(told).toEqual(['association.registered', 'association.changed']);
    const { rows } = await server.db.raw(
      `SELECT count(DISTINCT s.xmin::text)::int AS count FROM association_steps s
       JOIN associations a ON a.id = s.association_id WHERE a.declaration_number >= 800`,
    );
    expect(rows[0].count).toBeGreaterThan(1);
  });

  test('what was saved is read back as nothing new, in either language', async () => {
    for (const query of ['csv&language=ar', 'xlsx&language=en']) {
      const saved = await official.raw(`${contract.saveAssociationTable.path}?format=${query}`);
      const { body } = await official.call(contract.loadAssociationTable, {
        query: { apply: 'yes' },
        body: Buffer.from(await saved.arrayBuffer()),
      });
      expect(body.counts).toEqual({ new: 0, changed: 0, same: 46, error: 0 });
    }
  });
});

describe('a row of the registry', () => {
  test.each([
    ['no kind', '702;2020-05-01;;اسم;Name;دمشق;;;;;;', 'kind', 'required'],
    ['a kind nobody knows', '702;2020-05-01;نادي;اسم;Name;دمشق;;;;;;', 'kind', 'invalid_value'],
    ['a sector nobody knows', '702;2020-05-01;جمعية;اسم;Name;دمشق;سحر;;;;;', 'sectors', 'invalid_value'],
    [
      'a place that is none',
      '702;2020-05-01;جمعية;اسم;Name;أطلنطس;;;;;;',
      'governorateCode',
      'invalid_value',
    ],
    ['half a point', '702;2020-05-01;جمعية;اسم;Name;دمشق;;;;33.5;;', 'lng', 'required'],
    ['tomorrow', '702;2099-01-01;جمعية;اسم;Name;دمشق;;;;;;', 'declaredOn', 'after_now'],
    ['30 February', '702;2020-02-30;جمعية;اسم;Name;دمشق;;;;;;', 'declaredOn', 'invalid_format'],
    ['another day of one on record', '701;2020-06-01;;;;;;;;;;', 'declaredOn', 'conflict'],
    [
      'letters that turn the line',
      '702;2020-05-01;جمعية;ا\u202Eسم;Name;دمشق;;;;;;',
      'nameAr',
      'forbidden_characters',
    ],
    ['a number that is none', 'x;2020-05-01;جمعية;اسم;Name;دمشق;;;;;;', 'declarationNumber', 'invalid_value'],
  ])('with %s is an error in its cell', async (_what, line, column, code) => {
    const { body } = await load([line]);
    expect(body.counts.error).toBe(1);
    expect(body.rows[0]?.faults).toEqual([{ column, code }]);
  });

  test('is an official’s, and no way around decisions', async () => {
    const coordinator = await server.as('coordinator');
    expect((await coordinator.raw(contract.saveAssociationTable.path)).status).toBe(403);
    const file = Buffer.from('رقم الإشهار;تاريخ الإشهار;الحالة\n701;2020-05-01;منحلة');
    const { body } = await official.call(contract.loadAssociationTable, {
      query: { apply: 'yes' },
      body: file,
    });
    expect(body.rows[0]?.faults).toEqual([{ column: 'status', code: 'conflict' }]);
  });
});
