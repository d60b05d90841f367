import { randomUUID } from 'node:crypto';
import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { type Desk, givingAssociation, NOON, openDesk, registration } from './testing.ts';

let server: TestServer;
let desk: Desk;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.set(NOON);
  desk = await openDesk(server);
});
afterAll(() => server.close());

const stored = async (id: string) => await server.db('referrals').where({ id }).first();

describe('a case on its way', () => {
  test('is registered, referred, accepted, helped and closed, and every step is on record', async () => {
    const { body } = await desk.register({ kind: 'in_kind' });
    expect(body.code).toMatch(/^RF-2026-\d{4,}$/);
    expect(body).toMatchObject({
      status: 'opened',
      association: null,
      caseworker: { id: desk.official.userId },
      basis: { kind: 'consent', form: 'signed' },
      personAccess: 'full',
      commands: ['refer', 'withdraw'],
    });
    await desk.refer(body.id);
    await desk.accept(body.id);
    const itemId = await desk.world.item();
    const lines = [
      { itemId, quantity: 2 },
      { itemId: null, description: 'دواء ضغط', quantity: 1 },
    ];
    const helped = await desk.help(body.id, { amountSyp: null, lines });
    expect([helped.status, helped.body.status, helped.body.lastHelpOn]).toEqual([
      201,
      'in_progress',
      '2026-03-10',
    ]);
    const closed = await desk.close(body.id);
    expect(closed.body).toMatchObject({ status: 'closed', outcome: 'helped', commands: [] });
    const file = (await desk.file(body.id)).body;
    expect(file.steps.map((it) => it.kind)).toEqual(['register', 'refer', 'accept', 'help', 'close']);
    expect(file.steps.at(-1)).toMatchObject({ from: 'in_progress', to: 'closed', reason: 'helped' });
    expect(file.help).toMatchObject([{ lines: [{ item: { id: itemId }, quantity: 2 }, { item: null }] }]);
    expect(JSON.stringify(file)).not.toContain('دواء');
    const actions = await server.db('audit_log').where({ subject_id: body.id }).orderBy('id').pluck('action');
    expect(actions).toEqual([
      'referral.registered',
      'referral.referred',
      'referral.accepted',
      'referral.helped',
      'referral.closed',
    ]);
  });

  test('that is declined is the caseworker’s again and goes to another', async () => {
    const id = await desk.at('referred');
    const declined = await desk.decline(id, { reason: 'other', note: 'لا سيارة لدينا' });
    expect(declined.body).toMatchObject({ status: 'declined', declineReason: 'other', caseworker: null });
    expect((await stored(id)).association_id).toBeNull();
    const again = await desk.refer(id, desk.other.associationId);
    expect(again.body).toMatchObject({
      status: 'referred',
      declineReason: null,
      association: { id: desk.other.associationId },
    });
    expect((await desk.accept(id, desk.other)).body.status).toBe('accepted');
  });

  test('that lies with an association is called back', async () => {
    for (const status of contract.WITH_ASSOCIATION) {
      const id = await desk.at(status);
      expect((await desk.recall(id)).body).toMatchObject({ status: 'opened', association: null });
      expect((await desk.file(id, desk.mine)).status).toBe(404);
    }
  });
});

