import type { Invitation, Role } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { namedRefSql } from '../reference/index.ts';

type InvitationRow = Omit<Invitation, 'createdAt' | 'expiresAt' | 'acceptedAt' | 'revokedAt'> & {
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
};

const SELECT = `
  SELECT i.id, i.email, i.name, i.role, i.created_at AS "createdAt", i.expires_at AS "expiresAt",
         i.accepted_at AS "acceptedAt", i.revoked_at AS "revokedAt",
         CASE WHEN a.id IS NOT NULL
           THEN ${namedRefSql('a')} END AS association
  FROM invitations i LEFT JOIN associations a ON a.id = i.association_id`;

function toInvitation(row: InvitationRow): Invitation {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}

export async function listInvitations(db: Db): Promise<Invitation[]> {
  const { rows } = await db.raw<{ rows: InvitationRow[] }>(`${SELECT} ORDER BY i.created_at DESC, i.id`);
  return rows.map(toInvitation);
}

export async function findInvitation(db: Db, id: string): Promise<Invitation | undefined> {
  const { rows } = await db.raw<{ rows: InvitationRow[] }>(`${SELECT} WHERE i.id = ?`, [id]);
  return rows.map(toInvitation)[0];
}

/** Only one that can still be accepted. */
export async function findOpenInvitation(
  db: Db,
  tokenHash: Buffer,
  now: Date,
): Promise<Invitation | undefined> {
  const { rows } = await db.raw<{ rows: InvitationRow[] }>(
    `${SELECT} WHERE i.token_hash = ? AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > ?`,
    [tokenHash, now],
  );
  return rows.map(toInvitation)[0];
}

export type NewInvitation = {
  id: string;
  tokenHash: Buffer;
  email: string;
  name: string;
  role: Role;
  associationId: string | null;
  invitedBy: string | null;
  now: Date;
  expiresAt: Date;
};

export async function insertInvitation(db: Db, it: NewInvitation): Promise<void> {
  await db('invitations').insert({
    id: it.id,
    token_hash: it.tokenHash,
    email: it.email,
    name: it.name,
    role: it.role,
    association_id: it.associationId,
    invited_by: it.invitedBy,
    created_at: it.now,
    expires_at: it.expiresAt,
  });
}

/** False when somebody else was faster. */
export async function markAccepted(db: Db, id: string, now: Date): Promise<boolean> {
  const changed = await db('invitations')
    .where({ id, accepted_at: null, revoked_at: null })
    .where('expires_at', '>', now)
    .update({ accepted_at: now });
  return changed === 1;
}

export async function markRevoked(db: Db, id: string, now: Date): Promise<boolean> {
  const changed = await db('invitations')
    .where({ id, accepted_at: null, revoked_at: null })
    .update({ revoked_at: now });
  return changed === 1;
}

/** Invitations made by the server itself and not yet accepted give way to a new one. */
export async function revokeServersOwn(db: Db, now: Date): Promise<void> {
  await db('invitations')
    .whereNull('invited_by')
    .whereNull('accepted_at')
    .whereNull('revoked_at')
    .update({ revoked_at: now });
}
