import { randomUUID } from 'node:crypto';
import { loadGoods, unloadGoods } from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accountOf,
  allot,
  balancesOf,
  draftConvoy,
  endStory,
  load,
  moveOn,
  ok,
  type Stocked,
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

/** A convoy in loading with one line of so many boxes. */
async function loadingOf(quantity: number, stocked?: Stocked) {
  const stock = stocked ?? (await stockUp(story, quantity));
  const file = await draftConvoy(story);
  ok(await allot(story, file, [{ ...stock, quantity }]), 201);
  const loading = await moveOn(story, file, 'plan', 'load');
  return { stock, file: loading, lineId: loading.lines[0]?.id ?? '' };
}

const twenty = <Result>(work: (n: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: 20 }, (_, n) => work(n)));

describe('loading', () => {
  test('moves goods from the site onto the vehicle, and allots them no more', async () => {
    const { stock, file, lineId } = await loadingOf(10);
    const loaded = ok(await load(story, file, { lines: [{ lineId, quantity: 4 }] }));
    expect(loaded.lines).toMatchObject([{ quantity: 10, loadedQuantity: 4 }]);
    expect(loaded.convoy.loadedKg).toBe(8);
    expect(await accountOf(story, stock)).toEqual({ balance: 6, allotted: 6 });
    expect(await balancesOf(story, stock.lotId)).toMatchObject({ site: 6, vehicle: 4 });
  });

  test('above what is still allotted names the line and changes nothing', async () => {
    const { stock, file, lineId } = await loadingOf(10);
    ok(await load(story, file, { lines: [{ lineId, quantity: 7 }] }));
    const answer = await load(story, file, { lines: [{ lineId, quantity: 4 }] });
    expect(answer.status).toBe(409);
    expect(answer.problem).toMatchObject({
      code: 'above_allotted',
      values: { available: 3, overBy: 1 },
      errors: [{ path: 'lines.0.quantity', code: 'above_allotted' }],
    });
    expect(await balancesOf(story, stock.lotId)).toMatchObject({ vehicle: 7 });
  });

  test('waits until the convoy is loading', async () => {
    const stock = await stockUp(story, 10);
    const file = ok(await allot(story, await draftConvoy(story), [{ ...stock, quantity: 5 }]), 201);
    expect((await load(story, file)).problem.code).toBe('transition_not_allowed');
  });

  test('takes only lines of this convoy, and each once', async () => {
    const { file } = await loadingOf(10);
    const other = await loadingOf(10);
    const foreign = await load(story, file, { lines: [{ lineId: other.lineId, quantity: 1 }] });
    expect(foreign.problem.errors).toMatchObject([{ path: 'lines.0.lineId', code: 'no_such_reference' }]);
    const line = { lineId: other.lineId, quantity: 1 };
    const twice = await load(story, other.file, { lines: [line, line] });
    expect(twice.problem.errors).toMatchObject([{ path: 'lines', code: 'duplicate_lines' }]);
  });
});