describe('when the association it is with', () => {
  const associationOf = async () => {
    const associationId = await givingAssociation(desk.world);
    return { associationId, member: await server.as('association', { associationId }) };
  };

  test('is suspended, nothing new is accepted there; what was accepted goes on', async () => {
    const { associationId, member } = await associationOf();
    const [accepted, referred] = [await desk.at('opened'), await desk.at('opened')];
    for (const id of [accepted, referred]) await desk.refer(id, associationId);
    await desk.accept(accepted, member);
    await server.db('associations').where({ id: associationId }).update({ status: 'suspended' });
    const refused = await desk.accept(referred, member);
    expect([refused.status, refused.problem.code]).toEqual([409, 'association_not_declared']);
    expect((await desk.help(accepted, {}, member)).status).toBe(201);
    expect((await desk.decline(referred, { reason: 'no_capacity' }, member)).status).toBe(200);
  });

  test('is dissolved, it is the caseworker’s again, and the association owes no more months', async () => {
    const { associationId, member } = await associationOf();
    const monthly = { kind: 'in_kind', cadence: 'monthly' } as const;
    const [owed, lying] = [await desk.at('opened', monthly), await desk.at('opened')];
    for (const id of [owed, lying]) await desk.refer(id, associationId);
    await desk.accept(owed, member);
    const paper = await desk.official.call(contract.addDocument, {
      params: { associationId },
      query: { name: 'قرار', purpose: 'decision' },
      body: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    const dissolved = await desk.official.call(contract.moveAssociation, {
      params: { associationId },
      body: { command: 'dissolve', reason: 'قرار مجلسها', documentIds: [paper.body.id] },
    });
    expect(dissolved.status).toBe(200);
    for (const id of [owed, lying]) {
      const { body } = await desk.file(id);
      expect(body.referral).toMatchObject({ status: 'opened', association: null, acceptedAt: null });
      expect(body.referral.commands).toContain('refer');
      expect(body.steps.at(-1)).toMatchObject({ kind: 'recall', association: { id: associationId } });
      expect(body.dues).toEqual([]);
      expect((await desk.file(id, member)).status).toBe(404);
    }
    expect(
      await server.db('audit_log').where({ action: 'referral.recalled', subject_id: owed }),
    ).toHaveLength(1);
  });
});

describe('the commands of a case', () => {
  const COMMANDS: Record<contract.ReferralCommand, (id: string) => Promise<{ status: number }>> = {
    refer: (id) => desk.refer(id),
    recall: (id) => desk.recall(id),
    withdraw: (id) => desk.withdraw(id),
    accept: (id) => desk.accept(id),
    decline: (id) => desk.decline(id),
    help: (id) => desk.help(id),
    close: (id) => desk.close(id, { outcome: 'unreachable' }),
  };
  const edges = contract.ReferralStatus.options.flatMap((from) =>
    contract.referralLifecycle.commands.map((command) => [from, command] as const),
  );

  test.each(edges)('%s: %s leads where the contract says, and nowhere else', async (from, command) => {
    const id = await desk.at(from);
    const { status } = await COMMANDS[command](id);
    const to = contract.referralLifecycle.next(from, command);
    if (to) expect(status).toBeLessThan(300);
    else expect([404, 409]).toContain(status);
    expect((await stored(id)).status).toBe(to ?? from);
  });

  test('are done by one of those who give them at once', async () => {
    const id = await desk.at('referred');
    const answers = await Promise.all([desk.accept(id), desk.decline(id), desk.accept(id), desk.decline(id)]);
    expect(answers.filter((it) => it.status === 200)).toHaveLength(1);
    const steps = await server.db('referral_steps').where({ referral_id: id });
    expect(steps).toHaveLength(3);
  });

  test('end it as helped only after help', async () => {
    const id = await desk.at('accepted');
    const refused = await desk.close(id);
    expect([refused.status, refused.problem.errors?.[0]?.path]).toEqual([400, 'outcome']);
  });

  test('withdraw it for another reason only with a note', async () => {
    const id = await desk.at('opened');
    const refused = await desk.withdraw(id, { reason: 'other' });
    expect(refused.problem.errors).toMatchObject([{ path: 'note', code: 'reason_required' }]);
    const lapsed = await desk.withdraw(id, { reason: 'lapsed' });
    expect(lapsed.status).toBe(400);
  });
});

describe('registering', () => {
  test('twice under one id registers once; the id for something else is refused', async () => {
    const body = registration();
    const register = (changed = body) => desk.official.call(contract.registerReferral, { body: changed });
    const answers = await Promise.all([register(), register(), register()]);
    expect(answers.map((it) => it.status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((it) => it.body.code)).size).toBe(1);
    expect((await register({ ...body, kind: 'medical' })).problem.code).toBe('conflict');
    const others = await desk.colleague.call(contract.registerReferral, { body });
    expect(others.problem.code).toBe('conflict');
  });

  test.each([
    ['a basis that is not explained', { basis: { kind: 'vital_interest', note: '' } }, 'basis.note'],
    [
      'consent of tomorrow',
      { basis: { kind: 'consent', form: 'spoken', givenAt: '2026-03-11T12:00:00Z' } },
      'basis.givenAt',
    ],
    ['a short number', { person: { nationalId: '123' } }, 'person.nationalId'],
    ['a number with letters', { person: { nationalId: '1234567890a' } }, 'person.nationalId'],
    ['no name', { person: { fullName: ' ' } }, 'person.fullName'],
    ['a household of none', { householdSize: 0 }, 'householdSize'],
    ['a governorate that is not there', { governorateCode: 'SY15' }, 'governorateCode'],
    ['a kind that is not there', { kind: 'legal' }, 'kind'],
    ['a name that reorders text', { person: { fullName: 'a\u202eb' } }, 'person.fullName'],
  ])('refuses %s by the name of its field', async (_what, given, path) => {
    const { status, problem } = await desk.register(given as never);
    expect([status, problem.errors?.map((it) => it.path)]).toEqual([400, [path]]);
  });

  test('takes a citizen without a number', async () => {
    const { status, body } = await desk.register({ person: { nationalId: null } });
    expect(status).toBe(201);
    expect((await desk.person(body.id)).body.nationalIdTail).toBeNull();
  });

  test('is corrected while the case is open, by the version last read', async () => {
    const { body } = await desk.register();
    const correct = (ifMatch: number) =>
      desk.official.call(contract.correctReferral, {
        params: { referralId: body.id },
        body: { priority: 1, person: { phone: '0944 000 000', nationalId: '٠١٢٣٤٥٦٧٨٩٠' } },
        ifMatch,
      });
    expect((await correct(body.version)).body).toMatchObject({ priority: 1, version: body.version + 1 });
    expect((await correct(body.version)).problem.code).toBe('version_stale');
    const person = (await desk.person(body.id)).body;
    expect([person.phone, person.nationalIdTail]).toEqual(['0944 000 000', '890']);
    await desk.withdraw(body.id);
    expect((await correct(body.version + 2)).problem.code).toBe('transition_not_allowed');
  });
});

describe('help', () => {
  test('sent twice is given once, also at once', async () => {
    const id = await desk.at('accepted');
    const helpId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => desk.help(id, { helpId })));
    expect(answers.map((it) => it.status)).toEqual([201, 201, 201]);
    expect((await desk.file(id)).body.help).toHaveLength(1);
    const elsewhere = await desk.at('accepted');
    expect((await desk.help(elsewhere, { helpId })).problem.code).toBe('conflict');
  });

  test.each([
    ['nothing at all', { amountSyp: null }, 'amountSyp'],
    [
      'cash without an amount',
      { amountSyp: null, lines: [{ itemId: null, description: 'x', quantity: 1 }] },
      'amountSyp',
    ],
    ['a fraction of a pound', { amountSyp: 1.5 }, 'amountSyp'],
    ['of tomorrow', { givenOn: '2026-03-11' }, 'givenOn'],
    ['from before it was accepted', { givenOn: '2026-03-09' }, 'givenOn'],
    ['for a month, of emergency aid', { forMonth: '2026-03' }, 'forMonth'],
    ['a line of nothing', { lines: [{ itemId: null, quantity: 1 }] }, 'lines.0.description'],
    ['an item that is not there', { lines: [{ itemId: randomUUID(), quantity: 1 }] }, 'lines.0.itemId'],
  ])('of %s is refused by the name of its field', async (_what, given, path) => {
    const { status, problem } = await desk.help(await desk.at('accepted'), given);
    expect([status, problem.errors?.map((it) => it.path)]).toEqual([400, [path]]);
  });
});

