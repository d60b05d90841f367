import { randomUUID } from 'node:crypto';
import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Client } from '../../testing/client.ts';
import { ok } from '../../testing/convoy-story.ts';
import {
  answer,
  begin,
  hence,
  made,
  notFound,
  planned,
  QUESTIONS,
  save,
  startVisits,
  type VisitStory,
} from './testing.ts';

let story: VisitStory;
beforeAll(async () => {
  story = await startVisits();
});
afterAll(() => story.server.close());

const visit = (isAnnounced = false) =>
  planned(story.official, story.visitor, {
    associationId: story.mine,
    templateId: story.templateId,
    isAnnounced,
  });
const read = (client: Client, visitId: string) => client.call(contract.readVisit, { params: { visitId } });

describe('planning', () => {
  const plan = (changes: object) => ({
    ...{
      associationId: story.mine,
      templateId: story.templateId,
      plannedFor: hence(1),
      purpose: 'متابعة',
      isAnnounced: false,
    },
    ...{ point: null, visitorIds: [story.visitor.userId] },
    ...changes,
  });

  test('at the seat until it is on the map stands where its governorate does; another point is told as it is', async () => {
    const atSeat = ok(await story.official.call(contract.planVisit, { body: plan({}) }), 201);
    expect(atSeat.place).toMatchObject({ kind: 'seat', isApproximate: true });
    const point = { label: 'مركز التوزيع في جرمانا', at: { lat: 33.48, lng: 36.35 } };
    const elsewhere = ok(await story.official.call(contract.planVisit, { body: plan({ point }) }), 201);
    expect(elsewhere.place).toEqual({ kind: 'point', ...point, isApproximate: false });
    await story.server
      .db('associations')
      .where({ id: story.mine })
      .update({ seat_lat: 33.5, seat_lng: 36.3 });
    expect(ok(await read(story.official, atSeat.id)).place).toMatchObject({
      at: { lat: 33.5, lng: 36.3 },
      isApproximate: false,
    });
  });

  test.each([
    ['yesterday', { plannedFor: hence(-30) }, 'plannedFor', 'too_early'],
    ['at nobody’s', { associationId: randomUUID() }, 'associationId', 'no_such_reference'],
    ['without visitors', { visitorIds: [] }, 'visitorIds', 'required'],
    ['with somebody unknown', { visitorIds: [randomUUID()] }, 'visitorIds.0', 'no_such_reference'],
    ['without a purpose', { purpose: ' ' }, 'purpose', 'required'],
  ])('%s is refused', async (_name, changes, path, code) => {
    const { problem } = await story.official.call(contract.planVisit, { body: plan(changes) });
    expect(problem.errors).toMatchObject([{ path, code }]);
  });

  test('an association’s member or a coordinator is no visitor, and neither plans', async () => {
    const coordinator = await story.server.as('coordinator');
    for (const other of [story.member, coordinator]) {
      const { problem } = await story.official.call(contract.planVisit, {
        body: plan({ visitorIds: [other.userId] }),
      });
      expect(problem.errors?.[0]?.path).toBe('visitorIds.0');
      expect((await other.call(contract.planVisit, { body: plan({}) })).status).toBe(403);
    }
    expect((await coordinator.call(contract.listVisits, {})).status).toBe(403);
  });

  test('can be changed until it begins, by the one who has read it last', async () => {
    const before = await visit();
    const change = (ifMatch: number, body: object) =>
      story.official.call(contract.updateVisit, { params: { visitId: before.id }, body, ifMatch });
    expect((await change(before.version + 1, {})).problem.code).toBe('version_stale');
    const other = await story.server.as('admin');
    const after = ok(await change(before.version, { visitorIds: [other.userId], purpose: 'شكوى' }));
    expect(after).toMatchObject({ purpose: 'شكوى', visitors: [{ id: other.userId }] });
    expect((await begin(story.visitor, before.id)).status).toBe(404);
    ok(await begin(other, before.id));
    const late = await change(after.version + 1, { purpose: 'x' });
    expect(late.problem.code).toBe('transition_not_allowed');
  });
});

describe('cancelling', () => {
  test('is for a reason, and not once it is finished', async () => {
    const { id } = await visit();
    const cancel = (visitId: string, reason: string) =>
      story.official.call(contract.cancelVisit, { params: { visitId }, body: { reason } });
    expect((await cancel(id, ' ')).status).toBe(400);
    const cancelled = ok(await cancel(id, 'تعذر الوصول'));
    expect(cancelled).toMatchObject({
      status: 'cancelled',
      steps: [{ command: 'cancel', note: 'تعذر الوصول' }],
    });
    expect((await begin(story.visitor, id)).problem.code).toBe('transition_not_allowed');
    const done = await made(story.visitor, (await visit()).id);
    expect((await cancel(done.id, 'x')).problem.code).toBe('transition_not_allowed');
  });
});

