import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { catalogues } from '../i18n/catalogues.ts';
import areas from '../map/basemap/areas.json';
import places from '../map/basemap/places.json';

const css = fs.readFileSync(path.join(import.meta.dirname, 'fonts.css'), 'utf8');

/** The characters that the files of our own hold. */
const held = [...css.matchAll(/url\("\.\/fonts[^}]*unicode-range:([^;]*)/g)].flatMap(([, ranges = '']) =>
  [...ranges.matchAll(/U\+(\w+)(?:-(\w+))?/g)].map(([, first = '', last = first]) => [
    Number.parseInt(first, 16),
    Number.parseInt(last, 16),
  ]),
);

test.each(Object.entries({ ...catalogues, map: [areas, places] }))(
  'the words of %s are drawn without the rest of the typeface',
  (_name, words) => {
    const outside = [...new Set(JSON.stringify(words))].filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      return !held.some(([first = 0, last = 0]) => code >= first && code <= last);
    });
    expect(outside).toEqual([]);
  },
);
