import { createCampaign, createItem, createSite, LIMITS, updateSite } from '@qafila/contract';
import { loadReferenceData } from '@qafila/db/seeds';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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

const SITE = {
  kind: 'warehouse',
  nameAr: 'مستودع كفرسوسة',
  nameEn: 'Kafr Sousa depot',
  governorateCode: 'SY01',
  lat: 33.49,
  lng: 36.27,
  contactName: '',
  contactPhone: '',
};
const CAMPAIGN = {
  nameAr: 'حملة',
  nameEn: 'Campaign',
  purpose: '',
  startsOn: '2026-01-01',
  endsOn: '2026-02-01',
  governorateCodes: ['SY06'],
};
describe('Idempotency-Key', () => {
  const item = (code: string) => ({
    code,
    nameAr: 'مادة',
    nameEn: 'Item',
    category: 'food',
    unit: 'kilogram',
    unitWeightG: 1000,
    unitVolumeMl: 1000,
    unitsPerPack: 1,
    packaging: 'bag',
  });

  test('of 255 characters is taken, and the same request gets the same answer', async () => {
    const idempotencyKey = 'k'.repeat(LIMITS.idempotencyKeyMax);
    const first = await coordinator.call(createItem, { body: item('IDEMP1'), idempotencyKey });
    const second = await coordinator.call(createItem, { body: item('IDEMP1'), idempotencyKey });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    const other = await coordinator.call(createItem, { body: item('IDEMP2'), idempotencyKey });
    expect([other.status, other.problem.code]).toEqual([422, 'idempotency_key_reused']);
  });

  test('of 256 characters is refused and stores nothing', async () => {
    const idempotencyKey = 'k'.repeat(LIMITS.idempotencyKeyMax + 1);
    const refused = await coordinator.call(createItem, { body: item('IDEMP3'), idempotencyKey });
    expect([refused.status, refused.problem.errors?.[0]?.path]).toEqual([400, 'Idempotency-Key']);
    expect(await server.db('items').where('code', 'IDEMP3')).toEqual([]);
  });

  test('twenty times at once does it once', async () => {
    const ask = () => coordinator.call(createItem, { body: item('IDEMP4'), idempotencyKey: 'twenty' });
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(new Set(answers.map((it) => it.body.id)).size).toBe(1);
    expect(await server.db('items').where('code', 'IDEMP4')).toHaveLength(1);
  });
});

describe('If-Match', () => {
  let siteId: string;
  beforeEach(async () => {
    siteId = (await coordinator.call(createSite, { body: SITE })).body.id;
  });

  test.each([
    ['missing', undefined, 428, 'version_required'],
    ['an asterisk', '*', 428, 'version_required'],
    ['not a version', '"one"', 428, 'version_required'],
    ['stale', '"7"', 412, 'version_stale'],
  ])('that is %s changes nothing', async (_what, ifMatch, status, code) => {
    const answer = await coordinator.call(updateSite, {
      params: { siteId },
      body: { nameEn: 'Changed' },
      ...(ifMatch !== undefined && { ifMatch }),
    });
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
    expect((await server.db('sites').where('id', siteId).first()).name_en).toBe(SITE.nameEn);
  });

  test('that is right changes it and says the next version', async () => {
    const answer = await coordinator.call(updateSite, {
      params: { siteId },
      body: { nameEn: 'Changed' },
      ifMatch: 1,
    });
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"2"']);
  });
});

describe('text', () => {
  test.each([
    ['an override', 'abc\u202edef', 'forbidden_characters'],
    ['an unpaired isolate', 'abc\u2067def', 'forbidden_characters'],
    ['a NUL', 'abc\u0000def', 'forbidden_characters'],
    ['a line break in a name', 'a\rb', 'forbidden_characters'],
    ['nothing but zero width', '\u200b\u200c\u200d\ufeff', 'invisible_text'],
    ['nothing but spaces', '   ', 'required'],
    ['a hundred combining marks', `a${'\u0301'.repeat(100)}`, 'forbidden_characters'],
    ['ten thousand combining marks', `a${'\u0301'.repeat(10_000)}`, 'too_long'],
    ['a lone surrogate', 'a\ud800b', 'forbidden_characters'],
    ['ten thousand characters', 'ن'.repeat(10_000), 'too_long'],
  ])('with %s is refused by the name of its field', async (_what, nameAr, code) => {
    const answer = await coordinator.call(createSite, { body: { ...SITE, nameAr } });
    expect(answer.status).toBe(400);
    expect(answer.problem.errors).toMatchObject([{ path: 'nameAr', code }]);
  });

  test('with markup stays the text that it is', async () => {
    const nameAr = '<img src=x onerror=alert(1)>';
    const answer = await coordinator.call(createSite, { body: { ...SITE, nameAr } });
    expect([answer.status, answer.body.nameAr]).toEqual([201, nameAr]);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('a date', () => {
  test.each([
    ['30 February', { startsOn: '2026-02-30' }, 'startsOn', 'invalid_format'],
    ['29 February of a common year', { startsOn: '2027-02-29' }, 'startsOn', 'invalid_format'],
    ['the year 10000', { endsOn: '10000-01-01' }, 'endsOn', 'invalid_format'],
    ['the year 9999', { endsOn: '9999-01-01' }, 'endsOn', 'implausible_year'],
    ['a Hijri year', { startsOn: '1442-01-01' }, 'startsOn', 'implausible_year'],
    [
      'an end before its start',
      { startsOn: '2026-05-01', endsOn: '2026-04-01' },
      'endsOn',
      'end_before_start',
    ],
    ['a time with it', { startsOn: '2026-05-01T00:00:00Z' }, 'startsOn', 'invalid_format'],
    [
      'Arabic digits, which screens turn before they send',
      { startsOn: '٢٠٢٦-٠١-٠١' },
      'startsOn',
      'invalid_format',
    ],
  ])('of %s is refused by the name of its field', async (_what, dates, path, code) => {
    const answer = await official.call(createCampaign, { body: { ...CAMPAIGN, ...dates } });
    expect(answer.status).toBe(400);
    expect(answer.problem.errors).toContainEqual(expect.objectContaining({ path, code }));
  });
});
