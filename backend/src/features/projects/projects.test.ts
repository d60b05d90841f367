import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

let server: TestServer;
let world: World;
let official: Client;
let mine: string;
let member: Client;
let stranger: Client;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  official = await server.as('official');
  mine = await world.association();
  member = await server.as('association', { associationId: mine });
  stranger = await server.as('association');
});
afterAll(() => server.close());

const TODAY = dayInDamascus(new Date());
const THIS_MONTH = contract.monthIn(TODAY);
const back = (count: number) => contract.shiftMonth(THIS_MONTH, -count);

const PROPOSAL = {
  kind: 'income_generating',
  sector: 'food',
  nameAr: 'مطبخ إنتاجي',
  nameEn: 'Community kitchen',
  governorateCode: 'SY01',
  description: '',
  budgetSyp: 12_000_000,
  funding: [
    { source: 'grant', amountSyp: 9_000_000 },
    { source: 'own_funds', amountSyp: 3_000_000 },
  ],
  plannedStart: '2026-01-01',
  plannedMonthlyIncomeSyp: 3_000_000,
  plannedMonthlyCostSyp: 2_000_000,
  plannedJobs: 6,
  plannedFamilies: 6,
};

const propose = (client = member, given: object = {}, associationId = mine) =>
  client.call(contract.proposeProject, { params: { associationId }, body: { ...PROPOSAL, ...given } });
const idOf = (file: contract.ProjectFile) => file.summary.project.id;
const versionOf = async (id: string): Promise<number> =>
  (await server.db('projects').where({ id }).first('version'))?.version ?? 1;
const decide = async (projectId: string, command: 'approve' | 'decline', note = '', client = official) =>
  await client.call(contract.decideProject, {
    params: { projectId },
    ifMatch: await versionOf(projectId),
    body: { command, note },
  });
const move = (projectId: string, body: object, client = member) =>
  client.call(contract.moveProject, { params: { projectId }, body });
const FIGURES = { incomeSyp: 2_500_000, costSyp: 1_500_000, jobs: 5, families: 5 };
const report = (projectId: string, month: string, given: object = {}, client = member) =>
  client.call(contract.reportMonth, { params: { projectId }, body: { month, ...FIGURES, ...given } });

/** One that has run since the first of so many months ago. */
async function running(months: number): Promise<string> {
  const id = idOf((await propose()).body);
  await decide(id, 'approve');
  expect((await move(id, { command: 'start', on: `${back(months)}-01` })).status).toBe(200);
  return id;
}

test('what was changed since it was read is not approved unread', async () => {
  const { body } = await propose();
  const params = { projectId: idOf(body) };
  await member.call(contract.updateProject, {
    params,
    ifMatch: body.version,
    body: { ...PROPOSAL, nameAr: 'مشروع آخر' },
  });
  const approve = { params, ifMatch: body.version, body: { command: 'approve', note: '' } };
  const refused = await official.call(contract.decideProject, approve);
  expect([refused.status, refused.problem.code]).toEqual([412, 'version_stale']);
  expect((await decide(params.projectId, 'approve')).status).toBe(200);
});

test('of an association that is suspended no proposal is approved, but declined it may be', async () => {
  const associationId = await world.association();
  const suspended = await server.as('association', { associationId });
  const id = idOf((await propose(suspended, {}, associationId)).body);
  await server.db('associations').where({ id: associationId }).update({ status: 'suspended' });
  const refused = await decide(id, 'approve');
  expect([refused.status, refused.problem.code]).toEqual([409, 'association_not_declared']);
  expect((await decide(id, 'decline', 'الجمعية موقوفة')).status).toBe(200);
});

