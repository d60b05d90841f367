import * as contract from '@qafila/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../platform/context.ts';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { escalateNotices } from './index.ts';
import { sendAs } from './testing.ts';

const AFTER_MIN = 60;
const MINUTE_MS = 60_000;

let server: TestServer;
let world: World;
let official: Client;
let members: { id: string; client: Client }[];
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  official = await server.as('official', { name: 'الموظفة سلمى' });
  members = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const id = await world.association();
      return { id, client: await server.as('association', { associationId: id }) };
    }),
  );
  server.clock.set(new Date('2026-03-01T08:00:00Z'));
});
afterAll(() => server.close());

function escalate() {
  const ctx: Context = { ...world.ctx, now: server.clock.now, actor: { ...world.ctx.actor, userId: '' } };
  return escalateNotices(ctx, AFTER_MIN);
}

const sendUrgent = async (validUntil?: string) =>
  (
    await sendAs(official, {
      audience: { kind: 'all' },
      priority: 'urgent',
      ...(validUntil && { validUntil }),
    })
  ).body.id;
const alarmsOf = async (noticeId: string) =>
  (await official.call(contract.listNoticeAlarms, { query: { limit: 200 } })).body.items
    .filter(({ notice }) => notice.id === noticeId)
    .map(({ thread }) => thread.association.id)
    .toSorted();
const acknowledge = (noticeId: string, { id, client }: { id: string; client: Client }) =>
  client.call(contract.acknowledgeNotice, { params: { noticeId, associationId: id } });
const close = (noticeId: string, associationId: string, client = official) =>
  client.call(contract.closeNoticeAlarm, {
    params: { noticeId, associationId },
    body: { reason: 'أُبلغوا هاتفياً' },
  });

test('an urgent notice that waits too long is an alarm until somebody acknowledges it or closes it by name', async () => {
  const [first, second, third] = members as [(typeof members)[0], (typeof members)[0], (typeof members)[0]];
  const noticeId = await sendUrgent();
  await acknowledge(noticeId, first);
  server.clock.advance(59 * MINUTE_MS);
  await escalate();
  expect(await alarmsOf(noticeId)).toEqual([]);
  server.clock.advance(MINUTE_MS);
  expect((await escalate()).done).toBe(2);
  expect(await alarmsOf(noticeId)).toEqual([second.id, third.id].toSorted());
  expect((await official.call(contract.readNoticeBadge)).body.alarms).toBe(2);

  await acknowledge(noticeId, second);
  const closed = await close(noticeId, third.id);
  expect(closed.body.alarmClosed).toMatchObject({ byName: 'الموظفة سلمى', reason: 'أُبلغوا هاتفياً' });
  expect(await alarmsOf(noticeId)).toEqual([]);
  expect((await close(noticeId, third.id)).problem.code).toBe('transition_not_allowed');
  expect((await close(noticeId, third.id, third.client)).status).toBe(403);
  // Closing an alarm is not reading: the association may still say that it has.
  expect((await acknowledge(noticeId, third)).body.acknowledged).not.toBeNull();
});

test('what was withdrawn, is no longer valid, or is not urgent never becomes one', async () => {
  const withdrawn = await sendUrgent();
  await official.call(contract.withdrawNotice, { params: { noticeId: withdrawn }, body: { reason: 'خطأ' } });
  const over = await sendUrgent(new Date(server.clock.now().getTime() + 30 * MINUTE_MS).toISOString());
  await sendAs(official, { audience: { kind: 'all' } });
  server.clock.advance(2 * AFTER_MIN * MINUTE_MS);
  expect((await escalate()).done).toBe(0);
  expect([...(await alarmsOf(withdrawn)), ...(await alarmsOf(over))]).toEqual([]);
});

