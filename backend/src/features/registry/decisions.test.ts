import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Announcement } from '../../platform/context.ts';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { type Applicant, apply, decisionPaper, move, submitted } from './testing.ts';

let server: TestServer;
let world: World;
let official: Client;
beforeAll(async () => {
  server = await startTestServer({ trustProxy: 1 });
  world = await createWorld(server.db);
  official = await server.as('official', { name: 'هدى المصري' });
});
afterAll(() => server.close());

let numbers = 5_000;
const today = () => dayInDamascus(new Date());

async function underReview(changes: object = {}): Promise<Applicant> {
  const applicant = await submitted(server, {
    contactEmail: `applicant-${++numbers}@example.org`,
    ...changes,
  });
  await move(official, applicant.associationId, { command: 'review' });
  return applicant;
}

async function declare(associationId: string, changes: object = {}) {
  const documentIds = [await decisionPaper(official, associationId)];
  return await official.call(contract.declareAssociation, {
    params: { associationId },
    body: { declarationNumber: ++numbers, declaredOn: today(), documentIds, ...changes },
  });
}

const statusOf = async (id: string) => (await server.db('associations').where({ id }).first('status')).status;

describe('the review', () => {
  test('begins only of what was handed in and still is complete', async () => {
    const draft = await apply(server);
    const early = await move(official, draft.associationId, { command: 'review' });
    expect(early.status).toBe(404);
    const applicant = await submitted(server);
    const { documents } = (await applicant.call(contract.readOwnApplication)).body;
    await applicant.call(contract.removeApplicationDocument, {
      params: { documentId: documents[0]?.id ?? '' },
    });
    const lacking = await move(official, applicant.associationId, { command: 'review' });
    expect(lacking.problem).toMatchObject({
      code: 'application_incomplete',
      values: { missing: 'no_statutes_document' },
    });
    expect(await statusOf(applicant.associationId)).toBe('applied');
  });

  test('ends in a refusal for good, with reason and paper, which the applicant reads', async () => {
    const applicant = await underReview();
    const { associationId } = applicant;
    const bare = await move(official, associationId, { command: 'refuse' });
    expect(bare.problem.errors).toMatchObject([
      { path: 'reason', code: 'reason_required' },
      { path: 'documentIds', code: 'document_required' },
    ]);
    const documentIds = [await decisionPaper(official, associationId)];
    const reason = 'أهداف مخالفة للقانون';
    const refused = await move(official, associationId, { command: 'refuse', reason, documentIds });
    expect(refused.body.status).toBe('refused');
    const seen = await applicant.call(contract.readOwnApplication);
    expect(seen.body).toMatchObject({ stage: 'refused', steps: [{ reason, documents: [] }, {}, {}] });
    for (const command of ['review', 'reinstate']) {
      const again = await move(official, associationId, { command, reason: 'x' });
      expect(again.problem.code).toBe('transition_not_allowed');
    }
  });
});

describe('a declaration', () => {
  test('gives number and day, and every step says who, when, why and on which paper', async () => {
    const applicant = await underReview();
    const { associationId } = applicant;
    const heard: Announcement[] = [];
    const stop = server.server.announcer.subscribe((it) => heard.push(it));
    const { status, body } = await declare(associationId, { reason: 'استوفى الشروط' });
    stop();
    expect(status).toBe(200);
    expect(body.association).toMatchObject({
      status: 'declared',
      declarationNumber: numbers,
      declaredOn: today(),
    });
    expect(body.invitation).toBeNull();
    expect(heard).toContainEqual({
      kind: 'workChanged',
      topics: ['associations'],
      associationIds: [associationId],
    });
    const steps = await official.call(contract.listAssociationSteps, { params: { associationId } });
    expect(steps.body).toMatchObject([
      {
        command: 'declare',
        from: 'under_review',
        to: 'declared',
        actorName: 'هدى المصري',
        reason: 'استوفى الشروط',
        documents: [{ name: 'قرار' }],
      },
      { command: 'review', from: 'applied', to: 'under_review' },
      { command: 'submit', actorName: null },
    ]);
    const actions = await server
      .db('audit_log')
      .where({ subject_id: associationId })
      .orderBy('id')
      .pluck('action');
    expect(actions).toEqual(
      expect.arrayContaining(['application.begun', 'application.submitted', 'association.declared']),
    );
    expect((await applicant.call(contract.readOwnApplication)).body.stage).toBe('declared');
  });

  test('invites the applicant in the same step, or nothing happens at all', async () => {
    const { associationId } = await underReview({ contactEmail: 'founder@example.org' });
    const { body } = await declare(associationId, { invites: true });
    expect(body.invitation?.email).toBe('founder@example.org');
    const guest = server.visitor();
    const accepted = await guest.call(contract.acceptInvitation, {
      body: { token: body.invitation?.token ?? '', name: 'سلمى', password: 'six convoys to the coast' },
    });
    expect(accepted.body).toMatchObject({ role: 'association', association: { id: associationId } });

    const second = await underReview({ contactEmail: 'founder@example.org' });
    const taken = await declare(second.associationId, { invites: true });
    expect([taken.status, taken.problem.code]).toEqual([409, 'email_taken']);
    expect(await statusOf(second.associationId)).toBe('under_review');
    expect((await declare(second.associationId)).status).toBe(200);
  });
});

