import { timingSafeEqual } from 'node:crypto';
import type { Db } from '@qafila/db';
import type { Applicant } from '../../platform/applicants.ts';
import { Refusal } from '../../platform/refusal.ts';
import { beginTry } from '../session/index.ts';
import { hashOf } from './application-keys.ts';
import { findKey } from './applications.repository.ts';

/** What no secret has as its hash. */
const NO_HASH = Buffer.alloc(32);

/**
 * Whose application `<reference>.<secret>` opens. A reference that was never given and a secret that is wrong cost the
 * same and answer the same; who has the right one is never held up by guesses.
 * @throws {Refusal} `application_not_found`, or `too_many_requests` for one who tries many
 */
export async function openApplication(
  { db, now }: { db: Db; now: () => Date },
  key: string,
  address: string,
): Promise<Applicant> {
  const [reference = '', secret = ''] = key.split('.', 2);
  const found = await findKey(db, reference);
  const isRight = timingSafeEqual(hashOf(secret), found?.secretHash ?? NO_HASH);
  if (found && isRight) return { associationId: found.associationId };
  await beginTry(db, now(), `application ${reference}`, address);
  throw new Refusal('application_not_found');
}
