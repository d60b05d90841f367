import { type AidOffer, addDays, LIMITS } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { audit } from '../../platform/audit.repository.ts';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { countCheck, type KnownCases, knownCases } from './duplicates.repository.ts';
import { personHash } from './person-hash.ts';
import { requireKeyOfDatabase } from './person-key.repository.ts';

/**
 * Every question whether somebody is known counts, also that of a registration: nobody can try numbers through.
 * @throws {Refusal} `too_many_requests`
 */
export async function countQuestion(db: Db, { actor, now }: Pick<Context, 'actor' | 'now'>): Promise<void> {
  if (await countCheck(db, actor.userId, now())) return;
  const seconds = 3600 - Math.floor((now().getTime() / 1000) % 3600);
  throw new Refusal('too_many_requests', `try again in ${seconds} s`, {
    retryAfterS: seconds,
    values: { seconds },
  });
}

export async function check(
  ctx: Context,
  personKey: string,
  { nationalId, kind, cadence }: AidOffer & { nationalId: string },
): Promise<KnownCases> {
  await countQuestion(ctx.db, ctx);
  await requireKeyOfDatabase(ctx.db, personKey);
  return await lookUp(ctx, { kind, cadence, hash: personHash(personKey, nationalId) });
}

/** What is known of a citizen, and on record that it was asked; the record does not say of whom. */
export async function lookUp(ctx: Context, asked: AidOffer & { hash: Buffer }): Promise<KnownCases> {
  const helpedSince = addDays(dayInDamascus(ctx.now()), -LIMITS.helpedRecentlyDays);
  const known = await knownCases(ctx.db, { ...asked, helpedSince, userId: ctx.actor.userId });
  await audit(ctx, {
    action: 'referral.duplicatesChecked',
    subjectType: 'referral',
    subjectId: null,
    detail: { kind: asked.kind, cadence: asked.cadence, found: isKnown(known) },
  });
  return known;
}

export function isKnown({ hasOpenCase, wasHelpedRecently }: KnownCases): boolean {
  return hasOpenCase || wasHelpedRecently;
}
