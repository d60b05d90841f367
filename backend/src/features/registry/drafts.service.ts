import { type Db, inTransaction } from '@qafila/db';
import { deleteDraft, draftsBefore } from './applications.repository.ts';

/** Forgets applications that were begun before and never handed in: what they say of people serves nothing any more. */
export async function forgetDrafts(db: Db, before: Date): Promise<void> {
  for (const associationId of await draftsBefore(db, before)) {
    await inTransaction(db, (trx) => deleteDraft(trx, associationId));
  }
}
