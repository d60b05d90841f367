import { randomUUID } from 'node:crypto';
import { listDeliveries, readWaybill, type Waybill } from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  balancesOf,
  countOf,
  departed,
  endStory,
  ok,
  type Story,
  settle,
  startStory,
  stockUp,
  stopMove,
  waybillAt,
} from '../../testing/convoy-story.ts';

let story: Story;
beforeAll(async () => {
  story = await startStory();
});
afterAll(async () => {
  await endStory(story);
});

/** A waybill of two lots, 60 and 40 units, whose vehicle has reached the stop. */
async function atTheStop() {
  const lots = [await stockUp(story, 60), await stockUp(story, 40)] as const;
  const file = await departed(story, [
    { ...lots[0], quantity: 60 },
    { ...lots[1], quantity: 40 },
  ]);
  ok(await stopMove(story, file, 0, { command: 'arrive' }));
  return { file, lots, waybill: await waybillAt(story, file, 0) };
}

async function reread(waybill: Waybill): Promise<Waybill> {
  return ok(await story.coordinator.call(readWaybill, { params: { waybillId: waybill.id } }));
}

describe('a waybill', () => {
  test('tells who sends what to whom, on which vehicle, by lot', async () => {
    const { file, waybill } = await atTheStop();
    expect(waybill.code).toMatch(/^WB-\d{4}-\d{4}$/);
    expect(waybill).toMatchObject({
      campaign: { id: story.campaignId },
      convoy: { id: file.convoy.id, code: file.convoy.code },
      origin: { id: story.warehouse },
      destination: { id: story.destinations[0] },
      stop: { status: 'arrived' },
      vehicle: { driverName: 'سامر', driverLicence: 'L-1', seals: 'S-1' },
      dispatcherName: 'The coordinator',
      delivery: null,
      photos: [],
    });
    expect(waybill.lines.map((line) => line.units).toSorted()).toEqual([40, 60]);
    expect(waybill.lines[0]).toMatchObject({ packaging: 'bale', unitsPerPack: 1, good: null, reason: null });
  });
});

describe('settling a delivery', () => {
  test('takes good, damaged and missing off the vehicle, and the stop settles by itself', async () => {
    const { lots, waybill } = await atTheStop();
    const differences = waybill.lines.map((line) => (line.units === 60 ? { damaged: 3, missing: 1 } : {}));
    const settled = ok(await settle(story, waybill, countOf(story, waybill, differences)), 201);
    expect(settled.stop.status).toBe('settled');
    expect(settled.delivery?.code).toMatch(/^DL-\d{4}$/);
    expect(settled.delivery).toMatchObject({ receiverName: 'هالة', settledByName: 'The coordinator' });
    expect(settled.lines.find((line) => line.units === 60)).toMatchObject({
      good: 56,
      damaged: 3,
      missing: 1,
      reason: 'wet',
    });
    expect(await balancesOf(story, lots[0].lotId)).toEqual({
      pledge_source: -60,
      delivered: 56,
      damaged: 3,
      missing: 1,
    });
    const params = { campaignId: story.campaignId };
    const rows = ok(await story.coordinator.call(listDeliveries, { params }));
    expect(rows.find((row) => row.id === waybill.id)).toMatchObject({
      lineCount: 2,
      loadedKg: 200,
      goodKg: 192,
      damagedKg: 6,
      missingKg: 2,
      receiverName: 'هالة',
    });
  });

  test('waits until the vehicle is at the stop', async () => {
    const stock = await stockUp(story, 10);
    const file = await departed(story, [{ ...stock, quantity: 10 }]);
    const waybill = await waybillAt(story, file, 0);
    const early = await settle(story, waybill, countOf(story, waybill));
    expect(early.problem.code).toBe('transition_not_allowed');
    expect(await balancesOf(story, stock.lotId)).toMatchObject({ vehicle: 10 });
  });

  test('counts that do not add up name the line and change nothing', async () => {
    const { waybill } = await atTheStop();
    const body = countOf(story, waybill);
    const lines = body.lines.map((line, index) => (index === 1 ? { ...line, good: line.good - 4 } : line));
    const answer = await settle(story, waybill, { ...body, lines });
    const units = waybill.lines[1]?.units ?? 0;
    expect(answer.problem).toMatchObject({
      code: 'counts_do_not_add_up',
      values: { loaded: units, counted: units - 4 },
      errors: [{ path: 'lines.1.good', values: { loaded: units, counted: units - 4 } }],
    });
    expect(await reread(waybill)).toEqual(waybill);
  });

  test('counts every line of the waybill, once, and no other', async () => {
    const { waybill } = await atTheStop();
    const body = countOf(story, waybill);
    const [first, second] = body.lines;
    const partial = await settle(story, waybill, { ...body, lines: [first] });
    expect(partial.problem).toMatchObject({ code: 'counts_do_not_add_up', errors: [{ path: 'lines' }] });
    const twice = await settle(story, waybill, { ...body, lines: [first, second, first] });
    expect(twice.problem.errors).toMatchObject([{ path: 'lines.2.lineId', code: 'duplicate_lines' }]);
    const foreign = { ...first, lineId: randomUUID() };
    const other = await settle(story, waybill, { ...body, lines: [first, second, foreign] });
    expect(other.problem.errors).toMatchObject([{ path: 'lines.2.lineId', code: 'no_such_reference' }]);
  });
});

