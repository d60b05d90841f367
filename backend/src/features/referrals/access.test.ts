import { randomUUID } from 'node:crypto';
import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { type Desk, NOON, openDesk, registration } from './testing.ts';

let server: TestServer;
let desk: Desk;
let coordinator: Client;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.set(NOON);
  desk = await openDesk(server);
  coordinator = await server.as('coordinator');
});
afterAll(() => server.close());

type Who = 'official' | 'colleague' | 'mine' | 'other' | 'admin' | 'coordinator';
const WHO: readonly Who[] = ['official', 'colleague', 'mine', 'other', 'admin', 'coordinator'];
const clientOf = (who: Who): Client => (who === 'coordinator' ? coordinator : desk[who]);

type Call = (client: Client, referralId: string) => Promise<{ status: number; problem: contract.Problem }>;
type Row = readonly [
  name: string,
  at: contract.ReferralStatus,
  call: Call,
  allowed: Partial<Record<Who, number>>,
];

const on = (endpoint: contract.Endpoint, body?: object, ifMatch?: number): Call => {
  const asked = { ...(body && { body }), ...(ifMatch !== undefined && { ifMatch }) };
  return (client, referralId) =>
    client.call(endpoint as never, { params: { referralId } as never, ...asked });
};

/** Every endpoint of one case, in a state where it can be called, with who may: the status; all others 403 or 404. */
const ROWS: readonly Row[] = [
  [
    'reading the case',
    'accepted',
    on(contract.readReferral),
    { official: 200, colleague: 200, admin: 200, mine: 200 },
  ],
  ['reading the person', 'accepted', on(contract.readReferralPerson), { official: 200, mine: 200 }],
  ['correcting', 'opened', on(contract.correctReferral, { priority: 1 }, 1), { official: 200 }],
  ['asking whom to refer to', 'opened', on(contract.suggestAssociations), { official: 200 }],
  ['calling back', 'accepted', on(contract.recallReferral, {}), { official: 200 }],
  ['withdrawing', 'accepted', on(contract.withdrawReferral, { reason: 'no_association' }), { official: 200 }],
  ['erasing', 'accepted', on(contract.eraseReferral), { official: 200 }],
  ['accepting', 'referred', on(contract.acceptReferral, {}), { mine: 200 }],
  ['declining', 'referred', on(contract.declineReferral, { reason: 'other_aid' }), { mine: 200 }],
  ['closing', 'accepted', on(contract.closeReferral, { outcome: 'unreachable' }), { mine: 200 }],
  ['helping', 'accepted', (client, id) => desk.help(id, {}, client), { mine: 201 }],
  ['referring', 'opened', (client, id) => desk.refer(id, desk.mine.associationId, client), { official: 200 }],
  [
    'giving to another',
    'opened',
    (client, referralId) =>
      client.call(contract.reassignReferral, {
        params: { referralId },
        body: { caseworkerId: desk.colleague.userId },
      }),
    { official: 200, admin: 200 },
  ],
];

describe('of a case', () => {
  const table = ROWS.flatMap(([name, at, call, allowed]) =>
    WHO.map((who) => [name, who, at, call, allowed[who]] as const),
  );

  test.each(table)('%s, by %s', async (_name, who, at, call, allowed) => {
    const client = clientOf(who);
    const id = await desk.at(at);
    const before = await server.db('referrals').where({ id }).first();
    const answer = await call(client, id);
    if (allowed !== undefined) {
      expect(answer.status).toBe(allowed);
      return;
    }
    // As one that is not there: the same status and the same words.
    const nothing = await call(client, randomUUID());
    expect([403, 404]).toContain(answer.status);
    expect({ ...answer.problem, instance: '' }).toEqual({ ...nothing.problem, instance: '' });
    expect(await server.db('referrals').where({ id }).first()).toEqual(before);
  });

  test('every endpoint of one case stands in the table', () => {
    const ofOneCase = Object.values(contract).filter(
      (it) =>
        it !== null && typeof it === 'object' && 'path' in it && it.path.includes('/referrals/:referralId'),
    );
    expect(ROWS).toHaveLength(ofOneCase.length);
  });
});

describe('the citizen’s data', () => {
  const seen = async (status: contract.ReferralStatus, client: Client) => {
    const id = await desk.at(status);
    const { status: http, body } = await desk.person(id, client);
    return http === 200 ? body.access : http;
  };

  test('are the association’s only while the case is with it, and before it accepts the request alone', async () => {
    const by: Record<string, unknown> = {};
    for (const status of contract.ReferralStatus.options) by[status] = await seen(status, desk.mine);
    expect(by).toEqual({
      opened: 404,
      referred: 'request',
      declined: 404,
      accepted: 'full',
      in_progress: 'full',
      closed: 404,
      withdrawn: 404,
    });
  });

  test('before it accepts, name and phone stay unsaid', async () => {
    const id = await desk.at('referred');
    const { body } = await desk.person(id, desk.mine);
    expect(body).toMatchObject({ request: 'إيجار شهر', fullName: null, phone: null, nationalIdTail: null });
  });

  test('are the caseworker’s in every state', async () => {
    for (const status of contract.ReferralStatus.options)
      expect(await seen(status, desk.official)).toBe('full');
  });

  test('are never read without its being on record', async () => {
    const id = await desk.at('accepted');
    const readings = () =>
      server.db('audit_log').where({ subject_id: id, action: 'referral.personRead' }).orderBy('id');
    await desk.person(id);
    await desk.person(id, desk.mine);
    await desk.person(id, desk.other);
    expect((await readings()).map((it) => [it.actor_id, it.detail])).toEqual([
      [desk.official.userId, { access: 'full' }],
      [desk.mine.userId, { access: 'full' }],
    ]);
  });

  test('what another association wrote is not for this one', async () => {
    const id = await desk.at('referred');
    await desk.decline(id, { reason: 'other', note: 'كلام الجمعية الأولى' }, desk.mine);
    await desk.official.call(contract.referReferral, {
      params: { referralId: id },
      body: { associationId: desk.other.associationId, note: 'للجمعية الثانية' },
    });
    const words = (client: Client) =>
      desk.person(id, client).then(({ body }) => body.notes.map((it) => it.note));
    expect(await words(desk.other)).toEqual(['للجمعية الثانية']);
    expect(await words(desk.official)).toEqual(['كلام الجمعية الأولى', 'للجمعية الثانية']);
    expect((await desk.file(id, desk.other)).body.steps.map((it) => it.kind)).toEqual(['refer']);
  });
});

