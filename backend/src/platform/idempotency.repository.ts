import { createHash } from 'node:crypto';
import type { Db } from '@qafila/db';
import { Refusal } from './refusal.ts';

export type StoredAnswer = { status: number; body: unknown };

/** What a repeated request must equal to be the same request. */
export function requestHash(method: string, url: string, body: unknown): Buffer {
  return createHash('sha256')
    .update(`${method} ${url}\n`)
    .update(Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null))
    .digest();
}

/**
 * Claims a key for this transaction. A second request with the key waits here until the first has committed, then
 * gets its answer; when the first rolled back, the second takes over.
 * @throws {Refusal} `idempotency_key_reused` for another request under the same key
 */
export async function claimKey(
  trx: Db,
  userId: string,
  key: string,
  hash: Buffer,
): Promise<StoredAnswer | undefined> {
  const claimed = await trx('idempotent_answers')
    .insert({ user_id: userId, key, request_hash: hash, status: 0 })
    .onConflict(['user_id', 'key'])
    .ignore()
    .returning('key');
  if (claimed.length === 1) return undefined;
  const stored = await trx('idempotent_answers').where({ user_id: userId, key }).first();
  if (!stored || !hash.equals(stored.request_hash)) throw new Refusal('idempotency_key_reused');
  return { status: stored.status, body: stored.body ?? undefined };
}

export async function keepAnswer(trx: Db, userId: string, key: string, answer: StoredAnswer): Promise<void> {
  await trx('idempotent_answers')
    .where({ user_id: userId, key })
    .update({ status: answer.status, body: answer.body === undefined ? null : JSON.stringify(answer.body) });
}

/** Forgets answers older than `before`: nobody repeats a request for that long. */
export async function forgetAnswers(db: Db, before: Date): Promise<number> {
  return await db('idempotent_answers').where('created_at', '<', before).del();
}
