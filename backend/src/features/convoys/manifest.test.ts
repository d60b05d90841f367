import { randomUUID } from 'node:crypto';
import {
  addManifestLines,
  LIMITS,
  readConvoy,
  removeManifestLine,
  unloadGoods,
  updateManifestLine,
} from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accountOf,
  allot,
  draftConvoy,
  endStory,
  linesOf,
  load,
  moveOn,
  ok,
  type Story,
  startStory,
  stockUp,
} from '../../testing/convoy-story.ts';

let story: Story;
beforeAll(async () => {
  story = await startStory();
});
afterAll(async () => {
  await endStory(story);
});

async function read(convoyId: string) {
  return ok(await story.coordinator.call(readConvoy, { params: { convoyId } }));
}

test('a waybill gets no more lines than can be counted in one settlement', async () => {
  const lots: number[] = [];
  for (let n = 0; n <= LIMITS.linesPerRequest; n++) lots.push((await stockUp(story, 2)).accountId);
  const file = await draftConvoy(story);
  const cargo = lots.map((accountId) => ({ accountId, quantity: 1 }));
  ok(await allot(story, file, cargo.slice(1)), 201);
  const above = await allot(story, file, cargo.slice(0, 1));
  expect([above.problem.code, above.problem.values]).toEqual([
    'conflict',
    { maximum: LIMITS.linesPerRequest },
  ]);
  ok(await allot(story, file, cargo.slice(1, 2)), 201);
  ok(await allot(story, file, [{ accountId: lots[0] ?? 0, quantity: 1, stop: 1 }]), 201);
});

describe('allotting goods to a convoy', () => {
  test('takes them from what is free and adds their weight and volume to the vehicle', async () => {
    const stock = await stockUp(story, 50);
    const file = ok(await allot(story, await draftConvoy(story), [{ ...stock, quantity: 20 }]), 201);
    expect(await accountOf(story, stock)).toEqual({ balance: 50, allotted: 20 });
    expect(file.convoy.vehicles[0]).toMatchObject({ plannedWeightG: 40_000, plannedVolumeMl: 160_000 });
    expect(file.convoy.cargoKg).toBe(40);
    expect(file.convoy.stops.map((stop) => stop.cargoKg)).toEqual([40, 0]);
    expect(file.lines).toMatchObject([{ quantity: 20, loadedQuantity: 0, accountId: stock.accountId }]);
  });

  test('raises the line when the same lot already rides there', async () => {
    const stock = await stockUp(story, 50);
    const file = await draftConvoy(story);
    ok(await allot(story, file, [{ ...stock, quantity: 5 }]), 201);
    const cargo = { ...stock, quantity: 4 };
    const again = ok(await allot(story, file, [cargo, cargo, { ...cargo, stop: 1 }]), 201);
    expect(again.lines.map((line) => line.quantity)).toEqual([13, 4]);
  });
});

describe('allotting too much', () => {
  test('above the stock names the line and what is available, and changes nothing', async () => {
    const stock = await stockUp(story, 10);
    const file = await draftConvoy(story);
    const answer = await allot(story, file, [
      { ...stock, quantity: 7 },
      { ...stock, quantity: 4, stop: 1 },
    ]);
    expect(answer.status).toBe(409);
    expect(answer.problem).toMatchObject({
      code: 'above_stock',
      values: { available: 3, overBy: 1, itemNameAr: 'بطانية', itemNameEn: 'Blanket', unit: 'piece' },
      errors: [{ path: 'lines.1.quantity', code: 'above_stock' }],
    });
    expect(await accountOf(story, stock)).toEqual({ balance: 10, allotted: 0 });
    expect((await read(file.convoy.id)).lines).toEqual([]);
  });

  test('above the weight names the line and how many fit, and changes nothing', async () => {
    const stock = await stockUp(story, 100);
    const file = await draftConvoy(story, { maxWeightG: 21_000 });
    const answer = await allot(story, file, [
      { ...stock, quantity: 4 },
      { ...stock, quantity: 8, stop: 1 },
    ]);
    expect(answer.problem).toMatchObject({
      code: 'above_weight',
      values: { fits: 6, overBy: 2, overByG: 3_000, plate: file.convoy.vehicles[0]?.plate },
      errors: [{ path: 'lines.1.quantity', code: 'above_weight' }],
    });
    expect((await read(file.convoy.id)).convoy.vehicles[0]?.plannedWeightG).toBe(0);
  });

  test('above the volume names the line and how many fit, and changes nothing', async () => {
    const stock = await stockUp(story, 100);
    const file = await draftConvoy(story, { maxVolumeMl: 80_000 });
    const answer = await allot(story, file, [{ ...stock, quantity: 11 }]);
    expect(answer.problem).toMatchObject({
      code: 'above_volume',
      values: { fits: 10, overBy: 1, overByMl: 8_000 },
      errors: [{ path: 'lines.0.quantity' }],
    });
    expect(await accountOf(story, stock)).toEqual({ balance: 100, allotted: 0 });
  });
});

