import type { ShareLink } from '@qafila/contract';
import type { Language } from '../../shared/i18n/index.ts';

export type LinkState = 'open' | 'expired' | 'revoked';

type Timed = Pick<ShareLink, 'expiresAt' | 'revokedAt'>;

export function stateOf({ expiresAt, revokedAt }: Timed, now: Date): LinkState {
  if (revokedAt !== null) return 'revoked';
  return Date.parse(expiresAt) <= now.getTime() ? 'expired' : 'open';
}

/** Those that open something, and those that no longer do, each newest first. */
export function byState(links: readonly ShareLink[], now: Date): { open: ShareLink[]; ended: ShareLink[] } {
  const newest = [...links].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  const isOpen = (link: ShareLink) => link.path !== null && stateOf(link, now) === 'open';
  return { open: newest.filter(isOpen), ended: newest.filter((link) => !isOpen(link)) };
}

/** The address that opens a link in a language; Arabic is what it opens in by itself. */
export function addressOf(origin: string, path: string, language: Language): string {
  if (language === 'ar') return origin + path;
  const [page = '', secret = ''] = path.split('#');
  return `${origin}${page}?lang=${language}#${secret}`;
}

/** Hours that a link may be valid for, as the form offers them. */
export const VALIDITIES_H = [8, 24, 24 * 7, 24 * 30] as const;
