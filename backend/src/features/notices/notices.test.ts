import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { postSystemNotice } from './index.ts';
import { sendAs } from './testing.ts';

let server: TestServer;
let world: World;
let official: Client;
let mine: string;
let other: string;
let member: Client;
let stranger: Client;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  mine = await world.association({ nameAr: 'جمعية أولى' });
  other = await world.association({ nameAr: 'جمعية ثانية' });
  official = await server.as('official', { name: 'الموظفة سلمى' });
  member = await server.as('association', { associationId: mine, name: 'عضو أول' });
  stranger = await server.as('association', { associationId: other });
});
afterAll(() => server.close());

const NOWHERE = '00000000-0000-4000-8000-000000000000';
const toMine = () => sendAs(official, { audience: { kind: 'one', associationId: mine } });
const listOf = async (client: Client, query: object = {}) =>
  (await client.call(contract.listNotices, { query })).body.items.map(({ id }) => id);
const threadOf = (client: Client, noticeId: string, associationId = mine) =>
  client.call(contract.readNoticeThread, { params: { noticeId, associationId } });
const badgeOf = async (client: Client) => (await client.call(contract.readNoticeBadge)).body;

describe('whom it reaches', () => {
  const reach = async (audience: contract.NoticeAudience) =>
    (await official.call(contract.readNoticeReach, { body: { audience } })).body.associations;

  test('a sector, or where an association serves or has its seat; one that is suspended only alone', async () => {
    await server.db('association_sectors').insert({ association_id: mine, sector: 'health' });
    await server.db('association_governorates').insert({ association_id: mine, governorate_code: 'SY06' });
    const suspended = await world.association();
    await server.db('associations').where({ id: suspended }).update({ status: 'suspended' });
    expect(await reach({ kind: 'sectors', sectors: ['health', 'children'] })).toBe(1);
    expect(await reach({ kind: 'governorates', governorateCodes: ['SY06'] })).toBe(1);
    expect(await reach({ kind: 'governorates', governorateCodes: ['SY01', 'SY06'] })).toBe(2);
    expect(await reach({ kind: 'all' })).toBe(2);
    expect(await reach({ kind: 'one', associationId: suspended })).toBe(1);
  });

  test('is settled when it is sent: what changes in the registry afterwards changes nothing', async () => {
    const { body } = await sendAs(official, { audience: { kind: 'all' } });
    expect(body.progress).toMatchObject({ reached: 2, acknowledged: 0 });
    const later = await world.association();
    await server.db('associations').where({ id: mine }).update({ status: 'suspended' });
    expect((await threadOf(official, body.id, later)).status).toBe(404);
    expect((await threadOf(member, body.id)).status).toBe(200);
    await server.db('associations').where({ id: mine }).update({ status: 'declared' });
    await server.db('associations').where({ id: later }).update({ status: 'suspended' });
  });

  test('nobody: it is not sent', async () => {
    const nobody = await sendAs(official, { audience: { kind: 'sectors', sectors: ['disability'] } });
    expect(nobody.problem.errors).toMatchObject([{ path: 'audience', code: 'reaches_nobody' }]);
    const unknown = await sendAs(official, { audience: { kind: 'one', associationId: NOWHERE } });
    expect(unknown.problem.errors).toMatchObject([
      { path: 'audience.associationId', code: 'no_such_reference' },
    ]);
  });

  test('an association writes to the directorate alone, and the directorate not to itself', async () => {
    const across = await sendAs(member, { audience: { kind: 'one', associationId: other } });
    expect(across.problem.errors).toMatchObject([{ path: 'audience', code: 'wrong_kind' }]);
    const inwards = await sendAs(official, { audience: { kind: 'directorate' } });
    expect(inwards.problem.errors).toMatchObject([{ path: 'audience', code: 'wrong_kind' }]);
  });
});

