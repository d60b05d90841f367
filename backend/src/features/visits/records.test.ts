import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KeptRecord, standOf } from './records.ts';

const ids = Array.from({ length: 3 }, () => randomUUID());
const BASE_MS = Date.parse('2026-05-01T08:00:00Z');

const told = {
  id: fc.uuid(),
  at: fc.nat(5).map((s) => new Date(BASE_MS + s * 1000)),
  byName: fc.constant('x'),
};
const record: fc.Arbitrary<KeptRecord> = fc.oneof(
  fc.record({
    ...told,
    kind: fc.constant('answer' as const),
    questionId: fc.constantFrom(...ids),
    value: fc.option(fc.oneof(fc.boolean(), fc.integer({ min: 1, max: 5 }))),
    note: fc.constantFrom('', 'ملاحظة'),
  }),
  fc.record({
    ...told,
    kind: fc.constant('finding' as const),
    findingId: fc.constantFrom(...ids),
    finding: fc.option(
      fc.record({
        severity: fc.constantFrom('minor' as const, 'critical' as const),
        text: fc.constantFrom('أ', 'ب'),
        dueOn: fc.constant('2026-06-01'),
      }),
    ),
  }),
  fc.record({
    ...told,
    kind: fc.constant('photo_removal' as const),
    photoId: fc.constantFrom(...ids),
  }),
);

test('any order and any repetition of the same records gives the same state', () => {
  const shuffled = fc
    .uniqueArray(record, { selector: (it) => it.id, maxLength: 20 })
    .chain((records) =>
      fc.tuple(
        fc.constant(records),
        fc.shuffledSubarray(records, { minLength: records.length }),
        fc.subarray(records),
      ),
    );
  fc.assert(
    fc.property(shuffled, ([records, otherOrder, again]) => {
      expect(standOf([...again, ...otherOrder, ...again])).toEqual(standOf(records));
    }),
  );
});

const answer = (at: string, value: boolean | null, note = ''): KeptRecord => ({
  ...{ id: randomUUID(), at: new Date(at), byName: 'x', kind: 'answer', value, note },
  questionId: ids[0] ?? '',
});

test('the answer made last counts, though it came first; one taken back is none', () => {
  const late = answer('2026-05-01T09:00:00Z', false);
  const early = answer('2026-05-01T08:00:00Z', true);
  expect(standOf([late, early]).answers).toMatchObject([{ value: false, at: late.at }]);
  expect(standOf([late, early, answer('2026-05-01T10:00:00Z', null)]).answers).toEqual([]);
});
