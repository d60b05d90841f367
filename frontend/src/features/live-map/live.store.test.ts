import type { FixTuple } from '@qafila/contract';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { useLive } from './live.store.ts';

const CAMPAIGN = 'a';
const fix = (number: number, second: number): FixTuple => [
  number,
  second,
  34,
  second / 1000,
  null,
  null,
  null,
  null,
];
const live = () => useLive.getState();
const frame = (sequence: number, ...fixes: FixTuple[]) =>
  live().takeFrame({ campaignId: CAMPAIGN, sequence, fixes });

beforeEach(() => {
  useLive.setState({ campaignId: null, sequence: null, fixes: new Map() });
  live().follow(CAMPAIGN);
});

test('whatever order and grouping fixes arrive in, each vehicle’s newest stays', () => {
  const reports = fc.array(fc.record({ number: fc.integer({ min: 1, max: 4 }), second: fc.nat(9_000) }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(fc.array(reports, { minLength: 1 }), fc.nat(5), (frames, snapshotAfter) => {
      useLive.setState({ sequence: null, fixes: new Map() });
      const newest = new Map<number, number>();
      frames.forEach((arrived, index) => {
        const fixes = arrived.map(({ number, second }) => fix(number, second));
        for (const { number, second } of arrived)
          newest.set(number, Math.max(second, newest.get(number) ?? 0));
        frame(index + 1, ...fixes);
        // A snapshot that was on its way for long: all vehicles, as they were at the beginning.
        if (index === snapshotAfter) {
          live().takeSnapshot(CAMPAIGN, {
            sequence: index + 1,
            fixes: [...newest.keys()].map((n) => fix(n, 0)),
          });
        }
      });
      expect(new Map([...live().fixes].map(([number, [, second]]) => [number, second]))).toEqual(newest);
    }),
  );
});

test('frames that follow each other leave no gap, a missing one does, once', () => {
  live().takeSnapshot(CAMPAIGN, { sequence: 7, fixes: [] });
  expect(frame(8, fix(1, 10))).toBe(true);
  expect(frame(9, fix(1, 11))).toBe(true);
  expect(frame(11, fix(1, 13))).toBe(false);
  expect(frame(12, fix(1, 14))).toBe(true);
  expect(live().fixes.get(1)).toEqual(fix(1, 14));
});

test('a frame that came before the snapshot’s own is no gap', () => {
  expect(frame(3, fix(1, 10))).toBe(true);
  live().takeSnapshot(CAMPAIGN, { sequence: 4, fixes: [fix(1, 12)] });
  expect(frame(4, fix(1, 11))).toBe(true);
  expect(live().fixes.get(1)).toEqual(fix(1, 12));
});

test('a snapshot takes away vehicles that have left the campaign', () => {
  live().takeSnapshot(CAMPAIGN, { sequence: 1, fixes: [fix(1, 10), fix(2, 10)] });
  live().takeSnapshot(CAMPAIGN, { sequence: 2, fixes: [fix(2, 9)] });
  expect([...live().fixes.values()]).toEqual([fix(2, 10)]);
});

test('what belongs to another campaign is not taken, and following one forgets the other', () => {
  live().takeSnapshot(CAMPAIGN, { sequence: 1, fixes: [fix(1, 10)] });
  live().takeFrame({ campaignId: 'b', sequence: 9, fixes: [fix(2, 10)] });
  live().takeSnapshot('b', { sequence: 9, fixes: [] });
  expect([...live().fixes.keys()]).toEqual([1]);
  live().follow(CAMPAIGN);
  expect(live().fixes.size).toBe(1);
  live().follow('b');
  expect(live()).toMatchObject({ campaignId: 'b', sequence: null, fixes: new Map() });
});