describe('who sees it', () => {
  test('those it was sent to; for others it is as if it were not', async () => {
    const { body } = await toMine();
    expect(await listOf(member)).toContain(body.id);
    expect(await listOf(stranger)).not.toContain(body.id);
    const params = { noticeId: body.id, associationId: mine };
    const tries = [
      [contract.readNotice, undefined],
      [contract.listNoticeThreads, undefined],
      [contract.readNoticeThread, undefined],
      [contract.openNotice, undefined],
      [contract.withdrawNotice, { reason: 'لا يخصني' }],
      [contract.acknowledgeNotice, undefined],
      [contract.replyToNotice, { body: 'لا يخصني' }],
    ] as const;
    for (const [endpoint, sent] of tries) {
      const asked = { params: params as never, body: sent };
      const foreign = await stranger.call(endpoint as contract.Endpoint, asked);
      const missing = await stranger.call(endpoint as contract.Endpoint, {
        ...asked,
        params: { ...params, noticeId: NOWHERE } as never,
      });
      expect([endpoint.path, foreign.status]).toEqual([endpoint.path, 404]);
      expect({ ...foreign.problem, instance: '' }).toEqual({ ...missing.problem, instance: '' });
    }
  });

  test('of a notice to many, an association sees itself and no figures of the others', async () => {
    const { body } = await sendAs(official, { audience: { kind: 'all' } });
    await stranger.call(contract.replyToNotice, {
      params: { noticeId: body.id, associationId: other },
      body: { body: 'سؤال من الجمعية الثانية' },
    });
    const seen = await member.call(contract.readNotice, { params: { noticeId: body.id } });
    expect(seen.body).toMatchObject({ progress: null, mail: null });
    expect(JSON.stringify(seen.body)).not.toContain(other);
    const threads = await member.call(contract.listNoticeThreads, { params: { noticeId: body.id } });
    expect(threads.body.items).toMatchObject([{ association: { id: mine }, contact: null, replyCount: 0 }]);
    expect((await threadOf(member, body.id, other)).status).toBe(404);
    const all = await official.call(contract.listNoticeThreads, { params: { noticeId: body.id } });
    expect(all.body.items.map(({ association }) => association.nameAr)).toEqual([
      'جمعية أولى',
      'جمعية ثانية',
    ]);
  });

  test('coordinators have no part in it, and an association does not oversee', async () => {
    const coordinator = await server.as('coordinator');
    expect((await coordinator.call(contract.listNotices)).status).toBe(403);
    expect((await coordinator.call(contract.readNoticeBadge)).status).toBe(403);
    expect((await member.call(contract.listNoticeAlarms)).status).toBe(403);
    const reach = await member.call(contract.readNoticeReach, { body: { audience: { kind: 'all' } } });
    expect(reach.status).toBe(403);
    expect((await server.visitor().call(contract.listNotices)).status).toBe(401);
  });
});

test('lists of another association are not there, and pages hold together', async () => {
  const foreign = await member.call(contract.listNotices, { query: { associationId: other } });
  expect(foreign.status).toBe(404);
  for (let sent = 0; sent < 3; sent++) await toMine();
  const whole = await listOf(official, { associationId: mine });
  const paged: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { associationId: mine, limit: 2, ...(cursor && { cursor }) };
    const { body } = await official.call(contract.listNotices, { query });
    paged.push(...body.items.map(({ id }) => id));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  expect(paged).toEqual(whole);
  const broken = await official.call(contract.listNotices, { query: { cursor: "' OR 1=1" } });
  expect(broken.problem.errors).toMatchObject([{ path: 'cursor', code: 'invalid_format' }]);
});

