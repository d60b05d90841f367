import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import * as needs from './needs.service.ts';

export function needRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, contract.listNeeds, (asked) => needs.needsOf(asked, asked.params.campaignId));
  bind(router, deps, contract.createNeed, (asked) =>
    needs.createNeed(asked, asked.params.campaignId, asked.body),
  );
  bind(router, deps, contract.updateNeed, (asked) =>
    needs.updateNeed(asked, asked.params.needId, asked.version, asked.body),
  );
  bind(router, deps, contract.deleteNeed, async (asked) => {
    await needs.deleteNeed(asked, asked.params.needId);
    return undefined;
  });
  return router;
}