const noticesOf = async (visitId: string) =>
  await story.server
    .db('notices')
    .whereRaw('system_key LIKE ?', [`% ${visitId} %`])
    .orderBy('sent_at');

describe('what an association sees', () => {
  test('of a visit that was not announced it learns when it is finished; another association never', async () => {
    const { id } = await visit();
    const nowhere = await read(story.member, randomUUID());
    expect(notFound(await read(story.member, id))).toEqual(notFound(nowhere));
    const listed = async (client: Client, state: contract.VisitState) =>
      ok(await client.call(contract.listVisits, { query: { state } })).items.map((it) => it.id);
    expect(await listed(story.member, 'upcoming')).not.toContain(id);
    await made(story.visitor, id, { safe: false });
    expect(ok(await read(story.member, id))).toMatchObject({ result: 'critical', answers: [{}, {}] });
    expect(await listed(story.member, 'finished')).toContain(id);
    expect((await read(story.stranger, id)).status).toBe(404);
    expect(await listed(story.stranger, 'finished')).toEqual([]);
  });

  test('an announced visit it sees and is told of, but not what is answered until the end', async () => {
    const { id } = await visit(true);
    ok(await begin(story.visitor, id));
    ok(await save(story.visitor, id, [answer(QUESTIONS.safe, false)]));
    expect(ok(await read(story.member, id))).toMatchObject({
      status: 'in_progress',
      answers: [],
      findings: [],
    });
    expect(await noticesOf(id)).toHaveLength(1);
  });

  test('of an announced visit it is told each other day, also one it had been on before, and that it will not be', async () => {
    const day = (hours: number) => dayInDamascus(new Date(hence(hours)));
    let { id, version } = await visit(true);
    const replan = async (body: object) => {
      const change = { params: { visitId: id }, ifMatch: version, body };
      ({ version } = ok(await story.official.call(contract.updateVisit, change)));
    };
    await replan({ purpose: 'متابعة عاجلة' });
    await replan({ plannedFor: hence(49) });
    await replan({ plannedFor: hence(1) });
    const params = { visitId: id };
    ok(await story.official.call(contract.cancelVisit, { params, body: { reason: 'تعذر الوصول' } }));
    const told = (await noticesOf(id)).map((it) => [it.system_kind, it.system_values.plannedOn]);
    expect(told).toEqual([
      ['visit_planned', day(1)],
      ['visit_planned', day(49)],
      ['visit_planned', day(1)],
      ['visit_cancelled', day(1)],
    ]);
    const secret = await visit();
    const body = { reason: 'تعذر الوصول' };
    ok(await story.official.call(contract.cancelVisit, { params: { visitId: secret.id }, body }));
    expect(await noticesOf(secret.id)).toEqual([]);
  });
});

describe('lists', () => {
  test('are paged without a gap, the upcoming by plan and the finished by end', async () => {
    const associationId = await story.world.association();
    const inOrder: string[] = [];
    for (const hours of [3, 1, 2]) {
      inOrder.push(
        (
          await planned(story.official, story.visitor, {
            associationId,
            templateId: story.templateId,
            plannedFor: hence(hours),
          })
        ).id,
      );
    }
    const page = async (cursor?: string) =>
      ok(
        await story.official.call(contract.listVisits, {
          query: { associationId, limit: 2, ...(cursor && { cursor }) },
        }),
      );
    const first = await page();
    const second = await page(first.nextCursor ?? '');
    expect([...first.items, ...second.items].map((it) => it.id)).toEqual([
      inOrder[1],
      inOrder[2],
      inOrder[0],
    ]);
    expect(second.nextCursor).toBeNull();
    const bad = await story.official.call(contract.listVisits, { query: { cursor: 'x' } });
    expect(bad.problem.errors).toMatchObject([{ path: 'cursor', code: 'invalid_format' }]);
  });

  test('are narrowed by visitor, result and governorate', async () => {
    const other = await story.server.as('official');
    const { id } = await planned(story.official, other, {
      associationId: story.mine,
      templateId: story.templateId,
    });
    const ids = async (query: object) =>
      ok(await story.official.call(contract.listVisits, { query })).items.map((it) => it.id);
    expect(await ids({ visitorId: other.userId })).toEqual([id]);
    await made(other, id, { order: 1 });
    expect(await ids({ state: 'finished', visitorId: other.userId, result: 'major' })).toEqual([id]);
    expect(await ids({ state: 'finished', visitorId: other.userId, result: 'clear' })).toEqual([]);
    expect(await ids({ state: 'finished', governorateCode: 'SY10' })).toEqual([]);
  });
});
