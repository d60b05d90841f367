import { listVehicles, readConvoy } from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accountOf,
  allot,
  balancesOf,
  countOf,
  departed,
  draftConvoy,
  endStory,
  load,
  move,
  moveOn,
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

describe('departing', () => {
  test('leaves behind what is not loaded, and it is free again', async () => {
    const stock = await stockUp(story, 10);
    const file = ok(await allot(story, await draftConvoy(story), [{ ...stock, quantity: 8 }]), 201);
    const loading = await moveOn(story, file, 'plan', 'load');
    const lines = loading.lines.map((line) => ({ lineId: line.id, quantity: 5 }));
    ok(await load(story, loading, { lines }));
    const vehicleOf = async () =>
      ok(await story.coordinator.call(listVehicles)).find(
        (it) => it.id === file.convoy.vehicles[0]?.vehicleId,
      );
    expect((await vehicleOf())?.isOnTheRoad).toBe(false);
    const gone = await moveOn(story, file, 'depart');
    expect((await vehicleOf())?.isOnTheRoad).toBe(true);
    expect(gone.lines).toMatchObject([{ quantity: 8, loadedQuantity: 5, releasedQuantity: 3 }]);
    expect(gone.convoy).toMatchObject({ status: 'en_route', cargoKg: 10, loadedKg: 10 });
    expect(await accountOf(story, stock)).toEqual({ balance: 5, allotted: 0 });
    const other = await draftConvoy(story);
    ok(await allot(story, other, [{ ...stock, quantity: 5 }]), 201);
  });

  test('only follows loading; a step out of turn is refused', async () => {
    const file = await draftConvoy(story);
    for (const command of ['load', 'depart', 'hold', 'resume', 'settle', 'revise'] as const) {
      expect((await move(story, file, command)).problem.code).toBe('transition_not_allowed');
    }
  });

  test('happens once when two ask at once', async () => {
    const stock = await stockUp(story, 5);
    const file = ok(await allot(story, await draftConvoy(story), [{ ...stock, quantity: 5 }]), 201);
    ok(await load(story, await moveOn(story, file, 'plan', 'load')));
    const answers = await Promise.all([move(story, file, 'depart'), move(story, file, 'depart')]);
    expect(answers.map((it) => it.status).toSorted()).toEqual([200, 409]);
  });
});

describe('cancelling', () => {
  test('returns all that is loaded, frees all that is allotted and every vehicle', async () => {
    const stock = await stockUp(story, 20);
    const file = ok(
      await allot(story, await draftConvoy(story), [
        { ...stock, quantity: 12 },
        { ...stock, quantity: 4, stop: 1 },
      ]),
      201,
    );
    const loading = await moveOn(story, file, 'plan', 'load');
    const [first] = loading.lines;
    ok(await load(story, loading, { lines: [{ lineId: first?.id ?? '', quantity: 7 }] }));
    const cancelled = await moveOn(story, file, 'cancel');
    expect(cancelled.convoy).toMatchObject({ status: 'cancelled', cargoKg: 0, loadedKg: 0 });
    expect(await accountOf(story, stock)).toEqual({ balance: 20, allotted: 0 });
    expect(await balancesOf(story, stock.lotId)).toEqual({ pledge_source: -20, site: 20 });
    const vehicles = ok(await story.coordinator.call(listVehicles));
    const freed = vehicles.find((it) => it.id === file.convoy.vehicles[0]?.vehicleId);
    expect(freed?.convoyId).toBeNull();
  });

  test('is not possible on the road', async () => {
    const stock = await stockUp(story, 5);
    const file = await departed(story, [{ ...stock, quantity: 5 }]);
    expect((await move(story, file, 'cancel')).problem.code).toBe('transition_not_allowed');
  });
});

