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

const HEAD = 'الشهر,المحافظة,نوع المساعدة,الدورية,النتيجة,العدد';
const load = (lines: string[], apply: 'yes' | 'no' = 'yes') =>
  official.call(contract.loadReferralFigureTable, {
    query: { apply },
    body: Buffer.from([HEAD, ...lines].join('\n')),
  });
const figures = async (query: { associationId?: string } = {}) =>
  (await official.call(contract.readReferralFigures, { query: { from: '2019-01', to: '2019-12', ...query } }))
    .body;

describe('figures of referrals from a table', () => {
  test('count among the others, and are told apart from them', async () => {
    const { body } = await load([
      '2019-03,دمشق,طبية,طارئة,قُدّمت المساعدة,٤٠',
      '2019-03,SY06,cash,monthly,helped,12',
    ]);
    expect(body.counts).toMatchObject({ new: 2, error: 0 });
    const { cells, governorates, pastCount } = await figures();
    expect(pastCount).toBe(52);
    expect(cells).toContainEqual({
      month: '2019-03',
      kind: 'medical',
      cadence: 'emergency',
      result: 'helped',
      count: 40,
    });
    expect(governorates).toContainEqual({ governorateCode: 'SY01', result: 'helped', count: 40 });
  });

  test('read again with another number they are corrected, not added', async () => {
    const { body } = await load(['2019-03,دمشق,طبية,طارئة,قُدّمت المساعدة,41']);
    expect(body.rows[0]?.changes).toEqual([{ column: 'count', from: '40', to: '41' }]);
    expect((await figures()).pastCount).toBe(53);
  });

  test('are of the month whose first day a spreadsheet program makes of it', async () => {
    const { body } = await load(['2019-03-01,دمشق,طبية,طارئة,helped,42'], 'no');
    expect(body.rows[0]?.changes).toEqual([{ column: 'count', from: '41', to: '42' }]);
  });

  test('are of no association', async () => {
    const associationId = '00000000-0000-4000-8000-000000000000';
    expect((await figures({ associationId })).cells).toEqual([]);
  });

  test('that were saved are read back as nothing new', async () => {
    const saved = await official.raw(`${contract.saveReferralFigureTable.path}?format=xlsx&language=en`);
    const { body } = await official.call(contract.loadReferralFigureTable, {
      query: { apply: 'yes' },
      body: Buffer.from(await saved.arrayBuffer()),
    });
    expect(body.counts).toEqual({ new: 0, changed: 0, same: 2, error: 0 });
  });

  test.each([
    ['an open case', '2019-03,دمشق,طبية,طارئة,مفتوحة,1', 'result', 'invalid_value'],
    ['a month to come', '2099-03,دمشق,طبية,طارئة,helped,1', 'month', 'after_now'],
    ['a day for a month', '2019-03-02,دمشق,طبية,طارئة,helped,1', 'month', 'invalid_value'],
    ['a Hijri year', '1442-03,دمشق,طبية,طارئة,helped,1', 'month', 'invalid_value'],
    ['nobody', '2019-03,دمشق,طبية,طارئة,helped,0', 'count', 'too_small'],
    ['a fraction', '2019-03,دمشق,طبية,طارئة,helped,1.5', 'count', 'invalid_value'],
    ['a place that is none', '2019-03,أطلنطس,طبية,طارئة,helped,1', 'governorateCode', 'invalid_value'],
  ])('with %s are an error in their cell', async (_what, line, column, code) => {
    const { body } = await load([line]);
    expect(body.rows[0]?.faults).toEqual([{ column, code }]);
  });
});
