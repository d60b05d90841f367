import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthIn, monthsFromTo, shiftMonth } from './months.ts';
import {
  breakEvenOf,
  cumulativeOf,
  type MonthMoney,
  monthsDue,
  netOf,
  netOfYear,
  servicesShareOf,
  trendOf,
  VIABILITY,
} from './viability.ts';

const FIRST = '2019-11';
const monthsWith = (nets: readonly number[], incomeSyp = 1_000_000): MonthMoney[] =>
  nets.map((net, at) => ({ month: shiftMonth(FIRST, at), incomeSyp, costSyp: incomeSyp - net }));

const amount = fc.integer({ min: 0, max: 10_000_000 });
const money = fc.record({ incomeSyp: amount, costSyp: amount });
const reports = fc
  .array(money, { maxLength: 30 })
  .map((list) => list.map((it, at): MonthMoney => ({ ...it, month: shiftMonth(FIRST, at) })));
const plans = fc.record({
  budgetSyp: fc.integer({ min: 1, max: 100_000_000 }),
  plannedMonthlyIncomeSyp: amount,
  plannedMonthlyCostSyp: amount,
});
const PLAN = { budgetSyp: 600_000, plannedMonthlyIncomeSyp: 300_000, plannedMonthlyCostSyp: 200_000 };

describe('months until the budget is earned back', () => {
  test('follow the plan until three months have figures, then the figures', () => {
    expect(breakEvenOf(PLAN, [])).toMatchObject({ basis: 'plan', months: 6, monthsToGo: 6 });
    expect(breakEvenOf(PLAN, monthsWith([200_000, 200_000]))).toMatchObject({
      basis: 'plan',
      months: 4,
      monthsToGo: 2,
    });
    expect(breakEvenOf(PLAN, monthsWith([50_000, 50_000, 50_000]))).toMatchObject({
      basis: 'actual',
      months: 12,
      monthsToGo: 9,
    });
  });

  test('are the month in which it happened, once it has; a relapse does not count', () => {
    const months = monthsWith([300_000, 300_000, -100_000, 200_000]);
    expect(breakEvenOf(PLAN, months)).toMatchObject({ standing: 'paid_back', months: 4, monthsToGo: 0 });
  });

  test('never come where a month leaves nothing over', () => {
    expect(breakEvenOf(PLAN, monthsWith([0, 0, 0]))).toMatchObject({ standing: 'losing', months: null });
    const hopeless = { ...PLAN, plannedMonthlyIncomeSyp: 0 };
    expect(breakEvenOf(hopeless, [])).toMatchObject({ standing: 'losing', months: null, basis: 'plan' });
  });

  test('of a constant net are the budget divided by it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: VIABILITY.leastMonths, max: 20 }),
        (net, budgetSyp, count) => {
          const { months } = breakEvenOf({ ...PLAN, budgetSyp }, monthsWith(Array(count).fill(net)));
          expect(months).toBe(Math.ceil(budgetSyp / net));
        },
      ),
    );
  });

  test('are told exactly where the budget will come back, whatever the figures', () => {
    fc.assert(
      fc.property(plans, reports, (plan, months) => {
        const told = breakEvenOf(plan, months);
        const isReached = (cumulativeOf(plan.budgetSyp, months).at(-1)?.cumulativeSyp ?? -1) >= 0;
        expect(told.standing === 'paid_back').toBe(isReached);
        expect(told.months === null).toBe(!isReached && told.monthlyNetSyp <= 0);
        expect(told.months ?? 0).toBeLessThanOrEqual(months.length + (told.monthsToGo ?? 0));
        expect(told.standing === 'slow').toBe(!isReached && (told.months ?? 0) > VIABILITY.slowAfterMonths);
      }),
    );
  });

  test('do not depend on the order in which the months came, and a better month never lengthens them', () => {
    fc.assert(
      fc.property(
        plans,
        reports,
        fc.nat(),
        fc.integer({ min: 1, max: 1_000_000 }),
        (plan, months, at, more) => {
          const told = breakEvenOf(plan, months);
          expect(breakEvenOf(plan, months.toReversed())).toEqual(told);
          if (months.length === 0) return;
          const better = months.map((it, index) =>
            index === at % months.length ? { ...it, incomeSyp: it.incomeSyp + more } : it,
          );
          expect(breakEvenOf(plan, better).months ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
            told.months ?? Number.POSITIVE_INFINITY,
          );
        },
      ),
    );
  });
});

