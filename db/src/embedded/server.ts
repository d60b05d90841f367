import fs from 'node:fs';
import path from 'node:path';
import { findBinaries } from './binaries.ts';
import { type Cluster, connectionUrl, ensureCluster, openCluster } from './cluster.ts';
import { ensureDatabase } from './connection.ts';
import { joinHold, stopWithoutGuard } from './guard.ts';
import { attach, type LaunchOptions, launch, type Running } from './launch.ts';
import { lock, nameOf } from './lock.ts';
import { readPidFile } from './pid-file.ts';
import { isPostgresOf } from './processes.ts';
import { chooseIdentity } from './run-as.ts';
import { waitUntil } from './wait.ts';

export type EmbeddedOptions = {
  /** The application's data folder; the database lives in `postgres` under it. */
  dataDir: string;
  database?: string;
  /** Hears each step, for people: one sentence each. */
  log?: (message: string) => void;
  /** Server settings beside our own, for example `{ max_connections: '200' }`. */
  settings?: Record<string, string>;
  /** For tests alone: faster, loses data when the machine fails, and deletes its folder when it stops. */
  isEphemeral?: boolean;
  /** The server ended by itself and could not be started again at the same address. */
  onLost?: (error: Error) => void;
};

export type EmbeddedServer = {
  url: string;
  urlOf: (database: string) => string;
  /** Whether the server ran already when we came. */
  isAttached: boolean;
  serverPid: () => number;
  clusterDir: string;
  logFile: string;
  /** Lets go; the server itself stops when nobody else holds it, and this waits for that. */
  stop: () => Promise<void>;
};

const EPHEMERAL_SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
const LOCK_TIMEOUT_MS = 120_000;
const OTHERS_HOLD_MS = 2000;
const STOP_TIMEOUT_MS = 60_000;
const MAX_LOG_BYTES = 10_000_000;

/** Starts the embedded PostgreSQL of a data folder, or joins it when it runs; makes the database if need be. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataDir, database = 'qafila', log = () => undefined, isEphemeral = false } = options;
  const cluster = openCluster(chooseIdentity(findBinaries(), path.resolve(dataDir, 'postgres')));
  const settings = { ...(isEphemeral ? EPHEMERAL_SETTINGS : {}), ...options.settings };
  const removeWhenDone = isEphemeral ? cluster.identity.homeDir : undefined;
  const start = (port?: number): Promise<Running> =>
    startInTurn(cluster, { settings, port, removeWhenDone, log, database, isDurable: !isEphemeral });

  const state = { running: await start(), isStopping: false };
  const isAttached = state.running.guard === undefined;
  keepRunning(state, () => start(state.running.port), log, options.onLost ?? (() => undefined));

  const urlOf = (name: string): string => connectionUrl(cluster, state.running.port, name);
  return {
    url: urlOf(database),
    urlOf,
    isAttached,
    serverPid: () => state.running.serverPid,
    clusterDir: cluster.clusterDir,
    logFile: cluster.logFile,
    stop: async () => {
      state.isStopping = true;
      await letGo(cluster, state.running);
    },
  };
}

type StartOptions = LaunchOptions & { database: string; isDurable: boolean };

async function startInTurn(cluster: Cluster, options: StartOptions): Promise<Running> {
  const release = await lock(cluster.startLockDir, LOCK_TIMEOUT_MS, (holder) =>
    options.log(`Waiting: the database is being started by ${nameOf(holder)}.`),
  );
  try {
    if (!fs.existsSync(cluster.clusterDir)) options.log('Creating the database (once).');
    ensureCluster(cluster, options.isDurable);
    const running = (await attach(cluster, options.log)) ?? (await launchAnew(cluster, options));
    await ensureDatabase(cluster, running.port, options.database).catch((error: unknown) => {
      running.hold.release();
      throw error;
    });
    return running;
  } finally {
    release();
  }
}

function launchAnew(cluster: Cluster, options: StartOptions): Promise<Running> {
  rotateLog(cluster.logFile);
  return launch(cluster, options);
}

/** A server that ends though nobody asked is started again at the same address; pools reconnect by themselves. */
function keepRunning(
  state: { running: Running; isStopping: boolean },
  restart: () => Promise<Running>,
  log: (message: string) => void,
  onLost: (error: Error) => void,
): void {
  state.running.guard?.once('exit', () => {
    if (state.isStopping) return;
    log('The database ended unexpectedly; starting it again.');
    state.running.hold.release();
    restart().then(
      (running) => {
        state.running = running;
        keepRunning(state, restart, log, onLost);
        if (state.isStopping) running.hold.release();
      },
      (error: unknown) => onLost(error instanceof Error ? error : new Error(String(error))),
    );
  });
}

async function letGo(cluster: Cluster, running: Running): Promise<void> {
  const isGone = (): boolean => !isPostgresOf(running.serverPid, cluster.clusterDir);
  running.hold.release();
  if (process.platform === 'win32' && running.guard) stopWithoutGuard(cluster, running.serverPid);
  const isEnding = (): boolean => isGone() || readPidFile(cluster.clusterDir)?.isStopping === true;
  if (!(await waitUntil(isEnding, OTHERS_HOLD_MS)) && isHeldByOthers(cluster)) {
    running.guard?.unref();
    return;
  }
  await waitUntil(isGone, STOP_TIMEOUT_MS);
  const { guard } = running;
  if (guard) await waitUntil(() => guard.exitCode !== null || guard.signalCode !== null, STOP_TIMEOUT_MS);
}

function isHeldByOthers(cluster: Cluster): boolean {
  const hold = joinHold(cluster);
  hold?.release();
  return hold !== undefined;
}

function rotateLog(logFile: string): void {
  if (fs.existsSync(logFile) && fs.statSync(logFile).size > MAX_LOG_BYTES)
    fs.renameSync(logFile, `${logFile}.1`);
}
