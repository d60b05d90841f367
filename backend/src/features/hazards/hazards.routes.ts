import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { feedState } from './feed.service.ts';
import { draw, end, hazardsOf } from './hazards.service.ts';
import { importFile } from './import.service.ts';

export type HazardRouteDeps = BindDeps & {
  /** Whether fire tables are fetched by themselves. */
  readonly hasFireFeed?: boolean;
};

export function hazardRoutes({ hasFireFeed = false, ...deps }: HazardRouteDeps): Router {
  const router = Router();
  bind(router, deps, contract.listHazards, (asked) => hazardsOf(asked, asked.query));
  bind(router, deps, contract.readHazardFeed, (asked) => feedState(asked, hasFireFeed));
  bind(router, deps, contract.createHazard, (asked) => draw(asked, asked.body));
  bind(router, deps, contract.endHazard, (asked) => end(asked, asked.params.hazardId, asked.body.reason));
  bind(router, deps, contract.importHazards, (asked) => importFile(asked, asked.body));
  return router;
}
