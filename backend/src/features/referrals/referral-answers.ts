import {
  type PersonAccess,
  REFERRAL_COMMANDS,
  type Referral,
  type ReferralCommand,
  referralLifecycle,
  WITH_ASSOCIATION,
} from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Actor, Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type ReferralRow, referralById } from './referrals.repository.ts';
import { type Decline, declinesBy } from './steps.repository.ts';

/** One case as the one who asks sees it. */
export async function readAnswer(ctx: Context, id: string): Promise<Referral> {
  const row = await referralById(ctx.db, id);
  const [referral] = row ? await toAnswers(ctx.db, ctx.actor, [row]) : [];
  if (!referral) throw new Refusal('not_found');
  return referral;
}

/** Those of the cases that the actor may see, in their order. */
export async function toAnswers(db: Db, actor: Actor, rows: readonly ReferralRow[]): Promise<Referral[]> {
  const own = actor.associationId;
  if (own === null) return rows.map((row) => toReferral(row, actor));
  const elsewhere = rows.filter((row) => row.associationId !== own).map(({ id }) => id);
  const declines = elsewhere.length === 0 ? new Map<string, Decline>() : await declinesBy(db, own, elsewhere);
  return rows.flatMap((row) => {
    if (row.associationId === own) return [toReferral(row, actor)];
    const decline = declines.get(row.id);
    return decline ? [declinedOnly(toReferral(row, actor), decline)] : [];
  });
}

function toReferral(row: ReferralRow, actor: Actor): Referral {
  const { id, code, kind, cadence, priority, governorateCode, householdSize, association, version } = row;
  const { status, outcome, declineReason, withdrawalReason, isRepeated, lastHelpOn } = row;
  return {
    ...{ id, code, kind, cadence, priority, governorateCode, householdSize, association, version },
    ...{ status, outcome, declineReason, withdrawalReason, isRepeated, lastHelpOn },
    caseworker: { id: row.caseworkerId, name: row.caseworkerName },
    basis: { kind: row.basis, form: row.consentForm, givenAt: row.consentGivenAt?.toISOString() ?? null },
    openedAt: row.openedAt.toISOString(),
    referredAt: row.referredAt?.toISOString() ?? null,
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    erasedAt: row.erasedAt?.toISOString() ?? null,
    personAccess: personAccessOf(row, actor),
    commands: commandsOf(row, actor),
  };
}

/** What an association keeps of a case that it sent back: that it did, and nothing of what came after. */
function declinedOnly(referral: Referral, { reason, association }: Decline): Referral {
  return {
    ...referral,
    association,
    status: 'declined',
    declineReason: reason as Referral['declineReason'],
    outcome: null,
    withdrawalReason: null,
    caseworker: null,
    householdSize: null,
    referredAt: null,
    acceptedAt: null,
    endedAt: null,
    erasedAt: null,
    lastHelpOn: null,
    version: 1,
  };
}

type Whose = Pick<ReferralRow, 'caseworkerId' | 'associationId'>;

/** Whether the actor is the caseworker who has the case, or belongs to the association it is with. */
export function partOf(
  row: Whose,
  { userId, role, associationId }: Actor,
): 'caseworker' | 'association' | null {
  if (role === 'official' && row.caseworkerId === userId) return 'caseworker';
  return associationId !== null && row.associationId === associationId ? 'association' : null;
}

export function personAccessOf(
  row: Whose & Pick<ReferralRow, 'status' | 'erasedAt'>,
  actor: Actor,
): PersonAccess {
  const part = partOf(row, actor);
  if (part === null || row.erasedAt !== null) return 'none';
  if (part === 'caseworker') return 'full';
  if (row.status === 'referred') return 'request';
  return WITH_ASSOCIATION.some((status) => status === row.status) ? 'full' : 'none';
}

function commandsOf(row: ReferralRow, actor: Actor): ReferralCommand[] {
  const part = partOf(row, actor);
  return referralLifecycle
    .commandsFrom(row.status)
    .filter((command): command is ReferralCommand => REFERRAL_COMMANDS[command as ReferralCommand] === part);
}
