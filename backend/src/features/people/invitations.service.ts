import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { fieldError, type Invitation, LIMITS, type Role, type SessionUser } from '@qafila/contract';
import { type Db, inTransaction } from '@qafila/db';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { associationRefs } from '../associations/index.ts';
import { as, beginTry, hashPassword } from '../session/index.ts';
import {
  findInvitation,
  findOpenInvitation,
  insertInvitation,
  markAccepted,
  markRevoked,
} from './invitations.repository.ts';
import { hasEmail, insertPerson } from './people.repository.ts';

type Invitee = { email: string; name: string; role: Role; associationId: string | null };

/** Whom each role may bring in; the others may bring in nobody. */
const MAY_INVITE: Partial<Record<Role, readonly Role[]>> = {
  admin: ['admin', 'official', 'coordinator', 'association'],
  official: ['coordinator', 'association'],
};

export async function inviteSomeone(
  ctx: Context,
  invitee: Invitee,
): Promise<{ invitation: Invitation; token: string }> {
  refuseUnlessMayInvite(ctx, invitee.role);
  if (await hasEmail(ctx.db, invitee.email)) throw new Refusal('email_taken');
  await requireAssociation(ctx.db, invitee.associationId);
  const { id, token } = await makeInvitation(ctx.db, invitee, ctx.actor.userId, ctx.now());
  const invitation = await requireInvitation(ctx.db, id);
  await audit(ctx, {
    action: 'invitation.made',
    subjectType: 'invitation',
    subjectId: id,
    detail: { role: invitee.role },
  });
  return { invitation, token };
}

function refuseUnlessMayInvite({ actor }: Context, role: Role): void {
  if (!MAY_INVITE[actor.role]?.includes(role)) throw new Refusal('not_allowed');
}

async function requireAssociation(db: Db, id: string | null): Promise<void> {
  if (id === null) return;
  if (!(await associationRefs(db, [id])).has(id)) {
    throw refuseFields(fieldError('associationId', 'no_such_reference'));
  }
}

async function requireInvitation(db: Db, id: string): Promise<Invitation> {
  const invitation = await findInvitation(db, id);
  if (!invitation) throw new Refusal('not_found');
  return invitation;
}

/** The token goes out once; only its hash stays. */
export async function makeInvitation(
  db: Db,
  { email, name, role, associationId }: Invitee,
  invitedBy: string | null,
  now: Date,
): Promise<{ id: string; token: string }> {
  const id = randomUUID();
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + LIMITS.invitationDays * 86_400_000);
  const tokenHash = hashToken(token);
  await insertInvitation(db, { id, tokenHash, email, name, role, associationId, invitedBy, now, expiresAt });
  return { id, token };
}

export async function revoke(ctx: Context, id: string): Promise<void> {
  const invitation = await requireInvitation(ctx.db, id);
  refuseUnlessMayInvite(ctx, invitation.role);
  if (!(await markRevoked(ctx.db, id, ctx.now()))) throw new Refusal('transition_not_allowed');
  await audit(ctx, { action: 'invitation.revoked', subjectType: 'invitation', subjectId: id });
}

/** One answer for a token that is wrong, expired, revoked or used; guessing it is slowed down like passwords. */
export async function openInvitation(ctx: Context, token: string, ip: string): Promise<Invitation> {
  const attempt = await beginTry(ctx.db, ctx.now(), 'invitation', ip);
  const invitation = await findOpenInvitation(ctx.db, hashToken(token), ctx.now());
  if (!invitation) throw new Refusal('token_expired');
  await attempt.wasRight();
  return invitation;
}

export async function accept(
  ctx: Context,
  given: { token: string; name: string; password: string },
  ip: string,
): Promise<SessionUser> {
  const invitation = await openInvitation(ctx, given.token, ip);
  const { email, role, association } = invitation;
  const passwordHash = await hashPassword(given.password);
  const user: SessionUser = { id: randomUUID(), email, name: given.name, role, association, locale: 'ar' };
  await inTransaction(ctx.db, async (db) => {
    if (!(await markAccepted(db, invitation.id, ctx.now()))) throw new Refusal('token_expired');
    await insertPerson(db, { ...user, passwordHash }, ctx.now());
    await audit(as({ ...ctx, db }, user), {
      action: 'invitation.accepted',
      subjectType: 'invitation',
      subjectId: invitation.id,
    });
  });
  return user;
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
