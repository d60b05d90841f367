import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';

const WEIGHTS = [400, 600];

/** What Arabic and English as they are written here need; frontend/src/shared/ui/fonts.css names the same characters. */
const SCRIPTS = {
  arabic: '60C, 61B, 61F, 621-63A, 640-652, 660-66C, 670-671, 67E, 686, 698, 6A9, 6AF, 6CC, 6F0-6F9',
  latin:
    '20-7E, A0, A7, AB, B0-B3, B7, BB, D7, E8-E9, FC, 2013-2014, 2018-2019, 201C-201D, 2022, 2026, 2191, 2193, 2212',
};

const require = createRequire(import.meta.url);
const target = path.resolve(import.meta.dirname, '../../../frontend/src/shared/ui/fonts');

fs.mkdirSync(target, { recursive: true });
for (const [script, ranges] of Object.entries(SCRIPTS)) {
  for (const weight of WEIGHTS) {
    const name = `@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-${script}-${weight}-normal.woff2`;
    const font = await subsetFont(fs.readFileSync(require.resolve(name)), charactersOf(ranges), {
      targetFormat: 'woff2',
    });
    fs.writeFileSync(path.join(target, `${script}-${weight}.woff2`), font);
    process.stdout.write(`${script}-${weight}.woff2 ${font.length} bytes\n`);
  }
}

function charactersOf(ranges) {
  return ranges.split(', ').flatMap(charactersIn).join('');
}

function charactersIn(range) {
  const [first, last = first] = range.split('-').map((code) => Number.parseInt(code, 16));
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
}
