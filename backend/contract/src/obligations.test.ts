import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as contract from './index.ts';

const day = fc.integer({ min: 0, max: 18_000 }).map((days) => contract.addDays('2010-01-01', days));
const schedule: fc.Arbitrary<contract.ObligationSchedule> = fc.oneof(
  fc.record({
    kind: fc.constant('yearly' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  }),
  fc.constant({ kind: 'yearly' as const, month: 2, day: 29 }),
  fc.record({ kind: fc.constant('after_fiscal_year' as const), months: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('licence' as const), years: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant('once' as const), months: fc.integer({ min: 1, max: 36 }) }),
  fc.constant({ kind: 'board_term' as const }),
);

describe('days', () => {
  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2025-12-31', 4, '2026-04-30'],
    ['2025-03-31', -1, '2025-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(contract.addMonths(from, months)).toBe(to);
  });

  test('months and days add up without a gap, whatever the year', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), (from, count) => {
        const to = contract.addDays(from, count);
        expect(contract.daysBetween(from, to)).toBe(count);
        const month = contract.monthOf(from);
        expect(month.from <= from && from <= month.to).toBe(true);
        expect(contract.addDays(month.to, 1)).toBe(contract.addMonths(month.from, 1));
        const week = contract.weekOf(from);
        expect([contract.daysBetween(week.from, week.to), new Date(week.from).getUTCDay()]).toEqual([6, 6]);
        expect(week.from <= from && from <= week.to).toBe(true);
      }),
    );
  });
});

describe('what falls due', () => {
  test('is a day that exists, in the window, once a period, and the same by one look or by many', () => {
    fc.assert(
      fc.property(schedule, day, day, fc.integer({ min: 0, max: 900 }), (rule, declaredOn, from, length) => {
        const days = { declaredOn, boardTermEndsOn: contract.addDays(declaredOn, 1_461) };
        const until = contract.addDays(from, length);
        const due = contract.duePeriods(rule, days, { from, until });
        for (const { period, dueOn } of due) {
          expect(contract.ObligationPeriod.safeParse(period).success).toBe(true);
          expect(contract.Day.safeParse(dueOn).success).toBe(true);
          expect(dueOn > declaredOn && dueOn <= until).toBe(true);
          if (rule.kind !== 'board_term') expect(dueOn >= from).toBe(true);
        }
        expect(new Set(due.map(({ period }) => period)).size).toBe(due.length);
        const middle = contract.addDays(from, Math.floor(length / 2));
        const parts = [
          ...contract.duePeriods(rule, days, { from, until: middle }),
          ...contract.duePeriods(rule, days, { from: contract.addDays(middle, 1), until }),
        ];
        expect(new Set(parts.map(({ dueOn }) => dueOn))).toEqual(new Set(due.map(({ dueOn }) => dueOn)));
      }),
    );
  });

  test.each([
    [{ kind: 'yearly', month: 2, day: 29 }, ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
    [{ kind: 'after_fiscal_year', months: 2 }, ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
    [{ kind: 'licence', years: 1 }, ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
    [{ kind: 'licence', years: 4 }, ['2028-02-29']],
    [{ kind: 'once', months: 12 }, ['2025-02-28']],
  ] as const)('%j of one declared on 29 February', (rule, days) => {
    const due = contract.duePeriods(
      rule,
      { declaredOn: '2024-02-29', boardTermEndsOn: null },
      { from: '2024-02-29', until: '2028-12-31' },
    );
    expect(due.map(({ dueOn }) => dueOn)).toEqual(days);
  });

  test.each([
    { kind: 'yearly', month: 2, day: 30 },
    { kind: 'yearly', month: 4, day: 31 },
    { kind: 'yearly', month: 13, day: 1 },
    { kind: 'licence', years: 0 },
    { kind: 'after_fiscal_year', months: 1.5 },
    { kind: 'weekly' },
  ])('%j is no rule', (rule) => {
    expect(contract.ObligationSchedule.safeParse(rule).success).toBe(false);
  });
});

test('the figures of a year balance exactly when closing is opening and income less spending', () => {
  const amount = fc.integer({ min: 0, max: contract.LIMITS.amountSypMax });
  const amounts = <Head extends string>(heads: readonly Head[]) =>
    fc
      .tuple(...heads.map(() => amount))
      .map((drawn) => Object.fromEntries(heads.map((head, at) => [head, drawn[at]])) as Record<Head, number>);
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      amounts(contract.INCOME_SOURCES),
      amounts(contract.SPENDING_HEADS),
      fc.integer({ min: -3, max: 3 }),
      (openingSyp, income, spending, off) => {
        const open = { openingSyp, income, spending, closingSyp: 0, openingReason: '', note: '' };
        const exact = contract.balanceOf(open).expectedClosingSyp;
        const sum = (all: Record<string, number>) =>
          Object.values(all).reduce((total, one) => total + BigInt(one), 0n);
        expect(BigInt(exact)).toBe(BigInt(openingSyp) + sum(income) - sum(spending));
        fc.pre(Math.abs(exact) < contract.LIMITS.amountSypMax - 3);
        const { success } = contract.BalancedFinances.safeParse({ ...open, closingSyp: exact + off });
        expect(success).toBe(off === 0);
      },
    ),
  );
});
