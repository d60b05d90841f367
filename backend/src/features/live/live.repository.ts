import type { Db } from '@qafila/db';

/** Which of these sessions are still open, as hex of their hashes. */
export async function openSessions(db: Db, sidHashes: readonly Buffer[], now: Date): Promise<Set<string>> {
  const rows: { sid_hash: Buffer }[] = await db('sessions')
    .join('users', 'users.id', 'sessions.user_id')
    .whereIn('sessions.sid_hash', sidHashes)
    .where('sessions.expires_at', '>', now)
    .whereNull('users.disabled_at')
    .select('sessions.sid_hash');
  return new Set(rows.map((row) => row.sid_hash.toString('hex')));
}