test('a declaration leaves the applicant what was decided then; officials read on whatever changed since', async () => {
  const applicant = await underReview();
  const params = { associationId: applicant.associationId };
  await declare(params.associationId);
  const address = 'دمشق، شارع بغداد';
  const { version } = (await official.call(contract.readAssociation, { params })).body;
  const given = { contactEmail: '', address };
  await official.call(contract.maintainAssociation, { params, ifMatch: version, body: given });
  for (let number = 0; number < contract.LIMITS.boardMax; number++) {
    const body = {
      name: `عضو ${number}`,
      position: 'member',
      startsOn: '2024-01-01',
      endsOn: '2028-01-01',
    };
    await official.call(contract.addBoardMember, { params, body });
  }
  await move(official, params.associationId, { command: 'suspend', reason: 'مخالفة مالية' });
  const seen = await applicant.call(contract.readOwnApplication);
  expect(seen.body).toMatchObject({ stage: 'declared', status: 'declared', contactName: '', board: [] });
  expect(seen.body.steps.map(({ command }) => command)).toEqual(['declare', 'review', 'submit']);
  const read = await official.call(contract.readApplication, { params });
  expect([read.status, read.body.status, read.body.contactEmail]).toEqual([200, 'suspended', '']);
  expect(read.body.board.length).toBeGreaterThan(contract.LIMITS.boardMax);
});

describe('a declaration is refused where', () => {
  test('its number was given that year already', async () => {
    const first = await underReview();
    const second = await underReview();
    const declared = await declare(first.associationId);
    const { declarationNumber } = declared.body.association;
    const again = await declare(second.associationId, { declarationNumber });
    expect([again.status, again.problem.code]).toEqual([409, 'declaration_number_taken']);
  });

  test('its day lies in the future or before the application', async () => {
    const { associationId } = await underReview();
    for (const [declaredOn, code] of [
      ['2099-01-01', 'after_now'],
      ['2020-01-01', 'too_early'],
    ]) {
      const { problem } = await declare(associationId, { declaredOn });
      expect(problem.errors).toMatchObject([{ path: 'declaredOn', code }]);
    }
  });

  test('no decision lies in the same association’s file', async () => {
    const { associationId } = await underReview();
    const other = await underReview();
    const without = await declare(associationId, { documentIds: [] });
    expect(without.problem.errors).toMatchObject([{ path: 'documentIds', code: 'document_required' }]);
    const foreign = await declare(associationId, {
      documentIds: [await decisionPaper(official, other.associationId)],
    });
    expect(foreign.problem.errors).toMatchObject([{ path: 'documentIds.0', code: 'no_such_reference' }]);
    expect(await statusOf(associationId)).toBe('under_review');
  });

  test('others made it at the same time', async () => {
    const { associationId } = await underReview();
    const answers = await Promise.all([
      declare(associationId),
      declare(associationId),
      declare(associationId),
    ]);
    expect(answers.map((it) => it.status).toSorted()).toEqual([200, 409, 409]);
    const steps = await server
      .db('association_steps')
      .where({ association_id: associationId, command: 'declare' });
    expect(steps).toHaveLength(1);
  });
});

