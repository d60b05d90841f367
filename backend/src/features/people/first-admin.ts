import { type Db, inTransaction } from '@qafila/db';
import { revokeServersOwn } from './invitations.repository.ts';
import { makeInvitation } from './invitations.service.ts';
import { hasPeople } from './people.repository.ts';

/** A token to become the first admin with, while nobody has an account; each call makes the one before invalid. */
export async function inviteFirstAdmin(db: Db, email: string, now: Date): Promise<string | undefined> {
  return await inTransaction(db, async (trx) => {
    if (await hasPeople(trx)) return undefined;
    await revokeServersOwn(trx, now);
    const admin = { email, name: 'admin', role: 'admin', associationId: null } as const;
    const { token } = await makeInvitation(trx, admin, null, now);
    return token;
  });
}
