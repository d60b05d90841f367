import { fieldError, monthIn, type Referral, shiftMonth } from '@qafila/contract';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { itemRefs } from '../reference/index.ts';
import { settleDue } from './dues.repository.ts';
import { type HelpLine, helpById, insertHelp } from './help.repository.ts';
import { holdReferral } from './hold-referral.ts';
import { presentMonth } from './month.ts';
import { move } from './moving.ts';
import { readAnswer } from './referral-answers.ts';
import type { ReferralRow } from './referrals.repository.ts';

type Help = {
  helpId: string;
  givenOn: string;
  forMonth: string | null;
  amountSyp: number | null;
  lines: readonly HelpLine[];
  note: string;
};

/** Sent twice under one `helpId`, it is given once. */
export async function recordHelp(ctx: Context, id: string, help: Help): Promise<Referral> {
  const row = await holdReferral(ctx, id, 'association');
  const { associationId, acceptedAt } = row;
  const known = await helpById(ctx.db, help.helpId);
  if (known) {
    if (known.referralId !== id) throw new Refusal('conflict');
    return await readAnswer(ctx, id);
  }
  if (associationId === null || acceptedAt === null) throw new Refusal('transition_not_allowed');
  refuseWrongAid(row, help);
  refuseWrongTime(ctx, acceptedAt, help);
  await refuseUnknownItems(ctx, help.lines);
  const { helpId, forMonth, givenOn } = help;
  await insertHelp(ctx.db, {
    ...help,
    kind: row.kind,
    cadence: row.cadence,
    referralId: id,
    associationId,
    recordedAt: ctx.now(),
    recordedBy: ctx.actor.userId,
  });
  if (forMonth !== null) await settleDue(ctx.db, { referralId: id, associationId, month: forMonth, helpId });
  const lastHelpOn = row.lastHelpOn !== null && row.lastHelpOn > givenOn ? row.lastHelpOn : givenOn;
  return await move(ctx, row, 'help', { change: { last_help_on: lastHelpOn }, associationId });
}

/** Cash is an amount; only monthly aid is for a month. */
function refuseWrongAid({ kind, cadence }: ReferralRow, { amountSyp, forMonth }: Help): void {
  if (kind === 'cash' && amountSyp === null) throw refuseFields(fieldError('amountSyp', 'required'));
  if (cadence === 'monthly' && forMonth === null) throw refuseFields(fieldError('forMonth', 'required'));
  if (cadence === 'emergency' && forMonth !== null) {
    throw refuseFields(fieldError('forMonth', 'unknown_field'));
  }
}

/** Given since it was accepted, and for a month from then to the next one. */
function refuseWrongTime(ctx: Context, acceptedAt: Date, { givenOn, forMonth }: Help): void {
  const acceptedOn = dayInDamascus(acceptedAt);
  if (givenOn > dayInDamascus(ctx.now())) throw refuseFields(fieldError('givenOn', 'after_now'));
  if (givenOn < acceptedOn) throw refuseFields(fieldError('givenOn', 'too_early'));
  if (forMonth === null) return;
  if (forMonth < monthIn(acceptedOn)) throw refuseFields(fieldError('forMonth', 'too_early'));
  if (forMonth > shiftMonth(presentMonth(ctx), 1)) throw refuseFields(fieldError('forMonth', 'after_now'));
}

async function refuseUnknownItems({ db }: Context, lines: readonly HelpLine[]): Promise<void> {
  const ids = lines.flatMap(({ itemId }) => (itemId === null ? [] : [itemId]));
  const known = await itemRefs(db, ids);
  const missing = lines.findIndex(({ itemId }) => itemId !== null && !known.has(itemId));
  if (missing >= 0) throw refuseFields(fieldError(`lines.${missing}.itemId`, 'no_such_reference'));
}
