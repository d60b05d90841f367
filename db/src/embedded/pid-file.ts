import fs from 'node:fs';
import path from 'node:path';

export type PidFile = { pid: number; port: number; isReady: boolean; isStopping: boolean };

/** What PostgreSQL says of itself in `postmaster.pid`. */
export function readPidFile(clusterDir: string): PidFile | undefined {
  let lines: string[];
  try {
    lines = fs.readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const status = lines[7]?.trim();
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), isReady: status === 'ready', isStopping: status === 'stopping' };
}