describe('the life of a project', () => {
  test('is proposed, approved, started, paused, resumed and finished, each step on record', async () => {
    const { status, body } = await propose();
    expect(status).toBe(201);
    expect(body.summary.project).toMatchObject({ status: 'proposed', version: 1, funding: PROPOSAL.funding });
    const id = idOf(body);
    expect((await decide(id, 'approve')).body.summary.project.status).toBe('approved');
    await move(id, { command: 'start', on: `${back(4)}-05` });
    await move(id, { command: 'pause', note: 'صيانة', on: `${back(3)}-01` });
    await move(id, { command: 'resume', on: `${back(1)}-01` });
    const { body: file } = await move(id, { command: 'finish' });
    expect(file.summary.project).toMatchObject({
      status: 'finished',
      startedOn: `${back(4)}-05`,
      endedOn: TODAY,
    });
    expect(file.steps.map((it) => [it.event, it.toStatus])).toEqual([
      ['finish', 'finished'],
      ['resume', 'running'],
      ['pause', 'paused'],
      ['start', 'running'],
      ['approve', 'approved'],
      ['create', 'proposed'],
    ]);
    expect(file.summary.missingMonths).toEqual([back(4), back(1)]);
    expect((await move(id, { command: 'resume' })).problem.code).toBe('transition_not_allowed');
  });

  test('a declined one says why, is changed, proposed again and approved', async () => {
    const id = idOf((await propose()).body);
    expect((await decide(id, 'decline')).problem.errors).toMatchObject([
      { path: 'note', code: 'reason_required' },
    ]);
    expect((await decide(id, 'decline', 'الموازنة غير واضحة')).body.summary.project.status).toBe('declined');
    const change = (ifMatch: number) =>
      member.call(contract.updateProject, {
        params: { projectId: id },
        ifMatch,
        body: { ...PROPOSAL, budgetSyp: 9_000_000, funding: [{ source: 'grant', amountSyp: 9_000_000 }] },
      });
    expect((await change(1)).problem.code).toBe('version_stale');
    expect((await change(2)).body.summary.project).toMatchObject({ budgetSyp: 9_000_000, version: 3 });
    await move(id, { command: 'propose' });
    expect((await decide(id, 'approve')).body.summary.project.status).toBe('approved');
    expect((await change(5)).problem.code).toBe('project_settled');
  });

  test('steps have an order in time', async () => {
    const id = await running(3);
    const tomorrow = dayInDamascus(new Date(Date.now() + 86_400_000));
    expect((await move(id, { command: 'finish', on: tomorrow })).problem.errors).toMatchObject([
      { path: 'on', code: 'after_now' },
    ]);
    expect((await move(id, { command: 'finish', on: `${back(4)}-01` })).problem.errors).toMatchObject([
      { path: 'on', code: 'too_early' },
    ]);
    await report(id, back(1));
    expect((await move(id, { command: 'finish', on: `${back(2)}-10` })).problem.errors).toMatchObject([
      { path: 'on', code: 'too_early' },
    ]);
    expect((await move(id, { command: 'stop' })).problem.errors).toMatchObject([
      { path: 'note', code: 'reason_required' },
    ]);
  });

  test('of two who decide at once one is heard', async () => {
    const id = idOf((await propose()).body);
    const answers = await Promise.all([decide(id, 'approve'), decide(id, 'decline', 'لا')]);
    expect(answers.map((it) => it.status).toSorted()).toEqual([200, 409]);
  });
});

describe('monthly figures', () => {
  test('are reported once, when the month is over, and corrected as last read', async () => {
    const id = await running(2);
    expect((await report(id, back(1))).status).toBe(201);
    expect((await report(id, back(1))).problem.code).toBe('month_exists');
    const { body: file } = await member.call(contract.readProject, { params: { projectId: id } });
    const correct = (ifMatch: number, month = back(1)) =>
      member.call(contract.correctMonth, {
        params: { projectId: id, month },
        ifMatch,
        body: { ...FIGURES, incomeSyp: 1, note: 'فاتورة ناقصة' },
      });
    expect((await correct(file.version - 1)).problem.code).toBe('version_stale');
    expect((await correct(file.version, back(2))).status).toBe(404);
    const { body } = await correct(file.version);
    expect(body.months).toMatchObject([{ month: back(1), incomeSyp: 1 }]);
    expect(body.steps.slice(0, 2)).toMatchObject([
      { event: 'correct', note: 'فاتورة ناقصة', figures: { incomeSyp: 1 } },
      { event: 'report', figures: { month: back(1), incomeSyp: 2_500_000 } },
    ]);
    expect(body.summary.missingMonths).toEqual([back(2)]);
  });

  test.each([
    ['of the present month', () => THIS_MONTH, 'month_not_over'],
    ['of a month to come', () => contract.shiftMonth(THIS_MONTH, 1), 'month_not_over'],
    ['of before the start', () => back(3), 'outside_run'],
    ['of no month', () => '2026-13', 'invalid_format'],
    ['of a Hijri month', () => '1442-09', 'invalid_format'],
  ])('figures %s are refused', async (_what, month, code) => {
    const id = await running(2);
    const { status, problem } = await report(id, month());
    expect(status).toBe(400);
    expect(problem.errors).toMatchObject([{ path: 'month', code }]);
  });

  test('none come of what never began', async () => {
    const id = idOf((await propose()).body);
    expect((await report(id, back(1))).problem.errors).toMatchObject([
      { path: 'month', code: 'outside_run' },
    ]);
  });
});