describe('an association that declined', () => {
  test('sees that it did, and nothing of what came after', async () => {
    const id = await desk.at('declined');
    await desk.refer(id, desk.other.associationId);
    await desk.accept(id, desk.other);
    await desk.help(id, {}, desk.other);
    const { body } = await desk.file(id, desk.mine);
    expect(body.referral).toMatchObject({
      status: 'declined',
      declineReason: 'no_capacity',
      association: { id: desk.mine.associationId },
      caseworker: null,
      householdSize: null,
      acceptedAt: null,
      lastHelpOn: null,
      personAccess: 'none',
      commands: [],
    });
    expect([body.help, body.steps.map((it) => it.kind)]).toEqual([[], ['refer', 'decline']]);
    expect((await desk.person(id, desk.mine)).status).toBe(404);
  });
});

describe('lists', () => {
  const ids = async (client: Client, query: object = {}) => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const asked = { limit: 7, ...query, ...(cursor !== undefined && { cursor }) };
      const { body } = await client.call(contract.listReferrals, { query: asked });
      found.push(...body.items.map((it) => it.id));
      cursor = body.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return found;
  };

  test('page by page everything once: officials see all, an association what is with it', async () => {
    for (const status of contract.ReferralStatus.options) await desk.at(status);
    const all = await server.db('referrals').orderBy([
      { column: 'opened_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
    expect(await ids(desk.official)).toEqual(all.map((it) => it.id));
    expect(await ids(desk.admin)).toHaveLength(all.length);
    const mine = all.filter((it) => it.association_id === desk.mine.associationId);
    expect(await ids(desk.mine)).toEqual(mine.map((it) => it.id));
    expect(await ids(desk.mine, { associationId: desk.other.associationId })).toEqual([]);
    expect(await ids(desk.mine, { status: 'opened' })).toEqual([]);
    const declined = await ids(desk.mine, { status: 'declined' });
    expect(declined.length).toBeGreaterThan(1);
    const { body } = await desk.mine.call(contract.listReferrals, { query: { status: 'declined' } });
    expect(body.items.every((it) => it.association?.id === desk.mine.associationId)).toBe(true);
  });

  test('are filtered by what a case is', async () => {
    const given = { kind: 'medical', cadence: 'monthly', priority: 1, governorateCode: 'SY06' } as const;
    const { body } = await desk.register(given, desk.colleague);
    expect(await ids(desk.official, { ...given, open: 'yes', status: 'opened' })).toEqual([body.id]);
    expect(await ids(desk.colleague, { mine: 'yes', kind: 'medical' })).toEqual([body.id]);
    expect(await ids(desk.official, { mine: 'yes', ...given })).toEqual([]);
    expect(await ids(desk.official, { code: body.code.toLowerCase() })).toEqual([body.id]);
  });

  test.each([
    'x',
    '2026-13-01T00:00:00Z 1',
    `2026-99-99T00:00:00.000Z ${randomUUID()}`,
    `2026-03 ${randomUUID()}`,
  ])('with the cursor %s are refused', async (cursor) => {
    const { status } = await desk.official.call(contract.listReferrals, { query: { cursor } });
    expect(status).toBe(400);
  });
});

describe('what is of no one case', () => {
  const GENERAL = [
    contract.listReferrals,
    contract.readReferralSummary,
    contract.listReferralDues,
    contract.readReferralFigures,
    contract.listCaseworkers,
  ] as const;
  test.each([
    ['official', [200, 200, 200, 200, 200]],
    ['admin', [200, 200, 200, 200, 200]],
    ['mine', [200, 200, 200, 403, 403]],
    ['coordinator', [403, 403, 403, 403, 403]],
  ] as const)('is open to %s as the table of permissions says', async (who, expected) => {
    const statuses: number[] = [];
    for (const endpoint of GENERAL) {
      statuses.push((await clientOf(who).call(endpoint as never)).status);
    }
    expect(statuses).toEqual(expected);
  });

  test('registering is for officials', async () => {
    for (const who of ['admin', 'mine', 'coordinator'] as const) {
      const answer = await clientOf(who).call(contract.registerReferral, { body: registration() });
      expect(answer.status).toBe(403);
    }
  });

  test('an association’s load is its own and the directorate’s', async () => {
    const params = { associationId: desk.mine.associationId ?? '' };
    const load = (client: Client, asked = params) =>
      client.call(contract.readReferralLoad, { params: asked }).then(({ status }) => status);
    expect([await load(desk.mine), await load(desk.admin), await load(desk.colleague)]).toEqual([
      200, 200, 200,
    ]);
    expect([await load(desk.other), await load(coordinator)]).toEqual([404, 403]);
    expect(await load(desk.official, { associationId: randomUUID() })).toBe(404);
  });
});
