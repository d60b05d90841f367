import { FindingSeverity, VisitStatus } from '@qafila/contract';
import { expect, test } from 'vitest';
import { faultsOf } from '../phone/testing.ts';
import ar from './words.ar.json' with { type: 'json' };
import en from './words.en.json' with { type: 'json' };
import { speechIn } from './words.ts';

const arabic = speechIn({ language: 'ar', digits: 'arabic' });

test('the words of the visitor’s page are the same in both languages, with every plural form and value', () => {
  expect(faultsOf({ ar, en })).toEqual([]);
});

test('they know every state and severity of the contract', () => {
  const due = [
    ...VisitStatus.options.map((status) => `status.${status}`),
    ...FindingSeverity.options.map((severity) => `severity.${severity}`),
  ];
  expect(due.filter((key) => !(key in ar))).toEqual([]);
});

test.each([
  [1, 'سجل واحد بانتظار الشبكة'],
  [2, 'سجلان بانتظار الشبكة'],
  [3, '٣ سجلات بانتظار الشبكة'],
  [11, '١١ سجلاً بانتظار الشبكة'],
  [100, '١٠٠ سجل بانتظار الشبكة'],
])('%i records in the plural they take', (count, text) => {
  expect(arabic.count('queue.waiting', count)).toBe(text);
});

test('a reason that has no words of its own is told in general ones', () => {
  expect(arabic.reason('too_late')).toBe(ar['refusal.too_late']);
  expect(arabic.reason('never_heard_of')).toBe(ar['refusal.other']);
});
