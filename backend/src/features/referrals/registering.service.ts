import {
  type AidCadence,
  type AidKind,
  fieldError,
  type LegalBasis,
  monthIn,
  type Priority,
  type Referral,
} from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import { dayInDamascus, isInFuture } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { inOwnTransaction } from '../../platform/own-transaction.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { lockCitizen } from './duplicates.repository.ts';
import { countQuestion, isKnown, lookUp } from './duplicates.service.ts';
import { insertPerson, personOf } from './people.repository.ts';
import { personHash, tailOf } from './person-hash.ts';
import { requireKeyOfDatabase } from './person-key.repository.ts';
import { readAnswer } from './referral-answers.ts';
import { insertReferral, referralById } from './referrals.repository.ts';
import { insertSteps } from './steps.repository.ts';

export type Registration = {
  referralId: string;
  kind: AidKind;
  cadence: AidCadence;
  priority: Priority;
  governorateCode: string;
  householdSize: number | null;
  basis: LegalBasis;
  person: { fullName: string; phone: string; request: string; nationalId: string | null };
  duplicateReason: string;
};

/**
 * Registers a citizen's request. What is asked about them counts and is on record also where the registration is then
 * refused, so this opens its transactions itself.
 * @throws {Refusal} `referral_duplicate` where the citizen is known and no reason says why again
 */
export async function register(ctx: Context, personKey: string, it: Registration): Promise<Referral> {
  const givenAt = it.basis.kind === 'consent' ? new Date(it.basis.givenAt) : null;
  if (givenAt && isInFuture(givenAt, ctx.now())) throw refuseFields(fieldError('basis.givenAt', 'after_now'));
  const { nationalId } = it.person;
  const hash = nationalId === null ? null : personHash(personKey, nationalId);
  if (hash) {
    await countQuestion(ctx.db, ctx);
    await requireKeyOfDatabase(ctx.db, personKey);
  }
  const isRegistered = await inOwnTransaction(ctx, (inside) => registerOnce(inside, it, hash));
  if (!isRegistered) throw new Refusal('referral_duplicate');
  return await readAnswer(ctx, it.referralId);
}

/** False where the citizen is known and nothing was registered. */
async function registerOnce(ctx: Context, it: Registration, hash: Buffer | null): Promise<boolean> {
  if (hash) await lockCitizen(ctx.db, hash);
  if (await isRepeatOf(ctx, it, hash)) return true;
  const isRepeated =
    hash !== null && isKnown(await lookUp(ctx, { kind: it.kind, cadence: it.cadence, hash }));
  if (isRepeated && it.duplicateReason === '') return false;
  await store(ctx, it, { hash, isRepeated });
  ctx.announce({ kind: 'workChanged', topics: ['referrals'], associationIds: [] });
  await audit(ctx, {
    action: 'referral.registered',
    subjectType: 'referral',
    subjectId: it.referralId,
    to: 'opened',
    detail: { kind: it.kind, cadence: it.cadence, governorateCode: it.governorateCode, isRepeated },
  });
  return true;
}

/**
 * Whether this very request has been registered before.
 * @throws {Refusal} `conflict` where the id stands for another
 */
async function isRepeatOf({ db, actor }: Context, it: Registration, hash: Buffer | null): Promise<boolean> {
  const known = await referralById(db, it.referralId);
  if (!known) return false;
  const person = await personOf(db, it.referralId);
  const isSame =
    known.caseworkerId === actor.userId &&
    known.kind === it.kind &&
    known.cadence === it.cadence &&
    isSameHash(person?.nationalIdHash ?? null, hash);
  if (!isSame) throw new Refusal('conflict');
  return true;
}

function isSameHash(a: Buffer | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}

async function store(
  ctx: Context,
  it: Registration,
  { hash, isRepeated }: { hash: Buffer | null; isRepeated: boolean },
): Promise<void> {
  const { db, actor } = ctx;
  const at = ctx.now();
  const { referralId, person, basis } = it;
  await insertReferral(db, {
    ...it,
    id: referralId,
    caseworkerId: actor.userId,
    basis: basis.kind,
    consentForm: basis.kind === 'consent' ? basis.form : null,
    consentGivenAt: basis.kind === 'consent' ? basis.givenAt : null,
    isRepeated,
    openedAt: at,
    openedMonth: monthIn(dayInDamascus(at)),
  });
  await insertPerson(db, referralId, {
    fullName: person.fullName,
    phone: person.phone,
    request: person.request,
    basisNote: basis.note,
    nationalIdHash: hash,
    nationalIdTail: person.nationalId === null ? null : tailOf(person.nationalId),
  });
  await insertSteps(db, [
    {
      referralId,
      at,
      actorId: actor.userId,
      kind: 'register',
      from: null,
      to: 'opened',
      associationId: null,
      note: isRepeated ? it.duplicateReason : '',
    },
  ]);
}
