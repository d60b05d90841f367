import { createHash } from 'node:crypto';
import { type Db, inTransaction } from '@qafila/db';
import { ipKeyGenerator } from 'express-rate-limit';
import { Refusal } from '../../platform/refusal.ts';
import { countTry, type Guard, uncount } from './throttle.repository.ts';

const FREE = { pair: 5, address: 30, account: 10 };

/** One try to prove who somebody is: to be counted before it is judged, and taken back when it was right. */
export type Try = { readonly wasRight: () => Promise<void> };

/**
 * Slows guessing down by account, by address and by both together. What others did to an account holds up only an
 * address that has been wrong itself, so the owner elsewhere is let in at once.
 * @throws {Refusal} `too_many_requests` with the seconds to wait
 */
export async function beginTry(db: Db, now: Date, account: string, ip: string): Promise<Try> {
  // An IPv6 customer has a whole /64; the names of accounts are nobody's business in this table.
  const address = ipKeyGenerator(ip, 64);
  const accountHash = createHash('sha256').update(account).digest('base64url');
  const keys = {
    pair: `pair:${accountHash}:${address}`,
    address: `address:${address}`,
    account: `account:${accountHash}`,
  };
  await inTransaction(db, async (trx) => {
    await mayTry(trx, { key: keys.pair, free: FREE.pair }, now);
    const { failures } = await mayTry(trx, { key: keys.address, free: FREE.address }, now);
    const tries = await countTry(trx, { key: keys.account, free: FREE.account }, now);
    if (failures > 1) refuseWait(tries.waitMs);
  });
  return { wasRight: () => uncount(db, keys.pair, [keys.address, keys.account]) };
}

async function mayTry(trx: Db, guard: Guard, now: Date): Promise<{ failures: number }> {
  const counted = await countTry(trx, guard, now);
  refuseWait(counted.waitMs);
  return counted;
}

function refuseWait(waitMs: number): void {
  if (waitMs === 0) return;
  const seconds = Math.ceil(waitMs / 1000);
  throw new Refusal('too_many_requests', `try again in ${seconds} s`, {
    retryAfterS: seconds,
    values: { seconds },
  });
}
