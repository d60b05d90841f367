import type { Db } from '@qafila/db';

/** How many of these transfers have been posted. */
export async function countPosted(db: Db, transferIds: string[]): Promise<number> {
  const posted = await db('transfers').whereIn('id', transferIds).select('id');
  return posted.length;
}
