import { createShareLink, listShareLinks, readSharedView, revokeShareLink } from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { create, list, revoke } from './share-links.service.ts';
import { createShareTokens } from './share-tokens.ts';
import type { SharedViews } from './shared-view.service.ts';

export type ShareRouteDeps = BindDeps & {
  readonly sharedViews: Pick<SharedViews, 'of'>;
  readonly sessionSecret: string;
};

export function shareLinkRoutes(deps: ShareRouteDeps): Router {
  const router = Router();
  const tokens = createShareTokens(deps.sessionSecret);
  bind(router, deps, listShareLinks, ({ params, ...ctx }) => list(ctx, tokens, params.campaignId));
  bind(router, deps, createShareLink, ({ params, body, ...ctx }) =>
    create(ctx, tokens, params.campaignId, body),
  );
  bind(router, deps, revokeShareLink, ({ params, ...ctx }) => revoke(ctx, tokens, params.shareLinkId));
  bind(router, deps, readSharedView, ({ share }) => deps.sharedViews.of(share));
  return router;
}
