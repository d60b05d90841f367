import { ConvoyStatus, HazardSeverity } from '@qafila/contract';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../phone/testing.ts';
import ar from './words.ar.json' with { type: 'json' };
import en from './words.en.json' with { type: 'json' };
import { speechIn } from './words.ts';

const arabic = speechIn({ language: 'ar', digits: 'latin' });
const easternDigits = speechIn({ language: 'ar', digits: 'arabic' });

describe('the words of the driver’s page', () => {
  test('are the same in both languages, with every plural form and value, and none is empty', () => {
    expect(faultsOf({ ar, en })).toEqual([]);
  });

  test('know every state and severity of the contract', () => {
    const due = [
      ...ConvoyStatus.options.map((status) => `status.${status}`),
      ...HazardSeverity.options.map((severity) => `severity.${severity}`),
    ];
    expect(due.filter((key) => !(key in ar))).toEqual([]);
  });
});

describe('what a driver reads', () => {
  test.each([
    [1, 'رسالة بانتظار الشبكة'],
    [2, 'رسالتان بانتظار الشبكة'],
    [3, '٣ رسائل بانتظار الشبكة'],
    [11, '١١ رسالة بانتظار الشبكة'],
    [100, '١٠٠ رسالة بانتظار الشبكة'],
  ])('%i messages in the plural they take', (count, text) => {
    expect(easternDigits.count('queue.messages', count)).toBe(text);
  });

  test('times in Damascus, with the day where it is another', () => {
    const now = new Date('2026-10-14T12:00:00Z');
    expect(arabic.when('2026-10-14T05:30:00Z', now)).toBe('08:30');
    expect(arabic.when('2026-10-14T22:30:00Z', now)).toBe('15 تشرين الأول، 01:30');
    expect(easternDigits.when('2026-10-14T05:30:00Z', now)).toBe('٠٨:٣٠');
  });

  test('lengths in the unit that suits them', () => {
    expect([640, 4_240, 12_400].map(arabic.distance)).toEqual(['640 م', '4.2 كم', '12 كم']);
    expect([7, 75].map(arabic.duration)).toEqual(['7\u00a0د', '1\u00a0سا 15\u00a0د']);
  });
});
