import {
  type Referral,
  type ReferralCommand,
  type ReferralStep,
  type ReferralStepKind,
  referralLifecycle,
} from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readAnswer } from './referral-answers.ts';
import { changeReferral, type ReferralChange, type ReferralRow } from './referrals.repository.ts';
import { insertSteps } from './steps.repository.ts';

const MOVED = {
  refer: 'referral.referred',
  recall: 'referral.recalled',
  withdraw: 'referral.withdrawn',
  accept: 'referral.accepted',
  decline: 'referral.declined',
  help: 'referral.helped',
  close: 'referral.closed',
} as const satisfies Record<ReferralCommand, string>;

type Move = {
  change: Omit<ReferralChange, 'status'>;
  /** Whom the step concerns: the association it is with, or goes to. */
  associationId: string | null;
  reason?: ReferralStep['reason'];
  /** Goes to the history, and never to the audit log: it may speak of a person. */
  note?: string;
};

/**
 * One step of a case that is held: checked against the lifecycle, written to its history, announced and audited.
 * Answers the case as it is then.
 * @throws {Refusal} `transition_not_allowed`
 */
export async function move(
  ctx: Context,
  row: ReferralRow,
  command: ReferralCommand,
  { change, associationId, reason = null, note = '' }: Move,
): Promise<Referral> {
  const to = referralLifecycle.next(row.status, command);
  const held = { id: row.id, from: row.status, at: ctx.now() };
  // Why it was declined is said only as long as it lies declined.
  const all = { ...(row.declineReason !== null && { decline_reason: null }), ...change };
  if (!to || !(await changeReferral(ctx.db, held, { ...all, status: to }))) {
    throw new Refusal('transition_not_allowed');
  }
  await record(ctx, row, { kind: command, to, associationId, reason, note });
  const answer = await readAnswer(ctx, row.id);
  await audit(ctx, {
    action: MOVED[command],
    subjectType: 'referral',
    subjectId: row.id,
    from: row.status,
    to,
    detail: { ...(reason !== null && { reason }), ...(associationId !== null && { associationId }) },
  });
  return answer;
}

type Step = {
  kind: ReferralStepKind;
  to: ReferralRow['status'];
  associationId: string | null;
  reason?: ReferralStep['reason'];
  note?: string;
};

/** Writes a step to the history, and has those who are concerned read again. */
export async function record(ctx: Context, row: ReferralRow, step: Step): Promise<void> {
  await insertSteps(ctx.db, [
    { ...step, referralId: row.id, at: ctx.now(), actorId: ctx.actor.userId || null, from: row.status },
  ]);
  const concerned = [row.associationId, step.associationId].filter((id) => id !== null);
  ctx.announce({ kind: 'workChanged', topics: ['referrals'], associationIds: [...new Set(concerned)] });
}