describe('reading and acknowledging', () => {
  test('opening is not acknowledging; the first of each is told by name', async () => {
    const { body } = await toMine();
    const before = await badgeOf(member);
    await member.call(contract.openNotice, { params: { noticeId: body.id } });
    expect((await badgeOf(member)).unread).toBe(before.unread - 1);
    expect((await threadOf(official, body.id)).body.thread).toMatchObject({
      firstOpened: { byName: 'عضو أول' },
      acknowledged: null,
    });
    const params = { noticeId: body.id, associationId: mine };
    const colleague = await server.as('association', { associationId: mine, name: 'عضو ثان' });
    expect((await colleague.call(contract.acknowledgeNotice, { params })).body.acknowledged?.byName).toBe(
      'عضو ثان',
    );
    const again = await member.call(contract.acknowledgeNotice, { params });
    expect([again.status, again.body.acknowledged?.byName]).toEqual([200, 'عضو ثان']);
    const { body: notice } = await official.call(contract.readNotice, { params: { noticeId: body.id } });
    expect(notice.progress).toMatchObject({ reached: 1, acknowledged: 1 });
  });

  test('ten at once leave one name', async () => {
    const { body } = await toMine();
    const colleagues = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        server.as('association', { associationId: mine, name: `عضو ${n}` }),
      ),
    );
    const params = { noticeId: body.id, associationId: mine };
    const answers = await Promise.all(
      colleagues.map((it) => it.call(contract.acknowledgeNotice, { params })),
    );
    expect(new Set(answers.map((it) => it.body.acknowledged?.byName)).size).toBe(1);
    const told = await server.db('audit_log').where({ subject_id: body.id, action: 'notice.acknowledged' });
    expect(told).toHaveLength(1);
  });

  test('only the side it was sent to acknowledges it', async () => {
    const { body } = await toMine();
    const params = { noticeId: body.id, associationId: mine };
    const own = await official.call(contract.acknowledgeNotice, { params });
    expect([own.status, own.problem.code]).toEqual([409, 'transition_not_allowed']);
    const { body: asked } = await sendAs(member, { audience: { kind: 'directorate' }, priority: 'urgent' });
    const place = { noticeId: asked.id, associationId: mine };
    expect((await member.call(contract.acknowledgeNotice, { params: place })).status).toBe(409);
    const { body: taken } = await official.call(contract.acknowledgeNotice, { params: place });
    expect(taken.acknowledged?.byName).toBe('الموظفة سلمى');
  });

  test('a reply makes it unread for the other side, and for nobody else', async () => {
    const { body } = await sendAs(official, { audience: { kind: 'all' } });
    const params = { noticeId: body.id };
    for (const client of [official, member, stranger]) await client.call(contract.openNotice, { params });
    await official.call(contract.replyToNotice, {
      params: { ...params, associationId: mine },
      body: { body: 'توضيح لكم' },
    });
    const isUnread = async (client: Client) =>
      (await client.call(contract.readNotice, { params })).body.isUnread;
    expect([await isUnread(member), await isUnread(stranger), await isUnread(official)]).toEqual([
      true,
      false,
      false,
    ]);
    const { body: thread } = await threadOf(member, body.id);
    expect(thread.replies).toMatchObject([
      { side: 'directorate', byName: 'الموظفة سلمى', body: 'توضيح لكم' },
    ]);
    expect((await threadOf(stranger, body.id, other)).body.replies).toEqual([]);
  });
});

