import type { DriverFix, DriverReport, DriverView } from '@qafila/contract';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../phone/request.ts';
import type { Api } from './api.ts';
import { HOLD_MS, sendNext } from './sending.ts';
import { memoryStore, type Store } from './store.ts';

const NOW = Date.parse('2026-10-14T05:00:00Z');
const VIEW = { asOf: '' } as DriverView;
const fix = (n: number) => ({ at: new Date(NOW + n * 1_000).toISOString(), lat: 35, lng: 36 }) as DriverFix;
const report = (id: string, heldUntilMs = 0) => ({
  report: { id, kind: 'problem' } as DriverReport,
  heldUntilMs,
});

type Answers = { report?: Reply<DriverView>; fixes?: Reply<{ stored: number; refused: number[] }> };

let store: Store;
let sent: string[];
beforeEach(() => {
  store = memoryStore();
  sent = [];
});

/** A server that says the same to everything, all well unless told otherwise. */
function send({ report: toReport, fixes: toFixes }: Answers = {}, nowMs = NOW) {
  const api: Pick<Api, 'sendReport' | 'sendFixes'> = {
    sendReport: async (it) => {
      sent.push(it.id);
      return toReport ?? { kind: 'done', body: VIEW };
    },
    sendFixes: async (fixes) => {
      sent.push(`${fixes.length} fixes`);
      return toFixes ?? { kind: 'done', body: { stored: fixes.length, refused: [] } };
    },
  };
  return sendNext({ store, api, nowMs: () => nowMs });
}

const left = async (): Promise<number[]> => [await store.count('reports'), await store.count('fixes')];

describe('what waits on the phone', () => {
  test('goes reports first, in their order, then fixes, oldest first', async () => {
    await store.add('fixes', fix(1));
    await store.add('reports', report('a'));
    await store.add('reports', report('b'));
    for (const _turn of [1, 2, 3]) await send();
    expect(sent).toEqual(['a', 'b', '1 fixes']);
    expect(await send()).toEqual({ kind: 'idle' });
  });

  test('stays there until the server has answered for it', async () => {
    await store.add('reports', report('a'));
    await store.add('fixes', fix(1));
    expect(await send({ report: { kind: 'unreachable' } })).toEqual({ kind: 'unreachable' });
    expect(await send({ report: { kind: 'ended' } })).toEqual({ kind: 'ended' });
    expect(await left()).toEqual([1, 1]);
  });

  test('is given up where it is refused for good, so that the rest may pass', async () => {
    await store.add('reports', report('a'));
    const refused = { kind: 'refused', code: 'invalid_input', paths: [] } as const;
    expect(await send({ report: refused })).toEqual({ kind: 'refusedReport', reportId: 'a' });
    expect(await left()).toEqual([0, 0]);
  });
});

describe('a report that can still be taken back', () => {
  test('waits, while fixes and calls for help pass it', async () => {
    await store.add('reports', report('slip', NOW + 3_000));
    await store.add('reports', report('help'));
    await store.add('fixes', fix(1));
    await send();
    await send();
    expect(sent).toEqual(['help', '1 fixes']);
    expect(await send()).toEqual({ kind: 'held', untilMs: NOW + 3_000 });
    await send({}, NOW + 3_000);
    expect(sent.at(-1)).toBe('slip');
  });

  test('does not wait for ever on a clock that was set back', async () => {
    await store.add('reports', report('a', NOW + HOLD_MS));
    await send({}, NOW - 3_600_000);
    expect(sent).toEqual(['a']);
  });
});

describe('a batch of fixes', () => {
  test('is of a hundred at most', async () => {
    for (let n = 0; n < 101; n++) await store.add('fixes', fix(n));
    expect(await send()).toEqual({ kind: 'fixes', lastAt: fix(99).at });
    expect(await left()).toEqual([0, 1]);
  });

  test('is off the phone when it is answered, the refused of it too', async () => {
    for (const n of [1, 2, 3]) await store.add('fixes', fix(n));
    const body = { stored: 2, refused: [2] };
    expect(await send({ fixes: { kind: 'done', body } })).toEqual({ kind: 'fixes', lastAt: fix(2).at });
    expect(await left()).toEqual([0, 0]);
  });

  test('that does not fit the contract loses those that are named, and is sent again without them', async () => {
    for (const n of [1, 2, 3]) await store.add('fixes', fix(n));
    const paths = ['fixes.1.lat'];
    await send({ fixes: { kind: 'refused', code: 'invalid_input', paths } });
    expect((await store.oldest('fixes', 9)).map(({ value }) => value.at)).toEqual([fix(1).at, fix(3).at]);
  });
});

type Weather = 'up' | 'down' | 'lost answer';

/** A server that stores what reaches it, and is heard only when all is well. */
function serverIn(weather: Weather, stored: Set<string>): Pick<Api, 'sendReport' | 'sendFixes'> {
  const take = <Body>(keys: string[], body: Body): Reply<Body> => {
    if (weather !== 'down') for (const key of keys) stored.add(key);
    return weather === 'up' ? { kind: 'done', body } : { kind: 'unreachable' };
  };
  return {
    sendReport: async ({ id }) => take([id], VIEW),
    sendFixes: async (batch) => {
      const times = batch.map(({ at }) => at);
      return take(times, { stored: batch.length, refused: [] });
    },
  };
}

test('over any network everything arrives, nothing is lost and reports keep their order', async () => {
  const days = fc.array(fc.constantFrom<Weather>('up', 'down', 'lost answer'), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(days, fc.integer({ min: 0, max: 250 }), async (bad, count) => {
      store = memoryStore();
      const stored = new Set<string>();
      const fixes = Array.from({ length: count }, (_fix, n) => fix(n));
      for (const id of ['a', 'b', 'c']) await store.add('reports', report(id));
      for (const it of fixes) await store.add('fixes', it);
      for (const weather of [...bad, ...Array.from({ length: 8 }, (): Weather => 'up')]) {
        await sendNext({ store, api: serverIn(weather, stored), nowMs: () => NOW });
      }
      expect(await left()).toEqual([0, 0]);
      expect([...stored]).toEqual(['a', 'b', 'c', ...fixes.map(({ at }) => at)]);
    }),
  );
});
