import { Email, type Locale, type SessionUser } from '@qafila/contract';
import { inTransaction } from '@qafila/db';
import { audit } from '../../platform/audit.repository.ts';
import type { SignedIn } from '../../platform/bind.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { deleteSessionsOf } from '../../platform/sessions.repository.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { type Account, findAccount, setAccount, setPassword } from './session.repository.ts';
import { beginTry } from './throttle.ts';

/** Outside of a transaction: what it counts must outlive its refusal, and a password takes long to judge. */
export async function signInWith(
  ctx: Context,
  given: { email: string; password: string },
  ip: string,
): Promise<SessionUser> {
  const email = Email.safeParse(given.email.trim()).data;
  const attempt = await beginTry(ctx.db, ctx.now(), email ?? '', ip);
  const account = email === undefined ? undefined : await findAccount(ctx.db, { email });
  const isRight = await isPassword(given.password, account?.passwordHash);
  if (!account || !isRight || account.isDisabled) throw new Refusal('wrong_credentials');
  await attempt.wasRight();
  await audit(as(ctx, account.user), {
    action: 'session.started',
    subjectType: 'user',
    subjectId: account.user.id,
  });
  return account.user;
}

export async function accountOf({ db, actor }: Context): Promise<Account> {
  const account = await findAccount(db, { id: actor.userId });
  if (!account) throw new Refusal('not_signed_in');
  return account;
}

export async function endAllSessions(ctx: Context): Promise<void> {
  const { userId } = ctx.actor;
  await inTransaction(ctx.db, async (db) => {
    await deleteSessionsOf(db, userId);
    await audit(
      { ...ctx, db },
      { action: 'session.endedEverywhere', subjectType: 'user', subjectId: userId },
    );
  });
  ctx.announce({ kind: 'sessionsEnded', userId });
}

/** Every session ends, this one too; the caller begins a new one here. */
export async function replacePassword(
  ctx: Context,
  given: { currentPassword: string; newPassword: string },
  ip: string,
): Promise<void> {
  const { user, passwordHash } = await accountOf(ctx);
  const attempt = await beginTry(ctx.db, ctx.now(), user.email, ip);
  if (!(await isPassword(given.currentPassword, passwordHash))) throw new Refusal('wrong_credentials');
  await attempt.wasRight();
  const newHash = await hashPassword(given.newPassword);
  await inTransaction(ctx.db, async (db) => {
    await setPassword(db, user.id, newHash);
    await deleteSessionsOf(db, user.id);
    await audit({ ...ctx, db }, { action: 'user.passwordChanged', subjectType: 'user', subjectId: user.id });
  });
  ctx.announce({ kind: 'sessionsEnded', userId: user.id });
}

export async function changeAccount(
  ctx: Context,
  change: { name?: string | undefined; locale?: Locale | undefined },
): Promise<SessionUser> {
  await setAccount(ctx.db, ctx.actor.userId, change);
  const { user } = await accountOf(ctx);
  await audit(ctx, { action: 'user.changed', subjectType: 'user', subjectId: user.id });
  return user;
}

export function toSignedIn(user: SessionUser): SignedIn {
  return { userId: user.id, name: user.name, role: user.role, associationId: user.association?.id ?? null };
}

/** The context of somebody who has just proved who they are. */
export function as(ctx: Context, user: SessionUser): Context {
  return { ...ctx, actor: { ...toSignedIn(user), scope: 'own' } };
}