describe('what the paper says of a delivery', () => {
  test('gives a reason for every difference, and times in their order', async () => {
    const { waybill } = await atTheStop();
    const body = countOf(story, waybill, [{ damaged: 1 }]);
    const lines = body.lines.map((line) => ({ ...line, reason: null }));
    const unexplained = await settle(story, waybill, { ...body, lines });
    expect(unexplained.problem.errors).toMatchObject([{ path: 'lines.0.reason', code: 'reason_required' }]);
    const hour = (hours: number) => new Date(story.clock.now().getTime() + hours * 3_600_000).toISOString();
    const before = await settle(story, waybill, { ...body, unloadingStartedAt: hour(-5) });
    expect(before.problem.errors).toMatchObject([{ path: 'unloadingStartedAt', code: 'end_before_start' }]);
    const after = await settle(story, waybill, { ...body, signedAt: hour(5) });
    expect(after.problem.errors).toMatchObject([{ path: 'signedAt', code: 'after_now' }]);
  });

  test('takes times of any zone, and compares the instants', async () => {
    const { waybill } = await atTheStop();
    const body = countOf(story, waybill);
    const inDamascus = new Date(Date.parse(body.unloadingStartedAt) + 3 * 3_600_000)
      .toISOString()
      .replace('Z', '+03:00');
    const settled = ok(await settle(story, waybill, { ...body, unloadingStartedAt: inDamascus }), 201);
    expect(settled.delivery).toMatchObject({ signedAt: body.signedAt });
  });

  test.each([
    ['-1', { good: -1 }],
    ['0.5', { good: 0.5 }],
    ['"60"', { good: '60' }],
    ['an extra id', { id: randomUUID() }],
  ])('takes no count of %s', async (_name, changes) => {
    const { waybill } = await atTheStop();
    const body = countOf(story, waybill);
    const lines = body.lines.map((line, index) => (index === 0 ? { ...line, ...changes } : line));
    expect((await settle(story, waybill, { ...body, lines })).status).toBe(400);
    expect((await reread(waybill)).delivery).toBeNull();
  });
});

describe('settling again', () => {
  test('with the same delivery id and content, twenty times at once, is one delivery', async () => {
    const { lots, waybill } = await atTheStop();
    const body = countOf(story, waybill, [{ damaged: 2 }]);
    const answers = await Promise.all(Array.from({ length: 20 }, () => settle(story, waybill, body)));
    expect(answers.every((it) => it.status === 201)).toBe(true);
    expect(new Set(answers.map((it) => it.body.delivery?.code)).size).toBe(1);
    const damaged = await Promise.all(lots.map(({ lotId }) => balancesOf(story, lotId)));
    expect(damaged.reduce((sum, it) => sum + (it['damaged'] ?? 0), 0)).toBe(2);
  });

  test('otherwise is refused: a settled waybill is settled for ever', async () => {
    const { waybill } = await atTheStop();
    const body = countOf(story, waybill);
    const settled = ok(await settle(story, waybill, body), 201);
    const others = { ...body, ...countOf(story, waybill, [{ missing: 1 }]), deliveryId: body.deliveryId };
    expect((await settle(story, waybill, others)).problem.code).toBe('transfer_reused');
    const again = await settle(story, waybill, { ...body, deliveryId: randomUUID() });
    expect(again.problem.code).toBe('transition_not_allowed');
    expect(await reread(waybill)).toEqual(settled);
  });

  test('under an id that settled another waybill is refused', async () => {
    const first = await atTheStop();
    const second = await atTheStop();
    const body = countOf(story, first.waybill);
    ok(await settle(story, first.waybill, body), 201);
    const reused = { ...countOf(story, second.waybill), deliveryId: body.deliveryId };
    expect((await settle(story, second.waybill, reused)).problem.code).toBe('transfer_reused');
  });
});
