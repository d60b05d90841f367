import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
let coordinator: Client;
let mine: string;
let other: string;
let member: Client;
let stranger: Client;
let campaignId: string;

beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  coordinator = await server.as('coordinator');
  mine = await world.association({ nameEn: 'Mine' });
  other = await world.association({ nameEn: 'Other' });
  member = await server.as('association', { associationId: mine });
  stranger = await server.as('association');
  campaignId = await initiative([mine, other]);
});
afterAll(() => server.close());

const initiative = (participants: string[], status: 'active' | 'closed' = 'active') =>
  world.campaign({ kind: 'initiative', participants, status, startsOn: '2020-04-24' });

const ENTRY = {
  day: '2020-05-01',
  governorateCode: 'SY06',
  kind: 'meals',
  quantity: 300,
  people: 280,
  households: 60,
} as const;

const record = (client: Client, given: object = {}, into = campaignId) =>
  client.call(contract.recordOutput, { params: { campaignId: into }, body: { ...ENTRY, ...given } });
const totals = async (client: Client, of = campaignId) =>
  (await client.call(contract.readOutputTotals, { params: { campaignId: of } })).body;

describe('what is recorded', () => {
  test('an association records its day once; again is refused, and a correction keeps what was', async () => {
    const { status, body } = await record(member, { day: '2020-04-24' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ association: { id: mine }, quantity: 300, version: 1 });
    const again = await record(member, { day: '2020-04-24', quantity: 5, people: 5, households: 1 });
    expect([again.status, again.problem.code]).toEqual([409, 'output_exists']);
    const corrected = await member.call(contract.correctOutput, {
      params: { outputId: body.id },
      ifMatch: 1,
      body: { quantity: 310, people: 290, households: null, note: '', reason: 'عُدّت متأخرة' },
    });
    expect(corrected.body).toMatchObject({ quantity: 310, households: null, version: 2 });
    const file = await member.call(contract.readOutput, { params: { outputId: body.id } });
    expect(file.body.steps).toMatchObject([
      { quantity: 310, people: 290, households: null, reason: 'عُدّت متأخرة' },
      { quantity: 300, people: 280, households: 60, reason: '' },
    ]);
  });

  test('two who correct at once: the second has to read again', async () => {
    const { body } = await record(member, { day: '2020-04-25' });
    const correct = (quantity: number) =>
      member.call(contract.correctOutput, {
        params: { outputId: body.id },
        ifMatch: 1,
        body: { quantity, people: 1, households: null, note: '' },
      });
    expect((await correct(2)).status).toBe(200);
    const second = await correct(3);
    expect([second.status, second.problem.code]).toEqual([412, 'version_stale']);
  });

  test('what was entered by mistake is corrected to nothing, with a reason, and counts no more', async () => {
    const own = await initiative([mine]);
    const { body } = await record(member, {}, own);
    const annul = (reason: string) =>
      member.call(contract.correctOutput, {
        params: { outputId: body.id },
        ifMatch: 1,
        body: { quantity: 0, people: 0, households: null, note: '', reason },
      });
    expect((await annul('')).problem.errors).toMatchObject([{ path: 'reason', code: 'reason_required' }]);
    expect((await annul('يوم آخر')).status).toBe(200);
    expect(await totals(coordinator, own)).toMatchObject({ byKind: [], dayCount: 0, peopleAtOnce: 0 });
  });
});

