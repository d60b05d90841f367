import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { birthOf, isAlive } from './processes.ts';

export type LockHolder = { pid: number; birth: string; command: string; since: string };

const OWNER_FILE = 'owner.json';

/** Takes the lock, or says who holds it. The lock of a process that is gone does not count. */
export function tryLock(lockDir: string): { release: () => void } | { holder: LockHolder } {
  const claim = `${lockDir}.${randomUUID()}`;
  fs.mkdirSync(claim, { recursive: true });
  fs.writeFileSync(path.join(claim, OWNER_FILE), JSON.stringify(describeMe()));
  for (;;) {
    try {
      // A folder that is not empty is never replaced, so the name and its content appear at one instant.
      fs.renameSync(claim, lockDir);
      return { release: () => fs.rmSync(lockDir, { recursive: true, force: true }) };
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
    const holder = readHolder(lockDir);
    if (holder && isHolding(holder)) {
      fs.rmSync(claim, { recursive: true, force: true });
      return { holder };
    }
    discard(lockDir);
  }
}

/** Waits for its turn; `onWait` hears once who is ahead. */
export async function lock(
  lockDir: string,
  timeoutMs: number,
  onWait: (holder: LockHolder) => void,
): Promise<() => void> {
  const deadline = Date.now() + timeoutMs;
  for (let attempt = 0; ; attempt++) {
    const outcome = tryLock(lockDir);
    if ('release' in outcome) return outcome.release;
    if (attempt === 0) onWait(outcome.holder);
    if (Date.now() > deadline) throw new Error(`${lockDir} is held by ${nameOf(outcome.holder)}.`);
    await sleep(50);
  }
}

export const nameOf = (holder: LockHolder): string =>
  `process ${holder.pid} (${holder.command}) since ${holder.since}`;

function describeMe(): LockHolder {
  const command = process.argv.slice(1).join(' ') || process.title;
  return { pid: process.pid, birth: birthOf(process.pid), command, since: new Date().toISOString() };
}

function readHolder(lockDir: string): LockHolder | undefined {
  try {
    return JSON.parse(fs.readFileSync(path.join(lockDir, OWNER_FILE), 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
}

const isHolding = (holder: LockHolder): boolean =>
  isAlive(holder.pid) && birthOf(holder.pid) === holder.birth;

const isTaken = (error: unknown): boolean =>
  ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');

/** Moves a dead lock away before deleting it, so that nobody sees it half deleted. */
function discard(lockDir: string): void {
  const grave = `${lockDir}.${randomUUID()}`;
  try {
    fs.renameSync(lockDir, grave);
  } catch {
    return;
  }
  const buried = readHolder(grave);
  // Somebody quicker may have replaced the dead lock by a live one meanwhile.
  if (buried && isHolding(buried)) {
    try {
      fs.renameSync(grave, lockDir);
      return;
    } catch {}
  }
  fs.rmSync(grave, { recursive: true, force: true });
}