describe('what a proposal must say', () => {
  test.each([
    ['more than its sources', { budgetSyp: 13_000_000 }, 'funding', 'funding_is_not_budget'],
    [
      'one source twice',
      {
        funding: [
          { source: 'grant', amountSyp: 6_000_000 },
          { source: 'grant', amountSyp: 6_000_000 },
        ],
      },
      'funding',
      'duplicate_lines',
    ],
    ['no source', { funding: [] }, 'funding', 'required'],
    ['a part of a pound', { plannedMonthlyIncomeSyp: 0.5 }, 'plannedMonthlyIncomeSyp', 'not_an_integer'],
    ['less than nothing', { plannedMonthlyCostSyp: -1 }, 'plannedMonthlyCostSyp', 'too_small'],
    ['more than there is', { plannedMonthlyCostSyp: 1e12 }, 'plannedMonthlyCostSyp', 'too_big'],
    ['a number as a text', { plannedJobs: '1e3' }, 'plannedJobs', 'invalid_type'],
    ['a state of its own', { status: 'approved' }, 'status', 'unknown_field'],
    ['no name', { nameAr: ' ' }, 'nameAr', 'required'],
    ['a day that is none', { plannedStart: '2026-02-30' }, 'plannedStart', 'invalid_format'],
    [
      'a paper that is not there',
      { documentIds: ['00000000-0000-4000-8000-000000000000'] },
      'documentIds.0',
      'no_such_reference',
    ],
  ])('one that says %s is refused', async (_what, given, path, code) => {
    const { status, problem } = await propose(member, given);
    expect(status).toBe(400);
    expect(problem.errors).toContainEqual(expect.objectContaining({ path, code }));
  });

  test('papers of another association cannot be handed in, one’s own can', async () => {
    const add = async (associationId: string) =>
      (
        await official.call(contract.addDocument, {
          params: { associationId },
          query: { name: 'دراسة جدوى', purpose: 'project' },
          body: PDF,
        })
      ).body.id;
    const foreign = await propose(member, { documentIds: [await add(await world.association())] });
    expect(foreign.problem.errors).toMatchObject([{ path: 'documentIds.0', code: 'no_such_reference' }]);
    const { body } = await propose(member, { documentIds: [await add(mine)] });
    expect(body.steps[0]?.documents).toMatchObject([{ name: 'دراسة جدوى' }]);
  });

  test('only a declared association proposes', async () => {
    const associationId = await world.association();
    await server.db('associations').where({ id: associationId }).update({ status: 'suspended' });
    const { problem } = await propose(official, {}, associationId);
    expect(problem.code).toBe('association_not_declared');
  });
});

describe('the portfolio', () => {
  test('tells viability, what it pays for of the services, and sums by month', async () => {
    const associationId = await world.association();
    const own = await server.as('association', { associationId });
    const id = idOf((await propose(own, {}, associationId)).body);
    await decide(id, 'approve');
    await move(id, { command: 'start', on: `${back(4)}-01` }, own);
    for (const count of [4, 3, 2]) await report(id, back(count), {}, own);
    const before = await own.call(contract.listProjects);
    expect(before.body.items).toMatchObject([
      {
        viability: {
          standing: 'sound',
          basis: 'actual',
          months: 12,
          monthsToGo: 9,
          trend: 'steady',
          yearNetSyp: 3_000_000,
          servicesShare: null,
        },
        missingMonths: [back(1)],
        newest: { month: back(2), jobs: 5 },
      },
    ]);
    const { body: sums } = await own.call(contract.readPortfolio);
    expect(sums).toMatchObject({
      budgetSyp: 12_000_000,
      yearIncomeSyp: 7_500_000,
      yearCostSyp: 4_500_000,
      jobs: 5,
      missingCount: 1,
    });
    expect(sums.statusCounts['running']).toBe(1);
    expect(sums.standingCounts).toMatchObject({ sound: 1, losing: 0 });
    expect(sums.months).toHaveLength(18);
    expect(sums.months.at(-2)).toMatchObject({ month: back(2), incomeSyp: 2_500_000, projectCount: 1 });
  });

  test('is filtered by what is stored and by what follows, and goes page by page', async () => {
    const associationId = await world.association();
    for (const nameEn of ['First', 'Second', 'Third']) await propose(official, { nameEn }, associationId);
    await propose(official, { nameEn: 'Micro', kind: 'micro', plannedMonthlyIncomeSyp: 0 }, associationId);
    const list = async (query: object) =>
      (await official.call(contract.listProjects, { query: { associationId, ...query } })).body;
    const names = (page: Awaited<ReturnType<typeof list>>) => page.items.map((it) => it.project.nameEn);
    const first = await list({ limit: 3 });
    expect(names(first)).toEqual(['Micro', 'Third', 'Second']);
    const rest = await list({ limit: 3, cursor: first.nextCursor });
    expect([names(rest), rest.nextCursor]).toEqual([['First'], null]);
    expect(names(await list({ kind: 'micro' }))).toEqual(['Micro']);
    expect(names(await list({ standing: 'losing' }))).toEqual(['Micro']);
    const sound = await list({ standing: 'sound', limit: 2 });
    expect(names(sound)).toEqual(['Third', 'Second']);
    expect(names(await list({ standing: 'sound', limit: 2, cursor: sound.nextCursor }))).toEqual(['First']);
    expect(names(await list({ missing: 'yes' }))).toEqual([]);
    const bad = await official.call(contract.listProjects, { query: { cursor: "' OR 1=1" } });
    expect(bad.problem.errors).toMatchObject([{ path: 'cursor', code: 'invalid_format' }]);
  });
});

