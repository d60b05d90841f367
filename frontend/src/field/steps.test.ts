import type { Visit } from '@qafila/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Recorded, type Step, standing, superseded, type Waiting } from './steps.ts';

const VISIT = {
  ...{ id: 'visit', status: 'planned', startedAt: null, finishedAt: null },
  ...{ answers: [], noted: [], photos: [{ id: 'sent', questionId: 'q' }] },
} as unknown as Visit;

const step = (record: Recorded, atMs: number): Step => ({ kind: 'record', visitId: 'visit', atMs, record });
const answer = (value: number | null, atMs: number, note = ''): Step =>
  step({ kind: 'answer', id: `a${atMs}`, questionId: 'q', value, note }, atMs);
const finding = (text: string | null, atMs: number): Step =>
  step(
    {
      ...{ kind: 'finding', id: `f${atMs}`, findingId: 'f' },
      finding: text === null ? null : { severity: 'major', text, dueOn: '2026-12-01' },
    },
    atMs,
  );
const removal = (photoId: string, atMs: number): Step =>
  step({ kind: 'photo_removal', id: `r${atMs}`, photoId }, atMs);
const photo = (photoId: string, atMs: number): Step => ({
  ...{ kind: 'photo', visitId: 'visit', atMs, photoId, questionId: 'q' },
  image: new Blob(),
});
const queueOf = (steps: readonly Step[]): Waiting[] => steps.map((value, key) => ({ key, value }));
const stand = (steps: readonly Step[]) => standing(VISIT, queueOf(steps), 'هدى');

test('a visit is seen as it will be when everything has arrived', () => {
  const seen = stand([
    { kind: 'start', visitId: 'visit', atMs: 1 },
    answer(4, 2, 'منتظمة'),
    finding('سلك مكشوف', 3),
    photo('p', 4),
    removal('sent', 5),
  ]);
  expect(seen).toMatchObject({ status: 'in_progress', startedAt: '1970-01-01T00:00:00.001Z', photos: [] });
  expect(seen.answers).toMatchObject([{ questionId: 'q', value: 4, note: 'منتظمة', byName: 'هدى' }]);
  expect(seen.noted).toMatchObject([{ id: 'f', text: 'سلك مكشوف' }]);
  expect(seen.taken.map(({ photoId }) => photoId)).toEqual(['p']);
  expect(seen.waitingCount).toBe(5);
});

test('what waits for another visit changes nothing of this one', () => {
  const ofAnother = { ...answer(1, 1), visitId: 'another' } as Step;
  expect(stand([ofAnother])).toMatchObject({ answers: [], waitingCount: 0 });
});

test('of several steps about one thing the newest stands, in whatever order they lie', () => {
  const steps = [answer(1, 1), answer(2, 2), answer(3, 3), finding('أول', 4), finding(null, 5)];
  fc.assert(
    fc.property(fc.shuffledSubarray(steps, { minLength: steps.length }), (order) => {
      const { answers, noted } = stand(order);
      expect([answers.map(({ value }) => value), noted]).toEqual([[3], []]);
    }),
  );
});

test('a newer step takes the place of those that wait about the same, and of no other', () => {
  const waiting = queueOf([answer(1, 1), finding('أول', 2), photo('p', 3)]);
  const keysOf = (next: Step) => superseded(waiting, next).map(({ key }) => key);
  expect(keysOf(answer(2, 9))).toEqual([0]);
  expect(keysOf(finding(null, 9))).toEqual([1]);
  expect(keysOf(removal('p', 9))).toEqual([2]);
  expect(keysOf(photo('another', 9))).toEqual([]);
});
