import type { Person } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { deleteSessionsOf } from '../../platform/sessions.repository.ts';
import { findPerson, renamePerson, setDisabled } from './people.repository.ts';

export async function changePerson(
  ctx: Context,
  personId: string,
  change: { name?: string | undefined; disabled?: boolean | undefined },
): Promise<Person> {
  const before = await requirePerson(ctx, personId);
  const wasDisabled = before.disabledAt !== null;
  if (change.name !== undefined && change.name !== before.name) {
    await renamePerson(ctx.db, personId, change.name);
    await audit(ctx, { action: 'user.renamed', subjectType: 'user', subjectId: personId });
  }
  if (change.disabled === true && !wasDisabled) await disable(ctx, personId);
  if (change.disabled === false && wasDisabled) await enable(ctx, personId);
  return await requirePerson(ctx, personId);
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
  await audit(ctx, { action: 'user.disabled', subjectType: 'user', subjectId: userId });
}

async function enable(ctx: Context, userId: string): Promise<void> {
  await setDisabled(ctx.db, userId, null);
  await audit(ctx, { action: 'user.enabled', subjectType: 'user', subjectId: userId });
}
