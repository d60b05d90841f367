import {
  balanceOf,
  type FinanceFigures,
  INCOME_SOURCES,
  openFinances,
  reviewFinances,
  SPENDING_HEADS,
  saveFinances,
  submitFinances,
} from '@qafila/contract';
import { yearInDamascus } from '../../platform/calendar.ts';
import type { Client } from '../client.ts';
import type { Event } from '../pledging.ts';
import { idOf } from '../setting.ts';
import { ASSOCIATIONS, type AssociationKey } from '../world.ts';
import type { StandingTold } from './chapter.ts';

const DAY_H = 24;
const MILLION = 1_000_000;
/** Years handed in when the story begins, and the last one later. */
const OLD_YEARS_AGO = [4, 3, 2] as const;
const OLD_DAYS_AGO = 380;
const LAST_DAYS_AGO = 21;

/** Four years of money: the older ones accepted, the last one in every state. */
export function financeEvents(told: StandingTold): Event[] {
  const keys = Object.keys(ASSOCIATIONS) as AssociationKey[];
  const thisYear = yearInDamascus(told.clock.at(0));
  return keys.flatMap((key, index) => [
    {
      atHours: -(OLD_DAYS_AGO - index) * DAY_H,
      happen: async () => {
        const official = await told.as('official@demo.qafila');
        for (const back of OLD_YEARS_AGO)
          await tellYear(official, idOf(told.ids, key), thisYear - back, index, 'accept');
      },
    },
    {
      atHours: -(LAST_DAYS_AGO - index) * DAY_H,
      happen: async () => {
        const official = await told.as('official@demo.qafila');
        await tellYear(
          official,
          idOf(told.ids, key),
          thisYear - 1,
          index,
          FATES[index % FATES.length] ?? 'submit',
        );
      },
    },
  ]);
}

type Fate = 'accept' | 'submit' | 'return' | 'draft';
const FATES: readonly Fate[] = [
  'submit',
  'accept',
  'return',
  'submit',
  'accept',
  'draft',
  'accept',
  'submit',
];

async function tellYear(
  official: Client,
  associationId: string,
  year: number,
  index: number,
  fate: Fate,
): Promise<void> {
  const { finance, version } = await official(openFinances, { params: { associationId }, body: { year } });
  const params = { financeId: finance.id };
  const figures = figuresOf(finance.figures.openingSyp, year, index);
  if (fate === 'draft') {
    await official(saveFinances, { params, ifMatch: version, body: { ...figures, closingSyp: 0 } });
    return;
  }
  const submitted = { params, ifMatch: version, body: { figures, documentIds: [] } };
  const { version: read } = await official(submitFinances, submitted);
  if (fate === 'submit') return;
  const reason = fate === 'return' ? 'المنح غير مفصّلة بحسب الجهة المانحة.' : '';
  await official(reviewFinances, { params, ifMatch: read, body: { command: fate, reason } });
}

/** Amounts that differ from year to year and from one to another, and always balance. */
function figuresOf(openingSyp: number, year: number, index: number): FinanceFigures {
  const wave = (at: number) => 1 + Math.sin(year * 1.7 + index * 2.3 + at * 1.1) / 2;
  const size = (6 + index) * MILLION * 1.18 ** (year - 2020);
  const income = shares(INCOME_SOURCES, [34, 18, 22, 3, 14, 6, 3], size, wave);
  const spending = shares(SPENDING_HEADS, [30, 14, 9, 8, 5, 6, 9, 4, 2, 8], size, (at) => wave(at + 7));
  const opening = openingSyp || Math.round(size / 3 / 1000) * 1000;
  const open = { openingSyp: opening, income, spending, closingSyp: 0, openingReason: '', note: '' };
  return { ...open, closingSyp: balanceOf(open).expectedClosingSyp };
}

function shares<Head extends string>(
  heads: readonly Head[],
  percents: readonly number[],
  size: number,
  wave: (at: number) => number,
): Record<Head, number> {
  return Object.fromEntries(
    heads.map((head, at) => [head, Math.round(((percents[at] ?? 0) * size * wave(at)) / 100_000) * 1000]),
  ) as Record<Head, number>;
}