describe('what is refused', () => {
  const tomorrow = dayInDamascus(new Date(Date.now() + 86_400_000));
  test.each([
    ['before the campaign', { day: '2020-04-23' }, 'day', 'before_campaign'],
    ['tomorrow', { day: tomorrow }, 'day', 'after_now'],
    ['after the campaign', { day: '2100-01-01' }, 'day', 'after_campaign'],
    ['on a day that is none', { day: '2020-02-30' }, 'day', 'invalid_format'],
    ['in a Hijri year', { day: '1442-09-01' }, 'day', 'implausible_year'],
    ['elsewhere', { governorateCode: 'SY01' }, 'governorateCode', 'outside_campaign'],
    ['of nothing', { quantity: 0 }, 'quantity', 'too_small'],
    ['of less than nothing', { quantity: -1 }, 'quantity', 'too_small'],
    ['of a part', { quantity: 0.5 }, 'quantity', 'not_an_integer'],
    ['of too much', { quantity: 2 ** 53 }, 'quantity', 'too_big'],
    ['as a text', { quantity: '1e3' }, 'quantity', 'invalid_type'],
    ['for more households than people', { people: 3, households: 4 }, 'people', 'counts_do_not_fit'],
    ['for nobody', { people: 0, households: null }, 'people', 'too_small'],
    ['of an unknown kind', { kind: 'gold' }, 'kind', 'invalid_value'],
    ['with a version of its own', { version: 9 }, 'version', 'unknown_field'],
    ['with a deceiving note', { note: 'a\u202eb' }, 'note', 'forbidden_characters'],
  ])('an entry %s is refused', async (_what, given, path, code) => {
    const { status, problem } = await record(member, given);
    expect([status, problem.code]).toEqual([400, 'invalid_input']);
    expect(problem.errors).toContainEqual(expect.objectContaining({ path, code }));
  });

  test('only who takes part, only while it is active, and only in an initiative', async () => {
    const third = await world.association();
    expect((await record(coordinator, { associationId: third })).problem.code).toBe('not_participating');
    const closed = await initiative([mine], 'closed');
    expect((await record(member, {}, closed)).problem.code).toBe('campaign_not_active');
    const convoys = await world.campaign({ participants: [mine], startsOn: '2020-04-24' });
    expect((await record(member, {}, convoys)).problem.code).toBe('wrong_campaign_kind');
  });

  test('when the initiative is closed its figures stand', async () => {
    const own = await initiative([mine]);
    const { body } = await record(member, {}, own);
    await server.db('campaigns').where({ id: own }).update({ status: 'closed' });
    const { problem } = await member.call(contract.correctOutput, {
      params: { outputId: body.id },
      ifMatch: 1,
      body: { quantity: 1, people: 1, households: null, note: '' },
    });
    expect(problem.code).toBe('campaign_not_active');
  });
});

describe('what an initiative is not', () => {
  test('nothing is needed, pledged or driven there', async () => {
    const [siteId, itemId] = [await world.site(), await world.item()];
    const at = new Date().toISOString();
    const need = await coordinator.call(contract.createNeed, {
      params: { campaignId },
      body: { siteId, itemId, quantity: 1, priority: 2, neededBy: at, households: null, note: '' },
    });
    const pledge = await member.call(contract.offerPledge, {
      params: { campaignId },
      body: { needId: null, itemId, quantity: 1, siteId, readyAt: at, note: '' },
    });
    expect([need.problem.code, pledge.problem.code]).toEqual(['wrong_campaign_kind', 'wrong_campaign_kind']);
  });

  test('its kind is said when it is opened, and stays', async () => {
    const official = await server.as('official');
    const fields = {
      nameAr: 'لقمتنا سوا',
      nameEn: 'Our Bite Together',
      purpose: '',
      startsOn: '2020-04-24',
      endsOn: '2020-05-23',
      governorateCodes: ['SY01'],
    };
    const { body } = await official.call(contract.createCampaign, {
      body: { kind: 'initiative', ...fields },
    });
    expect(body.kind).toBe('initiative');
    const plain = await official.call(contract.createCampaign, { body: fields });
    expect(plain.body.kind).toBe('convoys');
    const { problem } = await official.call(contract.updateCampaign, {
      params: { campaignId: body.id },
      ifMatch: 1,
      body: { kind: 'convoys' },
    });
    expect(problem.errors).toMatchObject([{ path: 'kind', code: 'unknown_field' }]);
  });
});

