import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { executable } from './binaries.ts';
import { type Cluster, postgresEnvironment } from './cluster.ts';
import { giveTo } from './run-as.ts';

/**
 * Runs PostgreSQL and waits on its own standard input, the reading end of the hold. When the last process that
 * holds the writing end lets go or is killed, it asks PostgreSQL for a fast shutdown, again and again because one that
 * has only just started does not listen yet. It ends when PostgreSQL does.
 * The first argument names a folder to delete after a clean end, or is empty.
 */
const GUARD_SCRIPT = `
remove=$1; shift
exec 3<&0
"$@" </dev/null 3<&- & server=$!
(read _ <&3; exec 3<&-; while kill -INT $server; do sleep 1; done) </dev/null 2>/dev/null & watcher=$!
exec 3<&- </dev/null
wait $server; result=$?
kill $watcher 2>/dev/null
[ -z "$remove" ] || [ $result -ne 0 ] || { rm -rf "$remove"; rmdir "\${remove%/*}" 2>/dev/null; }
exit $result`;

export type GuardOptions = {
  port: number;
  settings: Record<string, string>;
  /** A live process that the stale pid file names though it is not PostgreSQL. */
  unrelatedPid: number | undefined;
  removeWhenDone: string | undefined;
};

/** While a process keeps this open, PostgreSQL runs. The operating system lets go for a process that is killed. */
export type Hold = { release: () => void };

const NO_HOLD: Hold = { release: () => undefined };

/** Starts PostgreSQL under a guard that this process holds from the first instant. */
export function spawnGuarded(cluster: Cluster, options: GuardOptions): { guard: ChildProcess; hold: Hold } {
  const log = fs.openSync(cluster.logFile, 'a', 0o600);
  giveTo(cluster.identity, cluster.logFile);
  const env = postgresEnvironment();
  // PostgreSQL takes a stale pid file for its own when it names this process.
  if (options.unrelatedPid) env['PG_GRANDPARENT_PID'] = String(options.unrelatedPid);
  const command = serverCommand(cluster, options);
  const common = { ...cluster.identity.ids, cwd: '/', env };
  try {
    if (process.platform === 'win32') {
      const guard = spawn(command[0] ?? '', command.slice(1), { ...common, stdio: ['ignore', log, log] });
      return { guard, hold: NO_HOLD };
    }
    const { reader, hold } = makeHold(cluster);
    const script = ['-c', GUARD_SCRIPT, 'qafila-postgres-guard', options.removeWhenDone ?? '', ...command];
    // Its own session: Ctrl-C in the terminal reaches the application alone, which then stops in order.
    const guard = spawn('/bin/sh', script, { ...common, detached: true, stdio: [reader, log, log] });
    fs.closeSync(reader);
    return { guard, hold };
  } finally {
    fs.closeSync(log);
  }
}

/** Joins those who hold a running server; undefined when no guard listens any more. */
export function joinHold(cluster: Cluster): Hold | undefined {
  if (process.platform === 'win32') return NO_HOLD;
  try {
    // Without a reader, a writer that will not block is refused (ENXIO).
    return holdOf(fs.openSync(cluster.holdFile, fs.constants.O_WRONLY | fs.constants.O_NONBLOCK));
  } catch {
    return undefined;
  }
}

export function stopWithoutGuard(cluster: Cluster, serverPid: number): void {
  if (process.platform !== 'win32') {
    process.kill(serverPid, 'SIGINT');
    return;
  }
  const pgCtl = executable(cluster.identity.nativeDir, 'pg_ctl');
  spawnSync(pgCtl, ['stop', '-m', 'fast', '-D', cluster.clusterDir], { env: postgresEnvironment() });
}

function serverCommand({ identity, clusterDir }: Cluster, { port, settings }: GuardOptions): string[] {
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The details of an error quote the row that broke a rule: people's data.
    log_error_verbosity: 'terse',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = executable(identity.nativeDir, 'postgres');
  return [...identity.prefix, server, '-D', clusterDir, '-p', String(port), ...flags];
}

function makeHold({ holdFile, identity }: Cluster): { reader: number; hold: Hold } {
  fs.rmSync(holdFile, { force: true });
  const made = spawnSync('mkfifo', ['-m', '600', holdFile], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`mkfifo ${holdFile}: ${made.error?.message ?? made.stderr}`);
  giveTo(identity, holdFile);
  // With one end open for both, opening either end does not wait for the other.
  const both = fs.openSync(holdFile, 'r+');
  const reader = fs.openSync(holdFile, 'r');
  const writer = fs.openSync(holdFile, fs.constants.O_WRONLY);
  fs.closeSync(both);
  return { reader, hold: holdOf(writer) };
}

function holdOf(descriptor: number): Hold {
  let isOpen = true;
  return {
    release() {
      if (isOpen) fs.closeSync(descriptor);
      isOpen = false;
    },
  };
}
