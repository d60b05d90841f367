export type Catalogue = { readonly [key: string]: string | Catalogue };

/** Words of one language by namespace. */
export type Words = Readonly<Record<string, Catalogue>>;

/** Words that belong to no one feature: the default namespace, and the fallback of every other. */
export const COMMON = 'common';

/** Each file's words under the name of the folder that it is the catalogue of. */
export function byNamespace(files: Readonly<Record<string, Catalogue>>): Words {
  return Object.fromEntries(Object.entries(files).map(([path, words]) => [namespaceOf(path), words]));
}

function namespaceOf(path: string): string {
  return /([^./]+)\/locales\//.exec(path)?.[1] ?? COMMON;
}
