import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Announcement } from '../../platform/context.ts';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { addObligation } from './testing.ts';

let server: TestServer;
let world: World;
let official: Client;
let associationId: string;
let number: number;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  official = await server.as('official');
  associationId = await world.association({ nameAr: 'جمعية السنديانة', nameEn: 'Oak Association' });
  const row = await server.db('associations').where({ id: associationId }).first('declaration_number');
  number = row.declaration_number;
});
afterAll(() => server.close());

const HEAD = 'رقم الإشهار,سنة الإشهار,الالتزام,عن,تاريخ الاستحقاق,الحالة,تاريخ التقديم';
const table = (...lines: string[]) => Buffer.from([HEAD, ...lines].join('\n'));
const load = (body: Buffer, apply: 'yes' | 'no' = 'no', language: 'ar' | 'en' = 'ar') =>
  official.call(contract.loadObligationTable, { query: { apply, language }, body });
const year = (period: number, rest: string) => `${number},2020,annual_report,${period},${rest}`;
const kept = async () =>
  (await official.call(contract.listObligations, { query: { associationId } })).body.items;

describe('obligations from a table', () => {
  test('a preview says what each row would do, and keeps nothing', async () => {
    const { body } = await load(table(year(2021, '٢٠٢٢-٠٣-٣١,مقبول,2022-03-20'), year(2022, '2023-03-31,,')));
    expect(body).toMatchObject({ isApplied: false, counts: { new: 2, error: 0 }, fault: null });
    expect(await kept()).toEqual([]);
  });

  test('rows that are right are taken though others are not, and twice is once', async () => {
    const file = table(
      year(2021, '2022-03-31,مقبول,2022-03-20'),
      year(2022, '2023-03-31,,'),
      year(2023, '2024-02-30,,'),
      '999999,2020,annual_report,2021,2022-03-31,,',
    );
    const first = await load(file, 'yes');
    expect(first.body.counts).toEqual({ new: 2, changed: 0, same: 0, error: 2 });
    expect(await kept()).toMatchObject([
      { period: '2021', state: 'accepted', dueOn: '2022-03-31' },
      { period: '2022', state: 'due', standing: 'overdue' },
    ]);
    const again = await load(file, 'yes');
    expect(again.body.counts).toEqual({ new: 0, changed: 0, same: 2, error: 2 });
  });

  test('a changed day is shown before and after', async () => {
    const { body } = await load(table(year(2022, '2023-04-30,,')), 'yes');
    expect(body.rows).toMatchObject([
      { row: 2, state: 'changed', changes: [{ column: 'dueOn', from: '2023-03-31', to: '2023-04-30' }] },
    ]);
  });

  test('what a row is about is named in the language of the reader', async () => {
    const row = table(year(2022, '2023-03-31,,'));
    const labelIn = async (language: 'ar' | 'en') => (await load(row, 'no', language)).body.rows[0]?.label;
    expect(await labelIn('ar')).toBe('جمعية السنديانة · التقرير السنوي · 2022');
    expect(await labelIn('en')).toBe('Oak Association · Annual report · 2022');
  });

  test('what it becomes is shown in the words of the reader', async () => {
    const { body } = await load(table(year(2022, '2023-03-31,accepted,2023-03-01')));
    expect(body.rows[0]?.changes).toContainEqual({ column: 'state', from: 'مطلوب', to: 'مقبول' });
  });

  test.each([
    ['a day that does not exist', () => year(2030, '2031-02-30,,'), 'dueOn', 'invalid_value'],
    ['an obligation nobody knows', () => `${number},2020,tea,2030,2031-03-01,,`, 'type', 'invalid_value'],
    ['a fraction', () => `1.5,2020,annual_report,2030,2031-03-01,,`, 'declarationNumber', 'invalid_value'],
    ['no number', () => `,2020,annual_report,2030,2031-03-01,,`, 'declarationNumber', 'required'],
    ['accepted without a day', () => year(2030, '2031-03-01,accepted,'), 'submittedOn', 'required'],
    ['handed in tomorrow', () => year(2030, '2031-03-01,accepted,2099-01-01'), 'submittedOn', 'after_now'],
    ['a step that is taken here', () => year(2030, '2031-03-01,submitted,'), 'state', 'invalid_value'],
    ['what is settled', () => year(2021, '2022-04-30,accepted,2022-03-20'), 'state', 'conflict'],
    ['a formula', () => year(2030, '"=HYPERLINK(""x"")",,'), 'dueOn', 'invalid_value'],
  ])('%s is an error in its cell', async (_what, line, column, code) => {
    const { body } = await load(table(line()));
    expect(body.counts.error).toBe(1);
    expect(body.rows[0]?.faults).toContainEqual({ column, code });
  });
});

