import { listStock } from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { stockOf } from './stock.service.ts';

export function stockRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, listStock, (asked) => stockOf(asked, asked.params.campaignId));
  return router;
}
