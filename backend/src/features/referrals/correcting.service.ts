import type { Priority, Referral } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Patch } from '../../platform/patch.ts';
import { Refusal } from '../../platform/refusal.ts';
import { holdReferral } from './hold-referral.ts';
import { record } from './moving.ts';
import { changePerson, type StoredPerson } from './people.repository.ts';
import { personHash, tailOf } from './person-hash.ts';
import { requireKeyOfDatabase } from './person-key.repository.ts';
import { readAnswer } from './referral-answers.ts';
import { changeReferral } from './referrals.repository.ts';

type Correction = Patch<{
  priority: Priority;
  governorateCode: string;
  householdSize: number | null;
  person: Patch<{ fullName: string; phone: string; request: string; nationalId: string | null }>;
}>;

/** @throws {Refusal} `version_stale`; `transition_not_allowed` once the case is over */
export async function correct(
  ctx: Context,
  personKey: string,
  { id, version, correction }: { id: string; version: number; correction: Correction },
): Promise<Referral> {
  const row = await holdReferral(ctx, id, 'caseworker');
  if (row.version !== version) throw new Refusal('version_stale');
  if (row.endedAt !== null) throw new Refusal('transition_not_allowed');
  if (correction.person?.nationalId) await requireKeyOfDatabase(ctx.db, personKey);
  const { person = {}, priority, governorateCode, householdSize } = correction;
  const change = { priority, governorate_code: governorateCode, household_size: householdSize };
  await changeReferral(ctx.db, { id, from: row.status, at: ctx.now() }, change);
  await changePerson(ctx.db, id, storedChange(personKey, person));
  await record(ctx, row, { kind: 'correct', to: row.status, associationId: row.associationId });
  const answer = await readAnswer(ctx, id);
  await audit(ctx, {
    action: 'referral.corrected',
    subjectType: 'referral',
    subjectId: id,
    detail: { fields: [...Object.keys(correction), ...Object.keys(person)].join(' ') },
  });
  return answer;
}

function storedChange(
  personKey: string,
  { nationalId, ...person }: NonNullable<Correction['person']>,
): Patch<StoredPerson> {
  if (nationalId === undefined) return person;
  if (nationalId === null) return { ...person, nationalIdHash: null, nationalIdTail: null };
  return {
    ...person,
    nationalIdHash: personHash(personKey, nationalId),
    nationalIdTail: tailOf(nationalId),
  };
}
