import type { ReferralFigures } from '@qafila/contract';
import { describe, expect, test } from 'vitest';
import { ageOf, isLeftLying } from './age.ts';
import { governorateRows, kindRows, monthSeries, resultRows, totalOf } from './figures.ts';
import { type HelpValues, monthFirst, monthsOwed, newLine, toHelp } from './help.ts';

const NOW = new Date('2026-11-20T09:00:00Z');

describe('how long a case has been where it is', () => {
  const moments = {
    cadence: 'monthly',
    openedAt: '2026-10-01T08:00:00Z',
    referredAt: '2026-10-03T08:00:00Z',
    acceptedAt: null,
    endedAt: null,
    lastHelpOn: null,
  } as const;

  test('counts from what last happened to it', () => {
    expect(ageOf({ ...moments, status: 'declined' })).toEqual({ word: 'opened', at: moments.openedAt });
    expect(ageOf({ ...moments, status: 'referred' })).toEqual({ word: 'referred', at: moments.referredAt });
    const helped = { ...moments, acceptedAt: '2026-10-05T08:00:00Z', lastHelpOn: '2026-11-02' };
    expect(ageOf({ ...helped, status: 'in_progress' })).toEqual({ word: 'helped', at: '2026-11-02' });
    expect(ageOf({ ...helped, status: 'closed', endedAt: '2026-11-09T08:00:00Z' }).word).toBe('ended');
  });

  test('is too long for an emergency sooner than for monthly aid', () => {
    const waiting = { ...moments, status: 'referred', referredAt: '2026-11-16T08:00:00Z' } as const;
    expect(isLeftLying({ ...waiting, cadence: 'emergency' }, NOW)).toBe(true);
    expect(isLeftLying(waiting, NOW)).toBe(false);
  });

  test('is never too long for what is being helped, or over', () => {
    expect(isLeftLying({ ...moments, status: 'in_progress' }, NOW)).toBe(false);
    expect(isLeftLying({ ...moments, status: 'withdrawn' }, NOW)).toBe(false);
  });
});

describe('the month that help is for', () => {
  const dues = [
    { month: '2026-12', status: 'due' },
    { month: '2026-11', status: 'due' },
    { month: '2026-10', status: 'missed' },
    { month: '2026-09', status: 'given' },
  ] as const;

  test('is any that is not settled, and the present one, oldest first', () => {
    expect(monthsOwed(dues, '2026-11-20')).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(monthsOwed([], '2026-11-20')).toEqual(['2026-11']);
  });

  test('is at first the one that is due, rather than one that was missed', () => {
    expect(monthFirst(dues, '2026-11-20')).toBe('2026-11');
    expect(monthFirst([{ month: '2026-10', status: 'missed' }], '2026-11-20')).toBe('2026-11');
    expect(monthFirst([{ month: '2026-11', status: 'given' }], '2026-11-20')).toBeNull();
  });
});

test('a line of help names an item or says it in words, never both', () => {
  const values: HelpValues = {
    givenOn: '2026-11-20',
    forMonth: null,
    amountSyp: '',
    lines: [
      { ...newLine('item'), itemId: 'item-1', description: 'left behind' },
      { ...newLine('words'), itemId: 'item-2', description: 'دواء' },
    ],
    note: '',
  };
  expect(toHelp(values)).toMatchObject({
    amountSyp: null,
    lines: [
      { itemId: 'item-1', description: '' },
      { itemId: null, description: 'دواء' },
    ],
  });
});

describe('figures', () => {
  const cell = (part: Partial<ReferralFigures['cells'][number]>): ReferralFigures['cells'][number] => ({
    month: '2026-10',
    kind: 'cash',
    cadence: 'monthly',
    result: 'open',
    count: 1,
    ...part,
  });
  const cells = [
    cell({ count: 4 }),
    cell({ month: '2026-11', cadence: 'emergency', count: 2, result: 'helped' }),
    cell({ kind: 'medical', count: 5, result: 'withdrawn' }),
  ];
  const places: ReferralFigures['governorates'] = [
    { governorateCode: 'SY04', result: 'withdrawn', count: 5 },
    { governorateCode: 'SY01', result: 'open', count: 4 },
    { governorateCode: 'SY01', result: 'helped', count: 2 },
  ];
  const offers: ReferralFigures['offers'] = [
    {
      kind: 'cash',
      cadence: 'monthly',
      helpCount: 3,
      amountSyp: 900,
      medianDaysToAccept: null,
      medianDaysToClose: null,
    },
  ];

  test('add up by kind, month, result and governorate to the same sum', () => {
    const sum = (counts: number[]) => counts.reduce((one, other) => one + other, 0);
    expect(totalOf(cells)).toBe(11);
    expect(sum(kindRows({ cells, offers }).map(({ total }) => total))).toBe(11);
    expect(sum(resultRows(cells).map(({ count }) => count))).toBe(11);
    expect(sum(governorateRows(places).map(({ count }) => count))).toBe(11);
    const { series } = monthSeries({ cells, from: '2026-09', to: '2026-11' });
    expect(sum(series.flatMap(({ values }) => values))).toBe(11);
  });

  test('name every month from the first to the last, also those without any', () => {
    const { months, series } = monthSeries({ cells, from: '2026-09', to: '2026-11' });
    expect(months).toEqual(['2026-09', '2026-10', '2026-11']);
    expect(series.find(({ cadence }) => cadence === 'monthly')?.values).toEqual([0, 9, 0]);
  });

  test('tell the help of a kind beside what was asked for', () => {
    expect(kindRows({ cells, offers }).find(({ kind }) => kind === 'cash')).toEqual({
      kind: 'cash',
      counted: [4, 2],
      total: 6,
      helpCount: 3,
      amountSyp: 900,
    });
  });

  test('put the governorate with the most first', () => {
    expect(governorateRows(places).map(({ code }) => code)).toEqual(['SY01', 'SY04']);
  });
});
