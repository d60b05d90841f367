import { words as arRest } from './catalogue.ar.rest.ts';
import { words as ar } from './catalogue.ar.ts';
import { words as enRest } from './catalogue.en.rest.ts';
import { words as en } from './catalogue.en.ts';
import type { Words } from './catalogue.ts';
import type { Language } from './preferences.ts';

export { type Catalogue, COMMON } from './catalogue.ts';

/** Every word of the product. Pages take what they need of one language, by words.ts. */
export const catalogues: Readonly<Record<Language, Words>> = {
  ar: { ...ar, ...arRest },
  en: { ...en, ...enRest },
};