const nothing = (heads: readonly string[]) => Object.fromEntries(heads.map((head) => [head, 0]));

test('what it pays for is told against the newest year the association handed in', async () => {
  const associationId = await world.association();
  const own = await server.as('association', { associationId });
  const id = idOf((await propose(own, {}, associationId)).body);
  await decide(id, 'approve');
  await move(id, { command: 'start', on: `${back(1)}-01` }, own);
  await report(id, back(1), {}, own);
  for (const year of [2024, 2025]) {
    const { body: opened } = await own.call(contract.openFinances, {
      params: { associationId },
      body: { year },
    });
    const figures = {
      openingSyp: 0,
      income: { ...nothing(contract.INCOME_SOURCES), grants: year * 1_000 },
      spending: { ...nothing(contract.SPENDING_HEADS), relief: year * 1_000 },
      closingSyp: 0,
      openingReason: '',
      note: '',
    };
    await own.call(contract.submitFinances, {
      params: { financeId: opened.finance.id },
      ifMatch: opened.version,
      body: { figures },
    });
  }
  const { body } = await own.call(contract.readProject, { params: { projectId: id } });
  expect(body.summary.viability).toMatchObject({
    yearNetSyp: 1_000_000,
    spendingYear: 2025,
    servicesShare: 1_000_000 / 2_025_000,
  });
});

test('the association is told what was decided', async () => {
  const associationId = await world.association();
  const id = idOf((await propose(official, {}, associationId)).body);
  await decide(id, 'decline', 'الموازنة غير واضحة');
  const told = await server.db('notices').whereRaw(`system_key LIKE ?`, [`project:${id}:%`]);
  expect(told).toHaveLength(1);
});

describe('who may', () => {
  test('another association finds nothing, whatever it asks', async () => {
    const projectId = await running(2);
    const params = { projectId };
    const nowhere = { projectId: '00000000-0000-4000-8000-000000000000' };
    const foreign = await stranger.call(contract.readProject, { params });
    const answers = [
      foreign,
      await stranger.call(contract.updateProject, { params, ifMatch: 1, body: PROPOSAL }),
      await move(projectId, { command: 'finish' }, stranger),
      await report(projectId, back(1), {}, stranger),
      await stranger.call(contract.correctMonth, {
        params: { ...params, month: back(1) },
        ifMatch: 1,
        body: FIGURES,
      }),
      await propose(stranger),
    ];
    expect(answers.map((it) => it.status)).toEqual([404, 404, 404, 404, 404, 404]);
    const missing = await stranger.call(contract.readProject, { params: nowhere });
    expect({ ...foreign.problem, instance: '' }).toEqual({ ...missing.problem, instance: '' });
    const list = await stranger.call(contract.listProjects, { query: { associationId: mine } });
    expect(list.body.items).toEqual([]);
    const sums = await stranger.call(contract.readPortfolio, { query: { associationId: mine } });
    expect(sums.body).toMatchObject({ budgetSyp: 0, jobs: 0, missingCount: 0 });
  });

  test('an association does not decide on its own proposal, and coordinators have no part in it', async () => {
    const id = idOf((await propose()).body);
    expect((await decide(id, 'approve', '', member)).status).toBe(403);
    const coordinator = await server.as('coordinator');
    expect((await coordinator.call(contract.listProjects)).status).toBe(403);
    expect((await coordinator.call(contract.readProject, { params: { projectId: id } })).status).toBe(403);
  });
});