describe('loading by many at once', () => {
  test('of the last ten boxes by twenty at once moves exactly ten', async () => {
    const { stock, file, lineId } = await loadingOf(10);
    const answers = await twenty(() => load(story, file, { lines: [{ lineId, quantity: 1 }] }));
    expect(answers.filter((it) => it.status === 200)).toHaveLength(10);
    expect(answers.filter((it) => it.problem?.code === 'above_allotted')).toHaveLength(10);
    expect(await accountOf(story, stock)).toEqual({ balance: 0, allotted: 0 });
    expect(await balancesOf(story, stock.lotId)).toMatchObject({ vehicle: 10 });
  });

  test('sent twenty times under one Idempotency-Key moves goods once', async () => {
    const { stock, file, lineId } = await loadingOf(40);
    const body = { movementId: randomUUID(), lines: [{ lineId, quantity: 2 }] };
    const idempotencyKey = randomUUID();
    const params = { convoyId: file.convoy.id };
    const answers = await twenty(() => story.coordinator.call(loadGoods, { params, body, idempotencyKey }));
    expect(answers.every((it) => it.status === 200)).toBe(true);
    expect(new Set(answers.map((it) => JSON.stringify(it.body))).size).toBe(1);
    expect(await balancesOf(story, stock.lotId)).toMatchObject({ vehicle: 2 });
  });

  test('sent twenty times under one movementId moves goods once, also after departure', async () => {
    const { stock, file, lineId } = await loadingOf(40);
    const movement = { movementId: randomUUID(), lines: [{ lineId, quantity: 3 }] };
    const answers = await twenty(() => load(story, file, movement));
    expect(answers.every((it) => it.status === 200)).toBe(true);
    expect(await balancesOf(story, stock.lotId)).toMatchObject({ site: 37, vehicle: 3 });
    const told = { subject_id: file.convoy.id, action: 'convoy.goodsLoaded' };
    expect(await story.db('audit_log').where(told)).toHaveLength(1);
    await moveOn(story, file, 'depart');
    const late = ok(await load(story, file, movement));
    expect(late.lines).toMatchObject([{ loadedQuantity: 3, releasedQuantity: 37 }]);
    expect(await balancesOf(story, stock.lotId)).toMatchObject({ vehicle: 3 });
  });

  test('under a movementId of another convoy is refused, before papers are issued too', async () => {
    const { file, lineId } = await loadingOf(10);
    const movementId = randomUUID();
    ok(await load(story, file, { movementId, lines: [{ lineId, quantity: 1 }] }));
    const stock = await stockUp(story, 10);
    const draft = ok(await allot(story, await draftConvoy(story), [{ ...stock, quantity: 5 }]), 201);
    expect((await load(story, draft, { movementId })).problem.code).toBe('transition_not_allowed');
    await moveOn(story, draft, 'plan', 'load');
    expect((await load(story, draft, { movementId })).problem.code).toBe('transfer_reused');
  });

  test('under a movementId used for other goods is refused, with fewer or more lines too', async () => {
    const stock = await stockUp(story, 40);
    const file = await draftConvoy(story);
    ok(
      await allot(story, file, [
        { ...stock, quantity: 10 },
        { ...stock, quantity: 10, stop: 1 },
      ]),
      201,
    );
    const loading = await moveOn(story, file, 'plan', 'load');
    const movementId = randomUUID();
    const lines = loading.lines.map((line) => ({ lineId: line.id, quantity: 2 }));
    ok(await load(story, loading, { movementId, lines }));
    ok(await load(story, loading, { movementId, lines: lines.toReversed() }));
    const [first, second] = lines;
    if (!first || !second) throw new Error('two lines are due');
    for (const other of [[first], [second], [{ ...first, quantity: 3 }, second]]) {
      expect((await load(story, loading, { movementId, lines: other })).problem.code).toBe('transfer_reused');
    }
    const single = randomUUID();
    ok(await load(story, loading, { movementId: single, lines: [first] }));
    expect((await load(story, loading, { movementId: single, lines })).problem.code).toBe('transfer_reused');
    expect(await balancesOf(story, stock.lotId)).toMatchObject({ vehicle: 6 });
  });
});

describe('unloading before departure', () => {
  test('returns goods to the site, still allotted, and never more than is loaded', async () => {
    const { stock, file, lineId } = await loadingOf(10);
    ok(await load(story, file));
    const unload = (quantity: number) =>
      story.coordinator.call(unloadGoods, {
        params: { convoyId: file.convoy.id },
        body: { movementId: randomUUID(), lines: [{ lineId, quantity }] },
      });
    ok(await unload(4));
    expect(await accountOf(story, stock)).toEqual({ balance: 4, allotted: 4 });
    expect((await unload(7)).problem).toMatchObject({ code: 'above_allotted', values: { available: 6 } });
    expect(await balancesOf(story, stock.lotId)).toMatchObject({ site: 4, vehicle: 6 });
  });
});

test('many loads and unloads at once of two convoys over the same lots leave the books balanced', async () => {
  const stocks = [await stockUp(story, 30), await stockUp(story, 30)];
  const files = await Promise.all(
    [0, 1].map(async () => {
      const file = await draftConvoy(story);
      const cargo = stocks.map((stock) => ({ ...stock, quantity: 15 }));
      ok(await allot(story, file, cargo), 201);
      return await moveOn(story, file, 'plan', 'load');
    }),
  );
  const answers = await twenty((n) => {
    const file = files[n % 2];
    if (!file) throw new Error('two convoys are due');
    const lines = file.lines.map((line) => ({ lineId: line.id, quantity: 1 }));
    return load(story, file, { lines: n % 4 < 2 ? lines : lines.toReversed() });
  });
  expect(answers.map((it) => it.status)).toEqual(Array.from({ length: 20 }, () => 200));
  for (const stock of stocks) {
    expect(await balancesOf(story, stock.lotId)).toMatchObject({ site: 10, vehicle: 20 });
    expect(await accountOf(story, stock)).toEqual({ balance: 10, allotted: 10 });
  }
});
