import type { Db } from '@qafila/db';
import { keyFingerprint } from './person-hash.ts';

/** Whether the national ids in this database were hashed with this key, or none was yet. */
export async function isKeyOfDatabase(db: Db, key: string): Promise<boolean> {
  const known: { fingerprint: Buffer } | undefined = await db('person_key').first('fingerprint');
  return known === undefined || keyFingerprint(key).equals(known.fingerprint);
}

/**
 * For every hash that is made: the first one settles the key. With another key, those who are known would be taken for
 * unknown, and nobody would notice.
 */
export async function requireKeyOfDatabase(db: Db, key: string): Promise<void> {
  await db('person_key')
    .insert({ fingerprint: keyFingerprint(key) })
    .onConflict('is_only')
    .ignore();
  if (!(await isKeyOfDatabase(db, key))) {
    throw new Error(
      'QAFILA_PERSON_KEY is not the key that the national ids in this database were hashed with',
    );
  }
}
