import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ShareKind } from '@qafila/contract';

export type ShareTokens = {
  /** Path and fragment that open the link. */
  pathOf: (link: { id: string; kind: ShareKind }) => string;
  /** The id in `<id>.<mac>`, when the mac is ours. */
  idIn: (token: string) => string | undefined;
};

const PAGES: Record<ShareKind, string> = { wall: '/wall', convoy: '/follow' };
const TOKEN = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.([\w-]{43})$/;

/**
 * A link's secret is made from its id and the server's own secret: nothing that opens it is stored, and it can be
 * shown again. With another server secret all links end.
 */
export function createShareTokens(secret: string): ShareTokens {
  const macOf = (id: string): string =>
    createHmac('sha256', secret).update(`share-link:${id}`).digest('base64url');
  return {
    pathOf: ({ id, kind }) => `${PAGES[kind]}/${id}#${macOf(id)}`,
    idIn(token) {
      const [, id, mac] = TOKEN.exec(token) ?? [];
      if (id === undefined || mac === undefined) return undefined;
      return timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(id))) ? id : undefined;
    },
  };
}
