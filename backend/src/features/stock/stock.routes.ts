import { correctStock, listStock } from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { correct } from './corrections.service.ts';
import { stockOf } from './stock.service.ts';

export function stockRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, listStock, (asked) => stockOf(asked, asked.params.campaignId));
  bind(router, deps, correctStock, (asked) => correct(asked, asked.params.accountId, asked.body));
  return router;
}
