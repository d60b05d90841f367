import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const SOURCES = fileURLToPath(new URL('../backend/contract/src', import.meta.url));
const IMPORTS = /^(import|export)\s*(type\s*)?\{([^}]*)\}\s*from\s*'@qafila\/contract';/gm;
const EXPORTS = /^export (?:const|function|class|type|interface) (\w+)/gm;

/**
 * Has each name of the contract imported from the file that says it. Through the index a page depends on all of the
 * contract, and the first one would fetch what only others ask.
 */
export function directContract(): Plugin {
  const direct = directIn(filesByName());
  return {
    name: 'qafila:direct-contract',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || !code.includes("'@qafila/contract'")) return null;
      return {
        code: code.replace(IMPORTS, (whole, ...[keyword, type, names]) =>
          type ? '' : direct(whole, keyword, names),
        ),
        map: null,
      };
    },
  };
}

function filesByName(): ReadonlyMap<string, string> {
  const files = fs.readdirSync(SOURCES).filter((it) => it.endsWith('.ts') && !it.includes('.test.'));
  return new Map(
    files.flatMap((file) => {
      const text = fs.readFileSync(path.join(SOURCES, file), 'utf8');
      return [...text.matchAll(EXPORTS)].map(([, name = '']): [string, string] => [name, file]);
    }),
  );
}

/** Types are left out: nothing of them remains. A name that no file says keeps the whole statement as it was. */
function directIn(fileOf: ReadonlyMap<string, string>) {
  return (whole: string, keyword: string, names: string): string => {
    const wanted = names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '));
    const statements = wanted.map((name) => {
      const file = fileOf.get(name.split(/\s+as\s+/)[0] ?? '');
      return file && `${keyword} { ${name} } from '${path.join(SOURCES, file)}';`;
    });
    return statements.includes(undefined) ? whole : statements.join(' ');
  };
}