describe('stops', () => {
  test('are reached on the road only, and reaching the last one brings the convoy in', async () => {
    const stock = await stockUp(story, 10);
    const file = await departed(story, [
      { ...stock, quantity: 5 },
      { ...stock, quantity: 5, stop: 1 },
    ]);
    await moveOn(story, file, 'hold');
    const held = await stopMove(story, file, 0, { command: 'arrive' });
    expect(held.problem.code).toBe('transition_not_allowed');
    await moveOn(story, file, 'resume');
    const first = ok(await stopMove(story, file, 0, { command: 'arrive' }));
    expect(first.convoy).toMatchObject({ status: 'en_route', arrivedAt: null });
    const last = ok(await stopMove(story, file, 1, { command: 'arrive' }));
    expect(last.convoy.status).toBe('arrived');
    expect(last.convoy.arrivedAt).not.toBeNull();
    expect((await move(story, file, 'settle')).problem.code).toBe('goods_still_aboard');
  });

  test('with nothing bound for them settle on arrival', async () => {
    const stock = await stockUp(story, 10);
    const file = await departed(story, [{ ...stock, quantity: 5, stop: 1 }]);
    const first = ok(await stopMove(story, file, 0, { command: 'arrive' }));
    expect(first.convoy.stops[0]).toMatchObject({ status: 'settled' });
  });

  test('that are skipped send their goods back to a warehouse that is named, for a reason', async () => {
    const stock = await stockUp(story, 10);
    const file = await departed(story, [{ ...stock, quantity: 6 }]);
    const skip = (body: { reason?: string; returnToSiteId?: string }) =>
      stopMove(story, file, 0, { command: 'skip', ...body });
    expect((await skip({})).problem.errors).toMatchObject([{ path: 'reason', code: 'reason_required' }]);
    const reason = 'الطريق مقطوع';
    expect((await skip({ reason })).problem.code).toBe('goods_still_aboard');
    const [returnToSiteId] = story.destinations;
    expect((await skip({ reason, returnToSiteId })).problem.errors?.[0]?.code).toBe('wrong_kind');
    const skipped = ok(await skip({ reason, returnToSiteId: story.warehouse }));
    expect(skipped.convoy.stops[0]?.status).toBe('skipped');
    expect(await balancesOf(story, stock.lotId)).toEqual({ pledge_source: -10, site: 10 });
    expect(await accountOf(story, stock)).toEqual({ balance: 10, allotted: 0 });
    ok(await stopMove(story, file, 1, { command: 'arrive' }));
    expect((await moveOn(story, file, 'settle')).convoy.status).toBe('settled');
  });

  test('where unloading had begun can still send back what nobody took', async () => {
    const stock = await stockUp(story, 10);
    const file = await departed(story, [{ ...stock, quantity: 6 }], { stops: [story.destinations[0]] });
    ok(await stopMove(story, file, 0, { command: 'arrive' }));
    ok(await stopMove(story, file, 0, { command: 'unload' }));
    const body = { command: 'skip', reason: 'رُفض الاستلام', returnToSiteId: story.warehouse } as const;
    expect(ok(await stopMove(story, file, 0, body)).convoy.stops[0]?.status).toBe('skipped');
    expect(await balancesOf(story, stock.lotId)).toEqual({ pledge_source: -10, site: 10 });
    expect((await moveOn(story, file, 'settle')).convoy.status).toBe('settled');
  });

  test('skipped while the convoy is held bring it in when it moves again', async () => {
    const stock = await stockUp(story, 10);
    const file = await departed(story, [{ ...stock, quantity: 6 }], { stops: [story.destinations[0]] });
    await moveOn(story, file, 'hold');
    const body = { command: 'skip', reason: 'حريق', returnToSiteId: story.warehouse } as const;
    expect(ok(await stopMove(story, file, 0, body)).convoy.status).toBe('held');
    expect((await moveOn(story, file, 'resume')).convoy.status).toBe('arrived');
  });
});

test('the whole story: planned, loaded, departed, arrived, counted with damage and shortage, and settled', async () => {
  const [ours, theirs] = story.associations;
  const blankets = await stockUp(story, 300, { associationId: ours });
  const tents = await stockUp(story, 40, { associationId: theirs });
  const draft = await draftConvoy(story, { vehicles: 2 });
  ok(
    await allot(story, draft, [
      { ...blankets, quantity: 200 },
      { ...tents, quantity: 30 },
      { ...blankets, quantity: 100, vehicle: 1, stop: 1 },
    ]),
    201,
  );
  const loading = await moveOn(story, draft, 'plan', 'load');
  expect(loading.waybills).toHaveLength(2);
  ok(await load(story, loading));
  const file = await moveOn(story, draft, 'depart');
  expect(await balancesOf(story, blankets.lotId)).toEqual({ pledge_source: -300, vehicle: 300 });

  ok(await stopMove(story, file, 0, { command: 'arrive' }));
  ok(await stopMove(story, file, 0, { command: 'unload' }));
  const first = await waybillAt(story, file, 0);
  const counted = first.lines.map((line) => (line.units === 200 ? { damaged: 6, missing: 2 } : {}));
  ok(await settle(story, first, countOf(story, first, counted)), 201);
  ok(await stopMove(story, file, 1, { command: 'arrive' }));
  const second = await waybillAt(story, file, 1);
  ok(await settle(story, second, countOf(story, second)), 201);

  const settled = await moveOn(story, file, 'settle');
  expect(settled.convoy.stops.map((stop) => stop.status)).toEqual(['settled', 'settled']);
  expect(settled.waybills.every((it) => it.settledAt !== null)).toBe(true);
  expect(await balancesOf(story, blankets.lotId)).toEqual({
    pledge_source: -300,
    delivered: 292,
    damaged: 6,
    missing: 2,
  });
  expect(await balancesOf(story, tents.lotId)).toEqual({ pledge_source: -40, site: 10, delivered: 30 });
  const read = ok(await story.coordinator.call(readConvoy, { params: { convoyId: file.convoy.id } }));
  expect(read.convoy).toMatchObject({ status: 'settled', loadedKg: 660 });
  expect(read.convoy.vehicles).toHaveLength(2);
});
