import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from './root.mjs';
import { say } from './steps.mjs';

const lockDir = inRoot('.setup.lock');
const pidFile = path.join(lockDir, 'pid');
const UNSIGNED_GRACE_MS = 2000;

/** One process at a time installs or builds; the others wait and then find the work done. */
export async function whileLocked(work) {
  for (let attempt = 0; !tryLock(); attempt++) {
    if (attempt === 0) say('waiting for another start that sets this folder up …');
    await sleep(200);
  }
  const release = () => fs.rmSync(lockDir, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function tryLock() {
  try {
    fs.mkdirSync(lockDir);
    fs.writeFileSync(pidFile, String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isAbandoned()) fs.rmSync(lockDir, { recursive: true, force: true });
  return false;
}

function isAbandoned() {
  try {
    const pid = Number(fs.readFileSync(pidFile, 'utf8'));
    if (pid > 0) return !isAlive(pid);
    return Date.now() - fs.statSync(lockDir).mtimeMs > UNSIGNED_GRACE_MS;
  } catch {
    return fs.existsSync(lockDir) && Date.now() - fs.statSync(lockDir).mtimeMs > UNSIGNED_GRACE_MS;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
