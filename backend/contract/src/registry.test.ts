import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  AccountNumber,
  applicationKey,
  isIban,
  missingForReview,
  officeHeldTwice,
  termState,
} from './index.ts';

/** Check digits by the other way round: what is missing to 98. */
function ibanOf(country: string, account: string): string {
  const digits = [...`${account}${country}00`].map((sign) => Number.parseInt(sign, 36)).join('');
  const check = 98n - (BigInt(digits) % 97n);
  return `${country}${String(check).padStart(2, '0')}${account}`;
}

const account = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  minLength: 11,
  maxLength: 30,
});

test('an IBAN is one by its check digits, and by no others', () => {
  fc.assert(
    fc.property(account, fc.integer({ min: 1, max: 96 }), (number, shift) => {
      const iban = ibanOf('SY', number);
      expect(isIban(iban)).toBe(true);
      const other = String(((Number(iban.slice(2, 4)) - 2 + shift) % 97) + 2).padStart(2, '0');
      expect(isIban(`SY${other}${number}`)).toBe(false);
    }),
  );
});

test('a number with any two neighbours exchanged is another number', () => {
  const iban = ibanOf('SY', '0020000000000000043210987');
  for (let at = 4; at + 1 < iban.length; at++) {
    const swapped = iban.slice(0, at) + iban.charAt(at + 1) + iban.charAt(at) + iban.slice(at + 2);
    if (swapped !== iban) expect(isIban(swapped)).toBe(false);
  }
});

test('an account number is read through its grouping, and only what begins like an IBAN is held to one', () => {
  expect(AccountNumber.parse(' 0012-3456 78 ')).toBe('0012345678');
  expect(AccountNumber.safeParse('SY00 1234 5678 9012').success).toBe(false);
});

test('what a person typed becomes the key', () => {
  expect(applicationKey(' ap-2026-0012 ', 'k7qm-3xtd 9pwr-2hvn-5c8o')).toBe(
    'AP-2026-0012.K7QM3XTD9PWR2HVN5C80',
  );
});

const term = (
  position: 'chair' | 'secretary' | 'treasurer' | 'member',
  name: string,
  endsOn = '2028-12-31',
) => ({
  name,
  position,
  startsOn: '2024-01-01',
  endsOn,
});

test('a term is ahead, current, soon over or over', () => {
  const it = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
  expect(
    ['2025-12-31', '2026-01-01', '2026-11-01', '2026-12-31', '2027-01-01'].map((day) => termState(it, day)),
  ).toEqual(['ahead', 'current', 'ending', 'ending', 'ended']);
});

test('one office is held by one at a time; members sit side by side', () => {
  expect(officeHeldTwice([term('chair', 'أ'), term('member', 'ب'), term('member', 'ج')])).toBeUndefined();
  expect(officeHeldTwice([term('member', 'ب'), term('chair', 'أ'), term('chair', 'ج')])).toBe(2);
  const after = { ...term('chair', 'ج'), startsOn: '2029-01-01', endsOn: '2031-12-31' };
  expect(officeHeldTwice([term('chair', 'أ'), after])).toBeUndefined();
});

test('a board whose terms are over, or in which one person sits twice, is too small', () => {
  const complete = {
    purpose: 'إغاثة',
    address: 'دمشق',
    seat: { lat: 33.5, lng: 36.3 },
    sectors: ['relief' as const],
    governorateCodes: ['SY01'],
    board: [
      term('chair', 'أ'),
      term('secretary', 'ب'),
      term('treasurer', 'ج'),
      term('member', 'د'),
      term('member', 'هـ'),
    ],
    documents: [
      { kind: 'statutes' as const },
      { kind: 'founding_minutes' as const },
      { kind: 'premises' as const },
    ],
  };
  expect(missingForReview(complete, '2026-06-01')).toEqual([]);
  const twice = { ...complete, board: [...complete.board.slice(0, 4), term('member', 'أ')] };
  expect(missingForReview(twice, '2026-06-01')).toEqual(['board_too_small']);
  expect(missingForReview(complete, '2029-01-01')).toEqual([
    'board_too_small',
    'no_chair',
    'no_secretary',
    'no_treasurer',
  ]);
});