test('what is earned adds up from less the budget to the sum of all months', () => {
  fc.assert(
    fc.property(plans, reports, ({ budgetSyp }, months) => {
      const path = cumulativeOf(budgetSyp, months);
      const net = months.reduce((sum, it) => sum + netOf(it), 0);
      expect(path.at(-1)?.cumulativeSyp ?? -budgetSyp).toBe(net - budgetSyp);
      expect(path.map((it) => it.month)).toEqual(months.map((it) => it.month));
    }),
  );
});

describe('the trend', () => {
  test('rises, falls or is steady by the slope of the last six months against the income', () => {
    expect(trendOf(monthsWith([0, 0, 0, 0, 25_000, 50_000, 75_000, 100_000, 125_000, 150_000]))).toBe(
      'rising',
    );
    expect(trendOf(monthsWith([150_000, 120_000, 90_000]))).toBe('falling');
    expect(trendOf(monthsWith([100_000, 110_000, 105_000, 95_000, 100_000, 108_000]))).toBe('steady');
    expect(trendOf(monthsWith([1, 500_000]))).toBeNull();
  });

  test('turns round when the figures do, and does not see what lies before the window', () => {
    const opposite = { rising: 'falling', falling: 'rising', steady: 'steady' } as const;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -500_000, max: 500_000 }), { minLength: 6, maxLength: 24 }),
        (nets) => {
          const trend = trendOf(monthsWith(nets));
          expect(trend && opposite[trend]).toBe(trendOf(monthsWith(nets.map((net) => -net))));
          expect(trendOf(monthsWith(nets.slice(-VIABILITY.windowMonths)))).toBe(trend);
        },
      ),
    );
  });
});

describe('the share of services it pays for', () => {
  test('is a year’s net against a year’s spending; the present month and what is older do not count', () => {
    const months = monthsWith(Array(14).fill(100_000));
    expect(netOfYear(months, '2020-12-31')).toBe(1_200_000);
    expect(netOfYear(months, '2020-02-01')).toBe(300_000);
    expect(servicesShareOf(1_200_000, 4_800_000)).toBe(0.25);
  });

  test('is unknown without spending, and nothing for a loss', () => {
    expect(servicesShareOf(1, null)).toBeNull();
    expect(servicesShareOf(1, 0)).toBeNull();
    expect(servicesShareOf(-5, 100)).toBe(0);
  });
});

describe('months of which figures are due', () => {
  const course = { startedOn: '2020-01-20', endedOn: null, pauses: [] };

  test('begin with the start and end with the last whole month, or with the end', () => {
    expect(monthsDue(course, '2020-04-01')).toEqual(['2020-01', '2020-02', '2020-03']);
    expect(monthsDue(course, '2020-01-31')).toEqual([]);
    expect(monthsDue({ ...course, endedOn: '2020-02-01' }, '2020-09-01')).toEqual(['2020-01', '2020-02']);
    expect(monthsDue({ ...course, startedOn: null }, '2020-09-01')).toEqual([]);
  });

  test('leave out those in which it stood still all month', () => {
    const pauses = [{ from: '2020-02-15', until: '2020-05-03' }];
    expect(monthsDue({ ...course, pauses }, '2020-07-01')).toEqual([
      '2020-01',
      '2020-02',
      '2020-05',
      '2020-06',
    ]);
    expect(monthsDue({ ...course, pauses: [{ from: '2020-02-01', until: null }] }, '2020-07-01')).toEqual([
      '2020-01',
    ]);
  });

  test('are never in the future, never before the start, and each once', () => {
    const days = fc.date({ min: new Date('2019-01-01'), max: new Date('2022-12-31'), noInvalidDate: true });
    const day = days.map((it) => it.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, day, (startedOn, today, from, until) => {
        const pauses = from < until ? [{ from, until }] : [];
        const due = monthsDue({ startedOn, endedOn: null, pauses }, today);
        expect(due).toEqual([...new Set(due)].sort());
        const possible = monthsFromTo(monthIn(startedOn), shiftMonth(monthIn(today), -1));
        expect(possible).toEqual(expect.arrayContaining(due));
      }),
    );
  });
});