describe('whom it can be referred to', () => {
  test('declared associations for that aid there, the least loaded first, with their load', async () => {
    const fresh = await startTestServer();
    fresh.clock.set(NOON);
    const here = await openDesk(fresh);
    await here.at('accepted', { kind: 'medical' });
    const id = await here.at('opened', { kind: 'medical', cadence: 'monthly' });
    const suspended = await fresh.as('association', {
      associationId: await givingAssociation(here.world),
    });
    await fresh.db('associations').where({ id: suspended.associationId }).update({ status: 'suspended' });
    const { body } = await here.official.call(contract.suggestAssociations, { params: { referralId: id } });
    expect(body.map((it) => [it.association.id, it.load.open])).toEqual([
      [here.other.associationId, 0],
      [here.mine.associationId, 1],
    ]);
    expect(body[1]?.load).toMatchObject({ acceptedLast30Days: 1, medianDaysToAccept: 0 });
    expect((await here.refer(id, suspended.associationId)).problem.errors?.[0]?.path).toBe('associationId');
    await fresh.db('association_governorates').where({ association_id: here.other.associationId }).del();
    expect((await here.refer(id, here.other.associationId)).status).toBe(400);
    await fresh.close();
  });

  test('and one that declined it before stands last', async () => {
    const id = await desk.at('declined');
    const { body } = await desk.official.call(contract.suggestAssociations, { params: { referralId: id } });
    expect(body.at(-1)).toMatchObject({ association: { id: desk.mine.associationId }, hasDeclined: true });
  });
});

describe('giving a case to another caseworker', () => {
  const give = (referralId: string, caseworkerId: string, client = desk.official) =>
    client.call(contract.reassignReferral, { params: { referralId }, body: { caseworkerId } });

  test('takes it and the citizen’s data from the one and gives them to the other', async () => {
    const id = await desk.at('opened');
    const given = await give(id, desk.colleague.userId);
    expect(given.body).toMatchObject({ caseworker: { id: desk.colleague.userId }, personAccess: 'none' });
    expect((await desk.person(id)).status).toBe(404);
    expect((await desk.person(id, desk.colleague)).status).toBe(200);
    expect((await give(id, desk.official.userId)).status).toBe(404);
  });

  test('an admin does it unread', async () => {
    const id = await desk.at('accepted');
    expect((await give(id, desk.colleague.userId, desk.admin)).status).toBe(200);
    expect((await desk.person(id, desk.admin)).status).toBe(403);
  });

  test('leaves somebody to erase a case that is over, and ends when nothing of the citizen is left', async () => {
    const over = await desk.at('closed');
    expect((await give(over, desk.colleague.userId, desk.admin)).body.status).toBe('closed');
    const erasing = await desk.colleague.call(contract.eraseReferral, { params: { referralId: over } });
    expect(erasing.body.erasedAt).not.toBeNull();
    expect((await give(over, desk.official.userId, desk.admin)).problem.code).toBe('transition_not_allowed');
  });

  test('only to an official who may sign in', async () => {
    const id = await desk.at('opened');
    for (const nobody of [desk.admin.userId, desk.mine.userId, randomUUID()]) {
      expect((await give(id, nobody)).problem.errors?.[0]?.path).toBe('caseworkerId');
    }
    const { body } = await desk.admin.call(contract.listCaseworkers);
    expect(body.map((it) => it.id)).toEqual(
      expect.arrayContaining([desk.official.userId, desk.colleague.userId]),
    );
    expect(body).toHaveLength(2);
  });
});