describe('suspension and dissolution', () => {
  test('are dated, in order, and undone only where the table allows', async () => {
    const id = await world.association();
    const suspend = (effectiveOn: string) =>
      move(official, id, { command: 'suspend', reason: 'لم تقدّم حساباتها', effectiveOn });
    expect((await suspend('2099-01-01')).problem.errors).toMatchObject([
      { path: 'effectiveOn', code: 'after_now' },
    ]);
    expect((await suspend('2024-05-01')).body.status).toBe('suspended');
    const member = await server.as('association', { associationId: id });
    const told = await member.call(contract.listNotices);
    expect(told.body.items).toMatchObject([{ priority: 'urgent', system: { kind: 'standing_decided' } }]);
    const early = await move(official, id, {
      command: 'reinstate',
      reason: 'قدّمتها',
      effectiveOn: '2024-04-30',
    });
    expect(early.problem.errors).toMatchObject([{ path: 'effectiveOn', code: 'too_early' }]);
    expect((await move(official, id, { command: 'reinstate', reason: 'قدّمتها' })).body.status).toBe(
      'declared',
    );
    expect((await move(official, id, { command: 'reinstate', reason: 'مرة أخرى' })).status).toBe(409);
    const documentIds = [await decisionPaper(official, id)];
    const dissolved = await move(official, id, { command: 'dissolve', reason: 'قرار مجلسها', documentIds });
    expect(dissolved.body.status).toBe('dissolved');
  });

  test('stop new pledges and joining campaigns; what was accepted stays, and what was offered is declined', async () => {
    const id = await world.association();
    const campaignId = await world.campaign({ participants: [id] });
    const itemId = await world.item();
    const siteId = await world.site();
    const member = await server.as('association', { associationId: id });
    const common = { campaignId, associationId: id, itemId, siteId, quantity: 10 };
    const accepted = await world.pledge(common);
    const offered = await world.pledge({ ...common, status: 'offered' });
    await move(official, id, { command: 'suspend', reason: 'تدقيق' });
    const offer = {
      params: { campaignId },
      body: { needId: null, itemId, quantity: 5, siteId, readyAt: new Date().toISOString(), note: '' },
    };
    const refused = await member.call(contract.offerPledge, offer);
    expect([refused.status, refused.problem.code]).toEqual([409, 'association_not_declared']);
    const other = await world.campaign();
    const joining = await official.call(contract.addParticipant, {
      params: { campaignId: other },
      body: { associationId: id },
    });
    expect(joining.problem.errors).toMatchObject([{ path: 'associationId', code: 'wrong_kind' }]);

    const documentIds = [await decisionPaper(official, id)];
    await move(official, id, { command: 'dissolve', reason: 'حُلّت', documentIds });
    const states = await server
      .db('pledges')
      .whereIn('id', [accepted, offered])
      .orderBy('status')
      .pluck('status');
    expect(states).toEqual(['accepted', 'declined']);
    const reading = await member.call(contract.readAssociation, { params: { associationId: id } });
    expect(reading.body.status).toBe('dissolved');
    expect((await member.call(contract.listPledges, { params: { campaignId } })).status).toBe(200);
  });
});

describe('entering what was declared on paper', () => {
  test('is a step of its own on the day of the declaration', async () => {
    const { body } = await official.call(contract.createAssociation, {
      body: {
        kind: 'foundation',
        nameAr: 'مؤسسة من ورق',
        nameEn: 'Paper Foundation',
        governorateCode: 'SY01',
        contactName: '',
        contactPhone: '',
        declarationNumber: ++numbers,
        declaredOn: '2020-05-01',
      },
    });
    const steps = await official.call(contract.listAssociationSteps, { params: { associationId: body.id } });
    expect(steps.body).toMatchObject([
      { command: 'register', from: null, to: 'declared', effectiveOn: '2020-05-01' },
    ]);
  });
});

test('an association declared in the last century is entered, found by its year, and counted', async () => {
  const entered = await official.call(contract.createAssociation, {
    body: {
      kind: 'association',
      nameAr: 'جمعية قديمة',
      nameEn: 'Old Association',
      governorateCode: 'SY01',
      contactName: '',
      contactPhone: '',
      declarationNumber: 12,
      declaredOn: '1959-03-02',
    },
  });
  expect([entered.status, entered.body.declaredOn]).toEqual([201, '1959-03-02']);
  const { body } = await official.call(contract.listAssociations, { query: { year: 1959 } });
  expect(body.items.map(({ id }) => id)).toEqual([entered.body.id]);
  const params = { associationId: entered.body.id };
  const steps = await official.call(contract.listAssociationSteps, { params });
  expect(steps.body).toMatchObject([{ command: 'register', effectiveOn: '1959-03-02' }]);
  const figures = await official.call(contract.readRegistryFigures, { query: { year: 1959 } });
  expect(figures.body.declared).toBe(1);
  const table = await official.raw(`${contract.saveAssociationTable.path}?format=csv`);
  const loaded = await official.call(contract.loadAssociationTable, {
    query: {},
    body: Buffer.from(await table.arrayBuffer()),
  });
  expect(loaded.body.counts).toMatchObject({ changed: 0, error: 0 });
});

describe('who decides and who reads', () => {
  test('officials decide; a member reads the steps of their own association alone', async () => {
    const own = await world.association();
    const other = await world.association();
    const member = await server.as('association', { associationId: own });
    const coordinator = await server.as('coordinator');
    const read = (client: Client, associationId: string) =>
      client.call(contract.listAssociationSteps, { params: { associationId } });
    expect((await read(member, own)).status).toBe(200);
    const foreign = await read(member, other);
    const missing = await read(member, '00000000-0000-4000-8000-000000000000');
    expect(foreign.status).toBe(404);
    expect({ ...foreign.problem, instance: '' }).toEqual({ ...missing.problem, instance: '' });
    expect((await read(coordinator, own)).status).toBe(403);
    for (const client of [member, coordinator]) {
      expect((await move(client, own, { command: 'suspend', reason: 'x' })).status).toBe(403);
    }
    const nowhere = await move(official, '00000000-0000-4000-8000-000000000000', { command: 'review' });
    expect(nowhere.status).toBe(404);
  });

  test('steps are never altered or removed', async () => {
    const steps = server.db('association_steps');
    await expect(steps.clone().update({ reason: 'x' })).rejects.toThrow('append-only');
    await expect(steps.clone().del()).rejects.toThrow('append-only');
  });
});
