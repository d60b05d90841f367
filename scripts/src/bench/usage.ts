import process from 'node:process';

/** What a process has used since its birth, and what it holds after the rubbish is out. */
export type Usage = { cpuUs: number; rssMb: number; heapMb: number };

const MB = 1024 * 1024;

export function readUsage({ isClean }: { isClean?: boolean }): Usage {
  const { user, system } = process.cpuUsage();
  if (isClean) globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { cpuUs: user + system, rssMb: rss / MB, heapMb: heapUsed / MB };
}
