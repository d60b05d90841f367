import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';

const PACKAGE = /^@mantine\/(core|dates|notifications)$/;
const IMPORT = /^import (?:type )?(.+?) from ["'](.+?)["'];?$/gms;

const sources = import.meta.glob<string>(['../../**/*.{ts,tsx}', '!../../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

type Import = { readonly names: readonly string[]; readonly from: string };

function importsOf(source: string): Import[] {
  return [...source.matchAll(IMPORT)].map(([, clause = '', from = '']) => ({
    names: clause
      .replace(/[{}]/g, '')
      .split(',')
      .map((name) => name.trim().replace(/ as .*$/, '')),
    from,
  }));
}

const require = createRequire(import.meta.url);
const entryOf = (name: string) =>
  path.join(path.dirname(require.resolve(`${name}/styles.css`)), 'esm/index.mjs');

/** The files of Mantine that these imports reach: by name through a package's index, whole from then on. */
function reach({ names, from }: Import, importer: string, reached: Set<string>): void {
  if (PACKAGE.test(from)) {
    const entry = entryOf(from);
    for (const each of importsOf(fs.readFileSync(entry, 'utf8')))
      if (each.names.some((name) => names.includes(name))) reach(each, entry, reached);
    return;
  }
  const file = path.resolve(path.dirname(importer), from);
  if (!from.startsWith('.') || reached.has(file)) return;
  reached.add(file);
  for (const each of importsOf(fs.readFileSync(file, 'utf8'))) reach(each, file, reached);
}

test('the styles of the components in use are there, and no others', () => {
  const reached = new Set<string>();
  for (const source of Object.values(sources))
    for (const each of importsOf(source)) if (PACKAGE.test(each.from)) reach(each, '', reached);
  const inUse = [...reached].flatMap((file) => /core.esm.*?(\w+)\.module\.mjs$/.exec(file)?.[1] ?? []);
  const css = fs.readFileSync(path.join(import.meta.dirname, 'mantine.css'), 'utf8');
  const chosen = [...css.matchAll(/styles\/([A-Z]\w+)\.layer\.css/g)].map(([, name]) => name);
  expect(new Set(chosen)).toEqual(new Set(inUse));
});