describe('what was sent', () => {
  test('stands: the database refuses another text', async () => {
    const { body } = await toMine();
    const change = server.db('notices').where({ id: body.id }).update({ title_ar: 'نص آخر' });
    await expect(change).rejects.toThrow('append-only');
  });

  test('is withdrawn once, with a reason that all see, and is not acknowledged afterwards', async () => {
    const { body } = await toMine();
    const withdraw = (client: Client) =>
      client.call(contract.withdrawNotice, { params: { noticeId: body.id }, body: { reason: 'أُرسل سهواً' } });
    expect((await withdraw(member)).problem.code).toBe('transition_not_allowed');
    expect((await withdraw(official)).body.withdrawn).toMatchObject({ reason: 'أُرسل سهواً' });
    expect((await withdraw(official)).problem.code).toBe('transition_not_allowed');
    const params = { noticeId: body.id, associationId: mine };
    expect((await member.call(contract.acknowledgeNotice, { params })).status).toBe(409);
    const seen = await member.call(contract.readNotice, { params: { noticeId: body.id } });
    expect(seen.body.withdrawn).toMatchObject({ byName: 'الموظفة سلمى', reason: 'أُرسل سهواً' });
  });

  test('is corrected by another one, once, by the side that wrote it', async () => {
    const { body: first } = await toMine();
    const audience = { kind: 'one', associationId: mine } as const;
    const foreign = await sendAs(member, { audience: { kind: 'directorate' }, corrects: first.id });
    expect(foreign.problem.errors).toMatchObject([{ path: 'corrects', code: 'no_such_reference' }]);
    const { body: second } = await sendAs(official, { audience, corrects: first.id });
    const { body: seen } = await member.call(contract.readNotice, { params: { noticeId: first.id } });
    expect([second.corrects, seen.correctedBy]).toEqual([first.id, second.id]);
    expect((await sendAs(official, { audience, corrects: first.id })).status).toBe(409);
  });

  test.each([
    ['an empty title', { titleAr: '  ' }, 'titleAr', 'required'],
    ['a title that turns the text around it', { titleAr: 'abc\u202Edef' }, 'titleAr', 'forbidden_characters'],
    ['a time that is over', { validUntil: '2020-01-01T00:00:00Z' }, 'validUntil', 'too_early'],
    [
      'the same governorate twice',
      { audience: { kind: 'governorates', governorateCodes: ['SY01', 'SY01'] } },
      'audience.governorateCodes',
      'duplicate_lines',
    ],
    [
      'no governorate',
      { audience: { kind: 'governorates', governorateCodes: [] } },
      'audience.governorateCodes',
      'required',
    ],
    ['an unknown priority', { priority: 'soon' }, 'priority', 'invalid_value'],
  ])('%s is refused', async (_what, change, path, code) => {
    const given = { audience: { kind: 'all' }, ...change } as Parameters<typeof sendAs>[1];
    expect((await sendAs(official, given)).problem.errors).toMatchObject([{ path, code }]);
  });

  test('a line break in a title becomes a space', async () => {
    const { body } = await sendAs(official, {
      audience: { kind: 'all' },
      titleAr: 'سطر\nBcc: x@example.org',
    });
    expect(body.titleAr).toBe('سطر Bcc: x@example.org');
  });
});

describe('what the server tells', () => {
  const tell = (key: string) =>
    postSystemNotice(
      { ...world.ctx, actor: { ...world.ctx.actor, userId: '' } },
      {
        associationId: mine,
        kind: 'obligation_reminder',
        priority: 'normal',
        values: { nameAr: 'التقرير السنوي', nameEn: 'Annual report', dueOn: '2026-03-31' },
        key,
      },
    );

  test('is told once for each key, also by two at once, and to that association alone', async () => {
    const told = await Promise.all([tell('obligation:1:7'), tell('obligation:1:7')]);
    expect(told.toSorted()).toEqual([false, true]);
    expect(await tell('obligation:1:7')).toBe(false);
    const { body } = await member.call(contract.listNotices, { query: { box: 'reminders' } });
    expect(body.items).toMatchObject([
      { origin: 'system', sentByName: null, system: { kind: 'obligation_reminder' }, isUnread: true },
    ]);
    expect(await listOf(stranger, { box: 'reminders' })).toEqual([]);
    expect(await listOf(official, { box: 'sent' })).not.toContain(body.items[0]?.id);
  });

  test('can be acknowledged and not replied to', async () => {
    await tell('obligation:2:7');
    const [noticeId = ''] = await listOf(member, { box: 'reminders' });
    const params = { noticeId, associationId: mine };
    expect((await member.call(contract.acknowledgeNotice, { params })).status).toBe(200);
    const reply = await member.call(contract.replyToNotice, { params, body: { body: 'شكراً' } });
    expect(reply.problem.code).toBe('transition_not_allowed');
  });
});

test('what waits is counted for each person, and for nobody else', async () => {
  const fresh = await world.association();
  const reader = await server.as('association', { associationId: fresh });
  const clerk = await server.as('official');
  const staffBefore = await badgeOf(clerk);
  await sendAs(official, { audience: { kind: 'one', associationId: fresh }, priority: 'urgent' });
  expect(await badgeOf(reader)).toMatchObject({ unread: 1, urgent: 1, alarms: 0 });
  await sendAs(reader, { audience: { kind: 'directorate' }, priority: 'urgent' });
  expect(await badgeOf(reader)).toMatchObject({ unread: 1, urgent: 1 });
  const staffAfter = await badgeOf(clerk);
  expect([staffAfter.unread - staffBefore.unread, staffAfter.urgent - staffBefore.urgent]).toEqual([1, 1]);
});
