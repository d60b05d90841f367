import { readReplay, readReplayTracks } from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { replayOf, replayTracksOf } from './replay.service.ts';

export function replayRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, readReplay, ({ params, ...ctx }) => replayOf(ctx, params.campaignId));
  bind(router, deps, readReplayTracks, ({ params, query, ...ctx }) =>
    replayTracksOf(ctx, params.campaignId, query),
  );
  return router;
}
