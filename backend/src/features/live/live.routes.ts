import { readConvoyTrack, readLiveMap, readPositions } from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { onlyAssociation } from '../../platform/context.ts';
import { requireCampaign } from '../campaigns/index.ts';
import { convoyForRead } from '../convoys/index.ts';
import { trackOf } from '../positions/index.ts';
import { createCompressed } from './compressed.ts';
import { liveMapOf } from './live.service.ts';
import type { LiveServer } from './live.socket.ts';
import { roomOf } from './rooms.ts';

export type LiveRouteDeps = BindDeps & { readonly feed: Pick<LiveServer['feed'], 'snapshot'> };

export function liveRoutes(deps: LiveRouteDeps): Router {
  const router = Router();
  const compressed = createCompressed();
  bind(router, deps, readLiveMap, ({ params, ...ctx }) => liveMapOf(ctx, params.campaignId));
  bind(router, deps, readPositions, async ({ params, req, res, ...ctx }) => {
    const { id } = await requireCampaign(ctx, params.campaignId);
    const room = roomOf(id, onlyAssociation(ctx.actor));
    const json = deps.feed.snapshot(room);
    res.type('json').vary('Accept-Encoding');
    if (req.acceptsEncodings('gzip') !== 'gzip') return res.send(json);
    return res.set('Content-Encoding', 'gzip').send(compressed(room, json));
  });
  bind(router, deps, readConvoyTrack, async ({ params, ...ctx }) => {
    const { id } = await convoyForRead(ctx, params.convoyId);
    return await trackOf(ctx.db, id, ctx.now());
  });
  return router;
}
