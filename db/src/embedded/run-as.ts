import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { executable } from './binaries.ts';

type Ids = { uid: number; gid: number };

/** How PostgreSQL, which refuses root, is run here: a command put in front, or another user's ids. */
export type Identity = {
  kind: 'self' | 'user-namespace' | 'other-user';
  prefix: string[];
  ids: Partial<Ids>;
  nativeDir: string;
  homeDir: string;
};

const NOBODY: Ids = { uid: 65534, gid: 65534 };
const OPEN_DATA_ROOT = '/var/lib/qafila';
const OPEN_BINARIES_ROOT = '/var/tmp';
const NAMESPACE = ['unshare', '-U', `--map-user=${NOBODY.uid}`, `--map-group=${NOBODY.gid}`, '--'];

const succeeds = (command: string, args: string[], ids: Partial<Ids> = {}): boolean =>
  spawnSync(command, args, { ...ids, cwd: '/', stdio: 'ignore' }).status === 0;

/** Makes `homeDir` if need be; the identity's own `homeDir` may lie elsewhere, where its user can reach it. */
export function chooseIdentity(nativeDir: string, homeDir: string, mayUnshare = true): Identity {
  const madeDir = fs.mkdirSync(path.dirname(homeDir), { recursive: true });
  fs.mkdirSync(homeDir, { recursive: true, mode: 0o700 });
  const home = fs.realpathSync(homeDir);
  if (process.getuid?.() !== 0) return { kind: 'self', prefix: [], ids: {}, nativeDir, homeDir: home };
  const { uid, gid } = fs.statSync(home);
  if (uid !== 0) return asUser({ uid, gid }, nativeDir, home);
  // In a user namespace the files stay root's, and it works under a closed home folder.
  if (mayUnshare && worksInNamespace(nativeDir, home)) {
    return { kind: 'user-namespace', prefix: NAMESPACE, ids: {}, nativeDir, homeDir: home };
  }
  const owner = ownerAbove(home);
  if (madeDir) fs.chownSync(madeDir, owner.uid, owner.gid);
  return asUser(owner, nativeDir, home);
}

/** Makes a file that this process wrote belong to the user who runs PostgreSQL. */
export function giveTo({ ids }: Identity, file: string): void {
  if (ids.uid !== undefined && ids.gid !== undefined) fs.chownSync(file, ids.uid, ids.gid);
}

/** Root without its powers cannot enter another user's closed folder. */
function worksInNamespace(nativeDir: string, home: string): boolean {
  const [unshare = '', ...args] = NAMESPACE;
  return (
    succeeds(unshare, [...args, executable(nativeDir, 'postgres'), '--version']) &&
    succeeds(unshare, [...args, 'test', '-w', home])
  );
}

/** The user in whose folder root is working, or nobody. */
function ownerAbove(dir: string): Ids {
  const parent = path.dirname(dir);
  if (parent === dir) return NOBODY;
  const { uid, gid } = fs.statSync(parent);
  return uid === 0 ? ownerAbove(parent) : { uid, gid };
}

function asUser(ids: Ids, nativeDir: string, homeDir: string): Identity {
  const reachable = reachableHome(ids, homeDir);
  chownTree(reachable, ids);
  return {
    kind: 'other-user',
    prefix: [],
    ids,
    nativeDir: runnableBinaries(ids, nativeDir),
    homeDir: reachable,
  };
}

function reachableHome(ids: Ids, homeDir: string): string {
  fs.chownSync(homeDir, ids.uid, ids.gid);
  if (succeeds('test', ['-x', homeDir], ids)) return homeDir;
  const digest = createHash('sha256').update(homeDir).digest('hex').slice(0, 12);
  const open = path.join(OPEN_DATA_ROOT, digest);
  fs.mkdirSync(open, { recursive: true, mode: 0o755 });
  fs.chmodSync(open, 0o700);
  return open;
}

function chownTree(dir: string, ids: Ids): void {
  fs.chownSync(dir, ids.uid, ids.gid);
  for (const entry of fs.readdirSync(dir, { withFileTypes: true, recursive: true })) {
    fs.lchownSync(path.join(entry.parentPath, entry.name), ids.uid, ids.gid);
  }
}

function runnableBinaries(ids: Ids, nativeDir: string): string {
  if (succeeds(executable(nativeDir, 'postgres'), ['--version'], ids)) return nativeDir;
  const { size, mtimeMs } = fs.statSync(executable(nativeDir, 'postgres'));
  const copy = path.join(OPEN_BINARIES_ROOT, `qafila-postgres-${size}-${Math.floor(mtimeMs)}`);
  if (fs.existsSync(copy) && fs.statSync(copy).uid === 0) return copy;
  const staging = `${copy}.${process.pid}`;
  fs.cpSync(nativeDir, staging, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(staging, 0o755);
  fs.rmSync(copy, { recursive: true, force: true });
  fs.renameSync(staging, copy);
  return copy;
}
