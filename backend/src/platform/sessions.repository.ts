import { createHash } from 'node:crypto';
import { Role } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { SignedIn } from './bind.ts';

export function hashOf(sid: string): Buffer {
  return createHash('sha256').update(sid).digest();
}

export type FoundSession = { signedIn: SignedIn; expiresAt: Date };

/** The session and its user in one query; nothing for an expired session or a disabled user. */
export async function findSession(db: Db, sidHash: Buffer, now: Date): Promise<FoundSession | undefined> {
  const row = await db('sessions')
    .join('users', 'users.id', 'sessions.user_id')
    .where('sessions.sid_hash', sidHash)
    .where('sessions.expires_at', '>', now)
    .whereNull('users.disabled_at')
    .first('users.id', 'users.name', 'users.role', 'users.association_id', 'sessions.expires_at');
  if (!row) return undefined;
  return {
    signedIn: {
      userId: row.id,
      name: row.name,
      role: Role.parse(row.role),
      associationId: row.association_id,
    },
    expiresAt: row.expires_at,
  };
}

export type SessionRecord = { sidHash: Buffer; userId: string; now: Date; expiresAt: Date };

/** Also keeps when the user was last here: both change together and seldom. */
export async function saveSession(db: Db, session: SessionRecord): Promise<void> {
  await db.raw(
    `WITH seen AS (UPDATE users SET last_seen_at = :now WHERE id = :userId)
     INSERT INTO sessions (sid_hash, user_id, data, created_at, expires_at)
     VALUES (:sidHash, :userId, '{}', :now, :expiresAt)
     ON CONFLICT (sid_hash) DO UPDATE SET expires_at = excluded.expires_at`,
    session,
  );
}

/** As `saveSession`, but only of a session that has not been ended meanwhile. */
export async function prolongSession(db: Db, session: SessionRecord): Promise<void> {
  await db.raw(
    `WITH prolonged AS (
       UPDATE sessions SET expires_at = :expiresAt WHERE sid_hash = :sidHash RETURNING user_id
     )
     UPDATE users SET last_seen_at = :now WHERE id IN (SELECT user_id FROM prolonged)`,
    { sidHash: session.sidHash, now: session.now, expiresAt: session.expiresAt },
  );
}

export async function deleteSession(db: Db, sidHash: Buffer): Promise<void> {
  await db('sessions').where('sid_hash', sidHash).del();
}

/** Ends every session of a user. */
export async function deleteSessionsOf(db: Db, userId: string): Promise<void> {
  await db('sessions').where('user_id', userId).del();
}

export async function deleteExpiredSessions(db: Db, now: Date): Promise<number> {
  return await db('sessions').where('expires_at', '<=', now).del();
}