test.each(['submitted', 'returned'] as const)(
  'a table saved before it was %s does not undo that; its day may be another',
  async (state) => {
    const id = await addObligation(server.db, { associationId, dueOn: '2030-03-31', period: '2029' });
    const saved = await official.raw(`${contract.saveObligationTable.path}?format=csv`);
    const before = Buffer.from(await saved.arrayBuffer());
    const submittedAt = new Date('2026-01-02T10:20:30Z');
    await server.db('obligations').where({ id }).update({ state, submitted_at: submittedAt });
    const { body } = await load(before, 'yes');
    expect(body.rows[0]).toMatchObject({
      state: 'error',
      faults: [{ column: 'state', code: 'conflict' }],
    });
    for (const rest of ['2030-03-31,accepted,2026-01-02', `2030-03-31,${state},2026-01-01`])
      expect((await load(table(year(2029, rest)))).body.counts.error).toBe(1);
    expect((await load(table(year(2029, '2030-04-30,,2026-01-02')), 'yes')).body.counts.changed).toBe(1);
    expect(await server.db('obligations').where({ id }).first()).toMatchObject({
      state,
      due_on: '2030-04-30',
      submitted_at: submittedAt,
    });
    await server.db('obligations').where({ id }).delete();
  },
);

test('of a table that is cut short others hear, too', async () => {
  const lines = Array.from({ length: 21 }, (_, at) => year(2040 + at, `${2041 + at}-03-31,,`));
  await server.db.raw(`ALTER TABLE obligations ADD CONSTRAINT cut_short CHECK (period <> '2060') NOT VALID`);
  const heard: Announcement[] = [];
  const stop = server.server.announcer.subscribe((it) => heard.push(it));
  expect((await load(table(...lines), 'yes')).status).toBe(500);
  stop();
  await server.db.raw('ALTER TABLE obligations DROP CONSTRAINT cut_short');
  const taken = server.db('obligations').where('period', '>=', '2040').whereNot({ period: 'once' });
  expect(await taken.clone()).toHaveLength(20);
  expect(heard).toContainEqual({ kind: 'workChanged', topics: ['obligations'], associationIds: 'all' });
  await taken.del();
});

describe('a table of obligations', () => {
  test('with the same obligation twice is wrong the second time', async () => {
    const { body } = await load(table(year(2031, '2032-03-31,,'), year(2031, '2032-04-30,,')));
    expect(body.counts).toEqual({ new: 1, changed: 0, same: 0, error: 1 });
  });

  test('rows that were not taken come back as they were, each with its reason in words', async () => {
    const path = contract.saveObligationTableFaults.path;
    const response = await official.raw(`${path}?format=csv&language=ar`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: table(year(2022, '2023-04-30,,'), year(2031, 'غدا,,')) as unknown as BodyInit,
    });
    const lines = (await response.text()).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('غدا');
    expect(lines[1]).toContain('تاريخ الاستحقاق: قيمة غير مقبولة');
  });

  test('what was saved, in either language and form, is read back as nothing new', async () => {
    for (const query of ['csv&language=ar', 'csv&language=en', 'xlsx&language=ar']) {
      const saved = await official.raw(`${contract.saveObligationTable.path}?format=${query}`);
      expect(saved.headers.get('content-disposition')).toContain('attachment');
      const { body } = await load(Buffer.from(await saved.arrayBuffer()), 'yes');
      expect(body.counts).toEqual({ new: 0, changed: 0, same: 2, error: 0 });
    }
  });

  test('a file that cannot be read says why, and is no failure of the server', async () => {
    const { status, body } = await load(Buffer.from('رقم الإشهار،سنة الإشهار\n1،2'));
    expect([status, body.fault]).toEqual([200, { row: 0, column: '', code: 'wrong_delimiter' }]);
  });

  test('associations and coordinators neither save nor load tables', async () => {
    for (const role of ['association', 'coordinator'] as const) {
      const client = await server.as(role);
      expect((await client.raw(contract.saveObligationTable.path)).status).toBe(403);
      const loaded = await client.call(contract.loadObligationTable, { query: {}, body: table() });
      expect(loaded.status).toBe(403);
    }
  });
});
