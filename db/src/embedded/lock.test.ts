import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lock, tryLock } from './lock.ts';
import { birthOf } from './processes.ts';

let dir: string;
let lockDir: string;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-lock-'));
  lockDir = path.join(dir, 'lock');
});
afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

function leaveLockOf(pid: number, birth: string): void {
  fs.mkdirSync(lockDir);
  const owner = { pid, birth, command: 'gone', since: '2020-10-09T00:00:00Z' };
  fs.writeFileSync(path.join(lockDir, 'owner.json'), JSON.stringify(owner));
}

test('a lock that is held says by whom, and is free after its release', () => {
  const first = tryLock(lockDir);
  expect(tryLock(lockDir)).toMatchObject({ holder: { pid: process.pid } });
  if ('release' in first) first.release();
  expect(tryLock(lockDir)).toHaveProperty('release');
});

test('the lock of a process that ended does not count', () => {
  leaveLockOf(spawnSync('true').pid, '1');
  expect(tryLock(lockDir)).toHaveProperty('release');
});

test('the lock of an earlier process with the same id does not count', () => {
  leaveLockOf(process.pid, `${birthOf(process.pid)}0`);
  expect(tryLock(lockDir)).toHaveProperty('release');
});

test('those who wait get their turn one after the other', async () => {
  let inside = 0;
  let most = 0;
  const visit = async (): Promise<void> => {
    const release = await lock(lockDir, 10_000, () => undefined);
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setTimeout(resolve, 5));
    inside--;
    release();
  };
  await Promise.all(Array.from({ length: 8 }, visit));
  expect(most).toBe(1);
  expect(fs.readdirSync(dir)).toEqual([]);
});