describe('who sees what', () => {
  test('an association knows of others only the campaign’s totals', async () => {
    const own = await initiative([mine, other]);
    await record(member, { quantity: 10, people: 10, households: 2 }, own);
    await record(
      coordinator,
      { associationId: other, day: '2020-05-02', quantity: 7, people: 5, households: null },
      own,
    );
    const seen = await totals(member, own);
    expect(seen.byKind).toEqual([{ kind: 'meals', quantity: 17, people: 15, households: 2 }]);
    expect(seen).toMatchObject({ dayCount: 2, associationCount: 2, governorateCount: 1, peopleAtOnce: 10 });
    expect(seen.byAssociation.map((it) => it.association.id)).toEqual([mine]);
    expect(seen.byGovernorate).toMatchObject([{ governorateCode: 'SY06', quantity: 10 }]);
    expect(seen.byDay).toMatchObject([{ day: '2020-05-01', quantity: 10 }]);
    const all = await totals(coordinator, own);
    expect(all.byAssociation).toHaveLength(2);
    expect(all.byDay.map((it) => [it.day, it.quantity])).toEqual([
      ['2020-05-01', 10],
      ['2020-05-02', 7],
    ]);
    const list = await member.call(contract.listOutputs, { params: { campaignId: own } });
    expect(list.body.items.map((it) => it.association.id)).toEqual([mine]);
  });

  test('the entry and the campaign of another are not there, like what never was', async () => {
    const { body } = await record(coordinator, { associationId: other, day: '2020-05-09' });
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const reads = [body.id, nowhere].map((outputId) =>
      member.call(contract.readOutput, { params: { outputId } }),
    );
    const [foreign, missing] = await Promise.all(reads);
    expect(foreign?.status).toBe(404);
    expect({ ...foreign?.problem, instance: '' }).toEqual({ ...missing?.problem, instance: '' });
    const corrected = await member.call(contract.correctOutput, {
      params: { outputId: body.id },
      ifMatch: 1,
      body: { quantity: 1, people: 1, households: null, note: '' },
    });
    expect(corrected.status).toBe(404);
    const params = { campaignId };
    const outside = [
      await stranger.call(contract.listOutputs, { params }),
      await stranger.call(contract.readOutputTotals, { params }),
      await record(stranger),
    ];
    expect(outside.map((it) => it.status)).toEqual([404, 404, 404]);
    expect((await record(member, { associationId: other })).problem.errors).toMatchObject([
      { path: 'associationId', code: 'unknown_field' },
    ]);
  });

  test('officials read and do not enter; staff say for whom', async () => {
    const official = await server.as('official');
    expect((await official.call(contract.listOutputs, { params: { campaignId } })).status).toBe(200);
    expect((await record(official, { associationId: mine })).status).toBe(403);
    expect((await record(coordinator)).problem.errors).toMatchObject([
      { path: 'associationId', code: 'required' },
    ]);
  });
});

test('the list goes page by page, newest day first, and by what is asked for', async () => {
  const own = await initiative([mine]);
  for (const day of ['2020-05-01', '2020-05-03', '2020-05-02']) await record(member, { day }, own);
  await record(member, { day: '2020-05-03', kind: 'gifts' }, own);
  const page = async (query: object) =>
    (await coordinator.call(contract.listOutputs, { params: { campaignId: own }, query })).body;
  const first = await page({ limit: 3 });
  expect(first.items.map((it) => it.day)).toEqual(['2020-05-03', '2020-05-03', '2020-05-02']);
  const rest = await page({ limit: 3, cursor: first.nextCursor });
  expect([rest.items.map((it) => it.day), rest.nextCursor]).toEqual([['2020-05-01'], null]);
  expect((await page({ kind: 'gifts' })).items).toHaveLength(1);
  expect((await page({ day: '2020-05-02' })).items).toHaveLength(1);
  const bad = await coordinator.call(contract.listOutputs, {
    params: { campaignId: own },
    query: { cursor: "1' OR 1=1" },
  });
  expect(bad.problem.errors).toMatchObject([{ path: 'cursor', code: 'invalid_format' }]);
});

test('what happened is told in the campaign’s activity', async () => {
  const own = await initiative([mine]);
  await record(member, {}, own);
  const { body } = await coordinator.call(contract.listActivity, { params: { campaignId: own } });
  expect(body.items).toMatchObject([{ action: 'output.recorded', subjectCode: '2020-05-01' }]);
});
