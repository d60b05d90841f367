import type { Language } from './preferences.ts';

export type Catalogue = { readonly [key: string]: string | Catalogue };

/** Words that belong to no one feature: the default namespace, and the fallback of every other. */
export const COMMON = 'common';

const files: Record<string, Catalogue> = {
  ...import.meta.glob<Catalogue>('./locales/*.json', { eager: true, import: 'default' }),
  ...import.meta.glob<Catalogue>('../map/locales/*.json', { eager: true, import: 'default' }),
  ...import.meta.glob<Catalogue>('../../features/*/locales/*.json', { eager: true, import: 'default' }),
};

/** Language → namespace → words. A namespace is the name of its folder. */
export const catalogues: Readonly<Record<Language, Record<string, Catalogue>>> = {
  ar: gather('ar'),
  en: gather('en'),
};

function gather(language: Language): Record<string, Catalogue> {
  const ours = Object.entries(files).filter(([path]) => path.endsWith(`/${language}.json`));
  return Object.fromEntries(ours.map(([path, words]) => [namespaceOf(path), words]));
}

function namespaceOf(path: string): string {
  return /([^./]+)\/locales\//.exec(path)?.[1] ?? COMMON;
}
