import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { executable, POSTGRES_MAJOR } from './binaries.ts';
import { giveTo, type Identity } from './run-as.ts';

export const SUPERUSER = 'qafila';

/** The files of one embedded PostgreSQL: all of them under one folder. */
export type Cluster = {
  identity: Identity;
  clusterDir: string;
  secretFile: string;
  logFile: string;
  holdFile: string;
  startLockDir: string;
  password: string;
};

export function openCluster(identity: Identity): Cluster {
  const inHome = (name: string): string => path.join(identity.homeDir, name);
  const secretFile = inHome('secret');
  return {
    identity,
    clusterDir: inHome('data'),
    secretFile,
    logFile: inHome('postgres.log'),
    holdFile: inHome('hold.fifo'),
    startLockDir: inHome('start.lock'),
    password: readOrMakeSecret(secretFile, identity),
  };
}

export function connectionUrl(cluster: Cluster, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${database}?sslmode=disable`;
}

/** The environment of every PostgreSQL program: the caller's own PG* and locale settings do not reach it. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  const environment: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' };
  if (PATH) environment['PATH'] = PATH;
  if (SystemRoot) environment['SystemRoot'] = SystemRoot;
  if (TEMP) environment['TEMP'] = TEMP;
  return environment;
}

/** Makes the cluster beside its place and renames it, so that a killed initdb leaves nothing half made. */
export function ensureCluster(cluster: Cluster, isDurable: boolean): void {
  const { clusterDir } = cluster;
  if (fs.existsSync(clusterDir)) {
    refuseOtherVersion(clusterDir);
    return;
  }
  removeUnfinished(cluster);
  const staging = `${clusterDir}.init-${process.pid}`;
  const result = runInitdb(cluster, staging, isDurable);
  if (result.status !== 0) {
    fs.rmSync(staging, { recursive: true, force: true });
    throw new Error(`The database could not be created: ${result.error?.message ?? result.stderr}`);
  }
  fs.renameSync(staging, clusterDir);
}

function refuseOtherVersion(clusterDir: string): void {
  const versionFile = path.join(clusterDir, 'PG_VERSION');
  if (!fs.existsSync(versionFile)) {
    throw new Error(`${clusterDir} exists but is not a PostgreSQL folder. Nothing was changed.`);
  }
  const version = fs.readFileSync(versionFile, 'utf8').trim();
  if (version === String(POSTGRES_MAJOR)) return;
  throw new Error(
    `${clusterDir} was written by PostgreSQL ${version}, and this Qafila brings PostgreSQL ${POSTGRES_MAJOR}. ` +
      'Nothing was changed. Move the data over with pg_dump and pg_restore, or set DATABASE_URL.',
  );
}

function runInitdb(cluster: Cluster, target: string, isDurable: boolean): SpawnSyncReturns<string> {
  const { identity, secretFile } = cluster;
  const options = [
    ['-D', target, '-U', SUPERUSER, '-A', 'scram-sha-256', `--pwfile=${secretFile}`, '-E', 'UTF8'],
    ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ['--data-checksums', '--no-instructions', isDurable ? [] : '--no-sync'],
  ].flat(2);
  const [command = '', ...args] = [...identity.prefix, executable(identity.nativeDir, 'initdb'), ...options];
  const environment = postgresEnvironment();
  return spawnSync(command, args, { ...identity.ids, cwd: '/', encoding: 'utf8', env: environment });
}

function removeUnfinished(cluster: Cluster): void {
  const unfinished = `${path.basename(cluster.clusterDir)}.init-`;
  for (const name of fs.readdirSync(cluster.identity.homeDir)) {
    if (!name.startsWith(unfinished)) continue;
    fs.rmSync(path.join(cluster.identity.homeDir, name), { recursive: true, force: true });
  }
}

function readOrMakeSecret(secretFile: string, identity: Identity): string {
  try {
    const claim = `${secretFile}.${process.pid}`;
    if (!fs.existsSync(secretFile)) {
      fs.writeFileSync(claim, randomBytes(18).toString('base64url'), { mode: 0o600 });
      giveTo(identity, claim);
      // The first one to link wins; its content is whole from the first instant.
      fs.linkSync(claim, secretFile);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(`${secretFile}.${process.pid}`, { force: true });
  }
  return fs.readFileSync(secretFile, 'utf8').trim();
}
