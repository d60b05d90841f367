import { downloadTrack, readConvoyMovement } from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { sendTrack } from './download.service.ts';
import { movementOfConvoy } from './movement.service.ts';

export function movementRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, readConvoyMovement, ({ params, ...ctx }) => movementOfConvoy(ctx, params.convoyId));
  bind(router, deps, downloadTrack, ({ params, query, res, ...ctx }) =>
    sendTrack(ctx, { ...params, vehicleId: query.vehicleId }, res),
  );
  return router;
}
