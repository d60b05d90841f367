import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { waitUntil } from './wait.ts';

const HERE = import.meta.dirname;
const ROOT = path.resolve(HERE, '../../..');

export type Holder = {
  url: string;
  serverPid: number;
  isAttached: boolean;
  /** The numbers it said were committed. */
  acknowledged: number[];
  insert: () => void;
  stop: () => Promise<void>;
  kill: () => Promise<void>;
};

/** Compiles the holder and what it needs: a child process of Node 20 reads no TypeScript. Delete `dir` at the end. */
export function compileHolder(): { dir: string; file: string } {
  const cache = path.join(ROOT, 'node_modules/.cache');
  fs.mkdirSync(cache, { recursive: true });
  const dir = fs.mkdtempSync(path.join(cache, 'embedded-'));
  fs.writeFileSync(path.join(dir, 'package.json'), '{"type":"module"}');
  const options = [
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--rewriteRelativeImportExtensions',
    '--noCheck',
  ];
  const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const entry = path.join(HERE, 'testing.holder.ts');
  const args = [compiler, '--ignoreConfig', ...options, '--types', 'node', '--outDir', dir, entry];
  const result = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`The holder does not compile: ${result.stdout}`);
  return { dir, file: path.join(dir, 'testing.holder.js') };
}

export async function startHolder(file: string, dataDir: string, env = process.env): Promise<Holder> {
  const child = spawn(process.execPath, [file, dataDir], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const problems: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => problems.push(chunk.toString()));
  const acknowledged: number[] = [];
  const lines = createInterface({ input: child.stdout });
  const ready = await Promise.race([once(lines, 'line'), once(child, 'exit')]);
  if (typeof ready[0] !== 'string') throw new Error(`The holder ended: ${problems.join('')}`);
  lines.on('line', (line) => acknowledged.push((JSON.parse(line) as { n: number }).n));
  const told = JSON.parse(ready[0]) as Pick<Holder, 'url' | 'serverPid' | 'isAttached'>;
  return {
    ...told,
    acknowledged,
    insert: () => child.stdin.write('insert\n'),
    stop: () => ended(child, () => child.stdin.write('stop\n')),
    kill: () => ended(child, () => child.kill('SIGKILL')),
  };
}

/** Kills the holder so many milliseconds after the first sign of its server. */
export async function killWhileStarting(file: string, dataDir: string, delayMs: number): Promise<void> {
  const fifo = path.join(dataDir, 'postgres/hold.fifo');
  fs.rmSync(fifo, { force: true });
  const child = spawn(process.execPath, [file, dataDir], { stdio: 'ignore' });
  await waitUntil(() => fs.existsSync(fifo), 10_000, 1);
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  await ended(child, () => child.kill('SIGKILL'));
}

async function ended(child: ChildProcess, act: () => unknown): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  act();
  await exit;
}

export function makeDataDir(prefix = 'qafila-embedded-'): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), prefix));
  fs.chmodSync(dir, 0o755);
  return dir;
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The processes that work in that folder: a PostgreSQL and all it started. */
function processesIn(dir: string): string[] {
  return fs.readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && fs.readlinkSync(`/proc/${pid}/cwd`) === dir;
    } catch {
      return false;
    }
  });
}

export function nothingRunsIn(dir: string, timeoutMs: number): Promise<boolean> {
  return waitUntil(() => processesIn(dir).length === 0, timeoutMs);
}
