import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './root.mjs';

const SOURCE_DIRS = ['backend', 'db', 'frontend', 'scripts/src'];
const SOURCE_FILES = ['package-lock.json', 'tsconfig.json', 'tsconfig.base.json', 'scripts/tsconfig.json'];
const NOT_SOURCES = new Set(['node_modules', 'dist', 'dist-types', 'e2e']);
const NOT_SOURCE_FILE = /\.test\.tsx?$|\.md$|\.tsbuildinfo$/;

/** What an installation depends on: the lock and the Node that runs it. */
export function installStamp(lockFile = inRoot('package-lock.json')) {
  return createHash('sha256')
    .update(fs.readFileSync(lockFile))
    .update([process.version, process.platform, process.arch].join(' '))
    .digest('hex');
}

/** What a build depends on: the content of every source file, whatever its date. */
export function sourceStamp(top = inRoot()) {
  const hash = createHash('sha256').update(process.version);
  const files = SOURCE_DIRS.flatMap((dir) => listSources(path.join(top, dir)));
  for (const file of [...files, ...SOURCE_FILES.map((name) => path.join(top, name))]) {
    if (!fs.existsSync(file)) continue;
    const content = fs.readFileSync(file);
    hash.update(`${path.relative(top, file)}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

export function hasStamp(file, stamp) {
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === stamp;
}

function listSources(dir) {
  if (!fs.existsSync(dir)) return [];
  const entries = fs.readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (NOT_SOURCES.has(entry.name) || entry.name.startsWith('.')) return [];
    const full = path.join(dir, entry.name);
    if (entry.isDirectory()) return listSources(full);
    return entry.isFile() && !NOT_SOURCE_FILE.test(entry.name) ? [full] : [];
  });
}
