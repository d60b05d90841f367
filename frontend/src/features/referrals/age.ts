import { type Referral, referralLifecycle } from '@qafila/contract';

type Moments = Pick<Referral, 'status' | 'openedAt' | 'referredAt' | 'acceptedAt' | 'endedAt' | 'lastHelpOn'>;

type Age = { word: 'opened' | 'referred' | 'accepted' | 'helped' | 'ended'; at: string };

/** What last happened to a case, and when: that is how long it has been where it is. */
export function ageOf({ status, openedAt, referredAt, acceptedAt, endedAt, lastHelpOn }: Moments): Age {
  if (referralLifecycle.isTerminal(status)) return { word: 'ended', at: endedAt ?? openedAt };
  if (status === 'in_progress' && lastHelpOn) return { word: 'helped', at: lastHelpOn };
  if (status === 'accepted' && acceptedAt) return { word: 'accepted', at: acceptedAt };
  if (status === 'referred' && referredAt) return { word: 'referred', at: referredAt };
  return { word: 'opened', at: openedAt };
}

const DAY_MS = 86_400_000;
/** Days after which a case that waits for a person has waited too long; an emergency sooner. */
const PATIENCE_DAYS = { monthly: 7, emergency: 2 } as const;

/** It waits for a caseworker or an association, and has done so for too long. */
export function isLeftLying(referral: Moments & Pick<Referral, 'cadence'>, now: Date): boolean {
  if (referral.status === 'in_progress' || referralLifecycle.isTerminal(referral.status)) return false;
  return now.getTime() - Date.parse(ageOf(referral).at) > PATIENCE_DAYS[referral.cadence] * DAY_MS;
}
