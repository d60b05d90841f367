import {
  addDays,
  DueStatus,
  OPEN_REFERRAL_STATUSES,
  type ReferralLoad,
  ReferralOutcome,
  ReferralStatus,
  type readReferralLoad,
  type readReferralSummary,
  shiftMonth,
} from '@qafila/contract';
import type { z } from 'zod';
import { dayInDamascus } from '../../platform/calendar.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { holdReferral } from './hold-referral.ts';
import {
  amountGiven,
  declineCount,
  dueCounts,
  type LoadRow,
  loadOf,
  loadTimes,
  openCounts,
  outcomeCounts,
  statusCounts,
} from './load.repository.ts';
import { presentMonth } from './month.ts';
import { oneDecimal } from './rounding.ts';
import { type SuggestionRow, suggestedFor } from './suggestions.repository.ts';

const YEAR_DAYS = 365;

export async function suggest(ctx: Context, id: string) {
  const row = await holdReferral(ctx, id, 'caseworker');
  const found = await suggestedFor(ctx.db, row, loadTimes(ctx.now(), presentMonth(ctx)));
  return found.map(({ association, hasDeclined, ...load }: SuggestionRow) => ({
    association,
    hasDeclined,
    load: toLoad(load),
  }));
}

function toLoad(row: LoadRow): ReferralLoad {
  return { ...row, medianDaysToAccept: oneDecimal(row.medianDaysToAccept) };
}

export async function readLoad(
  ctx: Context,
  associationId: string,
): Promise<z.infer<typeof readReferralLoad.response>> {
  const { db, actor } = ctx;
  const only = onlyAssociation(actor);
  const month = presentMonth(ctx);
  const isOthers = only !== null && only !== associationId;
  const load = isOthers ? undefined : await loadOf(db, associationId, loadTimes(ctx.now(), month));
  if (!load) throw new Refusal('not_found');
  const lastMonth = await dueCounts(db, shiftMonth(month, -1), associationId);
  return {
    ...toLoad(load),
    byStatus: counted(ReferralStatus.options, 'status', await statusCounts(db, associationId)),
    byOutcome: counted(ReferralOutcome.options, 'outcome', await outcomeCounts(db, associationId)),
    declined: await declineCount(db, associationId),
    missedLastMonth: counted(DueStatus.options, 'status', lastMonth).missed,
    amountSyp: await amountGiven(db, associationId, addDays(dayInDamascus(ctx.now()), -YEAR_DAYS)),
  };
}

export async function readSummary(ctx: Context): Promise<z.infer<typeof readReferralSummary.response>> {
  const { db, actor } = ctx;
  const only = onlyAssociation(actor);
  const month = presentMonth(ctx);
  const all = await openCounts(db, only === null ? {} : { associationId: only });
  const mine = actor.role === 'official' ? await openCounts(db, { caseworkerId: actor.userId }) : [];
  const present = counted(DueStatus.options, 'status', await dueCounts(db, month, only));
  const last = counted(DueStatus.options, 'status', await dueCounts(db, shiftMonth(month, -1), only));
  return {
    all: counted(OPEN_REFERRAL_STATUSES, 'status', all),
    mine: counted(OPEN_REFERRAL_STATUSES, 'status', mine),
    dueThisMonth: present.due,
    givenThisMonth: present.given,
    missedLastMonth: last.missed,
  };
}

/** Every one of the words with its count, zero where there is none. */
function counted<Word extends string, Key extends string>(
  words: readonly Word[],
  key: Key,
  rows: readonly (Record<Key, Word> & { count: number })[],
): Record<Word, number> {
  const counts = new Map<Word, number>(rows.map((row) => [row[key], row.count]));
  return Object.fromEntries(words.map((word) => [word, counts.get(word) ?? 0])) as Record<Word, number>;
}