test('alarms that were raised in one instant come page by page, each once', async () => {
  const sent = [await sendUrgent(), await sendUrgent(), await sendUrgent()];
  server.clock.advance(AFTER_MIN * MINUTE_MS);
  await escalate();
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: 1, ...(cursor !== null && { cursor }) };
    const { body } = await official.call(contract.listNoticeAlarms, { query });
    found.push(...body.items.map(({ notice, thread }) => `${notice.id} ${thread.association.id}`));
    cursor = body.nextCursor;
  } while (cursor !== null);
  const expected = sent.flatMap((id) => members.map((member) => `${id} ${member.id}`));
  expect([found.length, new Set(found)]).toEqual([expected.length, new Set(expected)]);
  for (const id of sent) for (const member of members) await acknowledge(id, member);
  const bad = await official.call(contract.listNoticeAlarms, { query: { cursor: 'x' } });
  expect(bad.problem.errors).toMatchObject([{ path: 'cursor', code: 'invalid_format' }]);
});

test('what an association wrote in urgency is an alarm too, until an official takes note', async () => {
  const [writer] = members as [(typeof members)[0]];
  const { body } = await sendAs(writer.client, { audience: { kind: 'directorate' }, priority: 'urgent' });
  server.clock.advance(AFTER_MIN * MINUTE_MS);
  expect((await escalate()).done).toBe(1);
  expect(await alarmsOf(body.id)).toEqual([writer.id]);
  await official.call(contract.acknowledgeNotice, {
    params: { noticeId: body.id, associationId: writer.id },
  });
  expect(await alarmsOf(body.id)).toEqual([]);
});

test('an escalation that was cut short leaves nothing, and the next one makes up for it', async () => {
  const noticeId = await sendUrgent();
  server.clock.advance(AFTER_MIN * MINUTE_MS);
  const cut = server.db.transaction(async (trx) => {
    const at = server.clock.now();
    const ctx: Context = { ...world.ctx, db: trx, now: () => at, actor: { ...world.ctx.actor, userId: '' } };
    await escalateNotices(ctx, AFTER_MIN);
    throw new Error('killed');
  });
  await expect(cut).rejects.toThrow('killed');
  expect(await alarmsOf(noticeId)).toEqual([]);
  expect((await escalate()).done).toBe(3);
});

const Step = fc.oneof(
  fc.record({ kind: fc.constant('wait' as const), many: fc.integer({ min: 1, max: 45 }) }),
  fc.record({ kind: fc.constant('acknowledge' as const), many: fc.nat(2) }),
  fc.record({ kind: fc.constant('close' as const), many: fc.nat(2) }),
  fc.record({ kind: fc.constant('escalate' as const), many: fc.integer({ min: 1, max: 3 }) }),
);

/** What must be true of one urgent notice, kept beside it. */
async function followed() {
  const noticeId = await sendUrgent();
  const places = members.map((member) => ({
    member,
    isAcknowledged: false,
    isEscalated: false,
    isClosed: false,
  }));
  type Place = (typeof places)[0];
  const isOpen = (it: Place): boolean => it.isEscalated && !it.isAcknowledged && !it.isClosed;
  let waitedMin = 0;
  return {
    wait: async (minutes: number) => {
      server.clock.advance(minutes * MINUTE_MS);
      waitedMin += minutes;
    },
    acknowledge: async (who: number) => {
      const place = places[who] as Place;
      await acknowledge(noticeId, place.member);
      place.isAcknowledged = true;
    },
    close: async (who: number) => {
      const place = places[who] as Place;
      const { status } = await close(noticeId, place.member.id);
      expect(status).toBe(isOpen(place) ? 200 : 409);
      place.isClosed ||= isOpen(place);
    },
    escalate: async (processes: number) => {
      const runs = await Promise.all(Array.from({ length: processes }, escalate));
      const due = places.filter((it) => waitedMin >= AFTER_MIN && !it.isAcknowledged && !it.isEscalated);
      expect(runs.reduce((sum, { done }) => sum + done, 0)).toBe(due.length);
      for (const it of due) it.isEscalated = true;
    },
    end: async () => {
      const open = places.filter(isOpen).map(({ member }) => member.id);
      expect(await alarmsOf(noticeId)).toEqual(open.toSorted());
      for (const { member } of places) await acknowledge(noticeId, member);
    },
  };
}

test('in any order of waiting, acknowledging, closing and escalating, each recipient becomes an alarm at most once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { maxLength: 14 }), async (steps) => {
      const notice = await followed();
      for (const { kind, many } of steps) await notice[kind](many);
      await notice.end();
    }),
    { numRuns: 25 },
  );
});
