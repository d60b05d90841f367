import type { Person } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { deleteSessionsOf } from '../../platform/sessions.repository.ts';
import { findPerson, holdAccounts, renamePerson, setDisabled } from './people.repository.ts';

export async function changePerson(
  ctx: Context,
  personId: string,
  change: { name?: string | undefined; disabled?: boolean | undefined },
): Promise<Person> {
  if (!(await holdAccounts(ctx.db, ctx.actor.userId, personId))) throw new Refusal('not_signed_in');
  const before = await requirePerson(ctx, personId);
  const wasDisabled = before.disabledAt !== null;
  const actions: string[] = [];
  if (change.name !== undefined && change.name !== before.name) {
    await renamePerson(ctx.db, personId, change.name);
    actions.push('user.renamed');
  }
  if (change.disabled === true && !wasDisabled) {
    await disable(ctx, personId);
    actions.push('user.disabled');
  }
  if (change.disabled === false && wasDisabled) {
    await setDisabled(ctx.db, personId, null);
    actions.push('user.enabled');
  }
  const answer = await requirePerson(ctx, personId);
  for (const action of actions) await audit(ctx, { action, subjectType: 'user', subjectId: personId });
  return answer;
}

async function requirePerson({ db }: Context, id: string): Promise<Person> {
  const person = await findPerson(db, id);
  if (!person) throw new Refusal('not_found');
  return person;
}

/** The user's sessions end with the account; nobody shuts themselves out. */
async function disable(ctx: Context, userId: string): Promise<void> {
  if (userId === ctx.actor.userId) throw new Refusal('not_allowed', 'you cannot disable your own account');
  await setDisabled(ctx.db, userId, ctx.now());
  await deleteSessionsOf(ctx.db, userId);
  ctx.announce({ kind: 'sessionsEnded', userId });
}
