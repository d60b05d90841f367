/** `/wall/<id>#<secret>` and `/follow/<id>#<secret>`: what the server wants to see of it. */
export type ShareAddress = {
  readonly token: string | null;
  readonly language: 'ar' | 'en';
  readonly theme: Theme;
};
export type Theme = 'dark' | 'light';

type Place = Pick<Location, 'pathname' | 'search' | 'hash'>;

export function isSharePath(path: string): boolean {
  return /^\/(wall|follow)\//.test(path);
}

/** Arabic and dark unless the link says otherwise. Without a secret there is no token. */
export function readAddress({ pathname, search, hash }: Place): ShareAddress {
  const id = /^\/(?:wall|follow)\/([^/]+)\/?$/.exec(pathname)?.[1];
  const secret = hash.slice(1);
  const params = new URLSearchParams(search);
  return {
    token: id && secret ? `${id}.${secret}` : null,
    language: params.get('lang') === 'en' ? 'en' : 'ar',
    theme: params.get('theme') === 'light' ? 'light' : 'dark',
  };
}
