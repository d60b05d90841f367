import {
  AID_OFFERS,
  type AidOffer,
  fieldError,
  LIMITS,
  type ReferralFigures,
  shiftMonth,
} from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import { createKept } from '../../platform/kept.ts';
import { refuseFields } from '../../platform/refusal.ts';
import {
  countsOf,
  dueFigures,
  type FigureFilter,
  type HelpRow,
  helpFigures,
  lastChange,
  type MedianRow,
  mediansOf,
} from './figures.repository.ts';
import { presentMonth } from './month.ts';
import { oneDecimal } from './rounding.ts';

/** What the jobs change in the months of monthly aid is seen after so long. */
const KEEP_MS = 60_000;
const kept = createKept<ReferralFigures>(KEEP_MS);

type Asked = Omit<FigureFilter, 'from' | 'to'> & { from?: string | undefined; to?: string | undefined };

export async function readFigures(ctx: Context, asked: Asked): Promise<ReferralFigures> {
  const to = asked.to ?? presentMonth(ctx);
  const from = asked.from ?? shiftMonth(to, -11);
  if (from > to) throw refuseFields(fieldError('to', 'end_before_start'));
  if (from <= shiftMonth(to, -LIMITS.figureMonths)) {
    throw refuseFields(fieldError('from', 'too_early', { maximum: LIMITS.figureMonths }));
  }
  const filter = { ...asked, from, to };
  const change = await lastChange(ctx.db);
  return await kept(ctx, { key: JSON.stringify(filter), change }, () => countFigures(ctx, filter));
}

async function countFigures(ctx: Context, filter: FigureFilter): Promise<ReferralFigures> {
  const { from, to } = filter;
  const medians = await mediansOf(ctx.db, filter);
  const help = await helpFigures(ctx.db, filter);
  return {
    from,
    to,
    ...(await countsOf(ctx.db, filter)),
    medians: mediansIn(medians.find((row) => row.kind === null)),
    offers: AID_OFFERS.map((offer) => offerFigures(offer, medians, help)),
    dues: await dueFigures(ctx.db, filter),
  };
}

function offerFigures(
  { kind, cadence }: AidOffer,
  medians: readonly MedianRow[],
  help: readonly HelpRow[],
): ReferralFigures['offers'][number] {
  const isThis = (row: { kind: string | null; cadence: string | null }) =>
    row.kind === kind && row.cadence === cadence;
  const { helpCount = 0, amountSyp = 0 } = help.find(isThis) ?? {};
  return { kind, cadence, ...mediansIn(medians.find(isThis)), helpCount, amountSyp };
}

function mediansIn(row: MedianRow | undefined): ReferralFigures['medians'] {
  return {
    medianDaysToAccept: oneDecimal(row?.medianDaysToAccept ?? null),
    medianDaysToClose: oneDecimal(row?.medianDaysToClose ?? null),
  };
}
