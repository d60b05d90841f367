import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { findFreePort, isServing } from './connection.ts';
import { type Hold, joinHold, spawnGuarded, stopWithoutGuard } from './guard.ts';
import { readPidFile } from './pid-file.ts';
import { isAlive, isPostgresOf } from './processes.ts';
import { waitUntil } from './wait.ts';

/** A server this process keeps running; `guard` is there when this process started it. */
export type Running = { port: number; serverPid: number; hold: Hold; guard?: ChildProcess };

export type LaunchOptions = {
  settings: Record<string, string>;
  /** The port to keep, when others already hold its address. */
  port: number | undefined;
  removeWhenDone: string | undefined;
  log: (message: string) => void;
};

const START_TIMEOUT_MS = 60_000;
const SHUTDOWN_TIMEOUT_MS = 60_000;
const UNGUARDED_GRACE_MS = 3000;
const RETRY_MS = 250;

/** The server process of this cluster, unless the pid file is stale. */
function livePid(cluster: Cluster): number | undefined {
  const file = readPidFile(cluster.clusterDir);
  return file && isPostgresOf(file.pid, cluster.clusterDir) ? file.pid : undefined;
}

const isGone = (cluster: Cluster, pid: number): boolean => !isPostgresOf(pid, cluster.clusterDir);

/** Joins a server that already runs; a dying one is waited for, an unguarded one is stopped. */
export async function attach(cluster: Cluster, log: LaunchOptions['log']): Promise<Running | undefined> {
  const serverPid = livePid(cluster);
  if (!serverPid) return undefined;
  const hold = joinHold(cluster);
  if (hold && (await isHeldServer(cluster, serverPid))) {
    log(`Joined the database that already runs (process ${serverPid}).`);
    return { port: readPidFile(cluster.clusterDir)?.port ?? 0, serverPid, hold };
  }
  hold?.release();
  await waitForEnd(cluster, serverPid, log);
  return undefined;
}

/** A server may have begun to stop in the instant before we held it: only one that still listens later is ours. */
async function isHeldServer(cluster: Cluster, serverPid: number): Promise<boolean> {
  let port = 0;
  const settled = await waitUntil(async () => {
    const file = readPidFile(cluster.clusterDir);
    if (!file || file.isStopping || isGone(cluster, serverPid)) return true;
    if (!file.isReady || !(await isServing(cluster, file.port))) return false;
    port = file.port;
    return true;
  }, START_TIMEOUT_MS);
  if (!settled || port === 0) return false;
  await sleep(50);
  const again = joinHold(cluster);
  again?.release();
  return again !== undefined && !readPidFile(cluster.clusterDir)?.isStopping && isServing(cluster, port);
}

async function waitForEnd(cluster: Cluster, serverPid: number, log: LaunchOptions['log']): Promise<void> {
  log(`Waiting for the previous database (process ${serverPid}) to end.`);
  const isEnding = (): boolean =>
    isGone(cluster, serverPid) || readPidFile(cluster.clusterDir)?.isStopping === true;
  if (!(await waitUntil(isEnding, UNGUARDED_GRACE_MS))) {
    log(`The database process ${serverPid} has no guard; stopping it to start it again.`);
    stopWithoutGuard(cluster, serverPid);
  }
  if (await waitUntil(() => isGone(cluster, serverPid), SHUTDOWN_TIMEOUT_MS)) return;
  throw new Error(`The database process ${serverPid} does not end. See ${cluster.logFile}`);
}

/** Starts the server, again and again until it stands or time runs out: what is left of a killed one takes a moment. */
export async function launch(cluster: Cluster, options: LaunchOptions): Promise<Running> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const running = await launchOnce(cluster, options);
    if (running) return running;
    if (Date.now() > deadline) {
      throw new Error(`The embedded database did not start. ${cluster.logFile} ends with:\n${tail(cluster)}`);
    }
    await sleep(RETRY_MS);
  }
}

async function launchOnce(cluster: Cluster, options: LaunchOptions): Promise<Running | undefined> {
  const stalePid = readPidFile(cluster.clusterDir)?.pid;
  const port = options.port ?? (await findFreePort());
  const { guard, hold } = spawnGuarded(cluster, {
    port,
    settings: options.settings,
    unrelatedPid: stalePid && isAlive(stalePid) ? stalePid : undefined,
    removeWhenDone: options.removeWhenDone,
  });
  let hasEnded = false;
  guard.once('exit', () => {
    hasEnded = true;
  });
  guard.once('error', () => {
    hasEnded = true;
  });
  const isReady = async (): Promise<boolean> => {
    const file = readPidFile(cluster.clusterDir);
    return file?.isReady === true && file.port === port && (await isServing(cluster, port));
  };
  await waitUntil(async () => hasEnded || (await isReady()), START_TIMEOUT_MS);
  const serverPid = readPidFile(cluster.clusterDir)?.pid;
  if (!hasEnded && serverPid && (await isReady())) return { port, serverPid, hold, guard };
  hold.release();
  await waitUntil(() => hasEnded, SHUTDOWN_TIMEOUT_MS);
  return undefined;
}

function tail(cluster: Cluster): string {
  return fs.existsSync(cluster.logFile) ? fs.readFileSync(cluster.logFile, 'utf8').slice(-800) : '';
}
