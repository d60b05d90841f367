import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import * as reference from './reference.service.ts';

export function referenceRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, contract.listGovernorates, (asked) => reference.listGovernorates(asked));
  bind(router, deps, contract.listItems, (asked) => reference.listItems(asked));
  bind(router, deps, contract.createItem, (asked) => reference.createItem(asked, asked.body));
  bind(router, deps, contract.updateItem, (asked) =>
    reference.updateItem(asked, asked.params.itemId, asked.version, asked.body),
  );
  bind(router, deps, contract.listSites, (asked) => reference.listSites(asked, asked.query.kind));
  bind(router, deps, contract.createSite, (asked) => reference.createSite(asked, asked.body));
  bind(router, deps, contract.updateSite, (asked) =>
    reference.updateSite(asked, asked.params.siteId, asked.version, asked.body),
  );
  return router;
}
