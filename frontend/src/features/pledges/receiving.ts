import type { Site, SiteKind } from '@qafila/contract';

/** Where associations bring goods, and where they are counted in. */
export const RECEIVING_KINDS = ['warehouse', 'collection_point'] as const satisfies readonly SiteKind[];

export function takesPledges(site: Pick<Site, 'kind'>): boolean {
  return RECEIVING_KINDS.some((kind) => kind === site.kind);
}