describe('allotting', () => {
  test('takes goods only from the convoy’s own origin and campaign', async () => {
    const elsewhere = await stockUp(story, 10, { siteId: await story.world.site('warehouse') });
    const file = await draftConvoy(story);
    const answer = await allot(story, file, [{ ...elsewhere, quantity: 1 }]);
    expect(answer.status).toBe(400);
    expect(answer.problem.errors).toMatchObject([{ path: 'lines.0.accountId', code: 'no_such_reference' }]);
  });

  test('takes only vehicles and stops of this convoy', async () => {
    const stock = await stockUp(story, 10);
    const [file, other] = [await draftConvoy(story), await draftConvoy(story)];
    const lines = linesOf(other, [{ ...stock, quantity: 1 }]);
    const params = { convoyId: file.convoy.id };
    const answer = await story.coordinator.call(addManifestLines, { params, body: { lines } });
    expect(answer.problem.errors?.map((it) => it.path)).toEqual([
      'lines.0.convoyVehicleId',
      'lines.0.stopId',
    ]);
  });

  test('of the last stock succeeds for one of two coordinators who ask at once', async () => {
    const stock = await stockUp(story, 10);
    const files = [await draftConvoy(story), await draftConvoy(story)];
    const answers = await Promise.all(files.map((file) => allot(story, file, [{ ...stock, quantity: 6 }])));
    expect(answers.map((it) => it.status).toSorted()).toEqual([201, 409]);
    const refused = answers.find((it) => it.status === 409);
    expect(refused?.problem).toMatchObject({ code: 'above_stock', values: { available: 4, overBy: 2 } });
    expect(await accountOf(story, stock)).toEqual({ balance: 10, allotted: 6 });
  });

  test('is over once the convoy has departed', async () => {
    const stock = await stockUp(story, 10);
    const file = await draftConvoy(story);
    ok(await allot(story, file, [{ ...stock, quantity: 5 }]), 201);
    const loading = await moveOn(story, file, 'plan', 'load');
    ok(await load(story, loading));
    await moveOn(story, file, 'depart');
    const answer = await allot(story, file, [{ ...stock, quantity: 1 }]);
    expect(answer.problem.code).toBe('manifest_fixed');
  });

  test('during loading issues the waybill that was missing', async () => {
    const stock = await stockUp(story, 10);
    const file = await draftConvoy(story);
    ok(await allot(story, file, [{ ...stock, quantity: 5 }]), 201);
    expect((await moveOn(story, file, 'plan', 'load')).waybills).toHaveLength(1);
    const more = ok(await allot(story, file, [{ ...stock, quantity: 5, stop: 1 }]), 201);
    expect(more.waybills).toHaveLength(2);
    expect(new Set(more.waybills.map((it) => it.code)).size).toBe(2);
  });
});

describe('changing a line', () => {
  test('moves what is allotted with it, within stock and never below what is loaded', async () => {
    const stock = await stockUp(story, 20);
    const file = await draftConvoy(story);
    ok(await allot(story, file, [{ ...stock, quantity: 10 }]), 201);
    const loading = await moveOn(story, file, 'plan', 'load');
    const params = { lineId: loading.lines[0]?.id ?? '' };
    const change = (quantity: number) =>
      story.coordinator.call(updateManifestLine, { params, body: { quantity } });
    expect((await change(21)).problem).toMatchObject({ code: 'above_stock', errors: [{ path: 'quantity' }] });
    ok(await change(12));
    expect(await accountOf(story, stock)).toEqual({ balance: 20, allotted: 12 });
    ok(await load(story, loading, { lines: [{ lineId: params.lineId, quantity: 8 }] }));
    const below = await change(7);
    expect(below.status).toBe(400);
    expect(below.problem.errors).toMatchObject([{ code: 'too_small', values: { minimum: 8 } }]);
    ok(await change(8));
    expect(await accountOf(story, stock)).toEqual({ balance: 12, allotted: 0 });
  });

  test('taking it off frees its goods; one that is loaded must be unloaded first', async () => {
    const stock = await stockUp(story, 20);
    const file = await draftConvoy(story);
    ok(await allot(story, file, [{ ...stock, quantity: 10 }]), 201);
    const loading = await moveOn(story, file, 'plan', 'load');
    const params = { lineId: loading.lines[0]?.id ?? '' };
    ok(await load(story, loading));
    const refused = await story.coordinator.call(removeManifestLine, { params });
    expect(refused.problem.code).toBe('goods_still_aboard');
  });

  test('a line that was loaded and unloaded can be taken off, and its goods put on again', async () => {
    const stock = await stockUp(story, 20);
    const file = await draftConvoy(story);
    ok(await allot(story, file, [{ ...stock, quantity: 10 }]), 201);
    const loading = await moveOn(story, file, 'plan', 'load');
    const lineId = loading.lines[0]?.id ?? '';
    ok(await load(story, loading));
    const params = { convoyId: file.convoy.id };
    const lines = [{ lineId, quantity: 10 }];
    const body = { movementId: randomUUID(), lines };
    ok(await story.coordinator.call(unloadGoods, { params, body }));
    expect(await accountOf(story, stock)).toEqual({ balance: 20, allotted: 10 });
    expect((await story.coordinator.call(removeManifestLine, { params: { lineId } })).status).toBe(204);
    expect(await accountOf(story, stock)).toEqual({ balance: 20, allotted: 0 });
    expect((await read(file.convoy.id)).lines).toEqual([]);
    const again = ok(await allot(story, file, [{ ...stock, quantity: 3 }]), 201);
    expect(again.lines).toMatchObject([{ quantity: 3, releasedQuantity: 0 }]);
    expect(again.convoy.vehicles[0]?.plannedWeightG).toBe(6_000);
  });
});
