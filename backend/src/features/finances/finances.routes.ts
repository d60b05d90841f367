import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import * as finances from './finances.service.ts';
import * as writing from './writing.service.ts';

export function financeRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, contract.listFinancesOfAssociation, (asked) =>
    finances.ofAssociation(asked, asked.params.associationId),
  );
  bind(router, deps, contract.listFinances, (asked) => finances.list(asked, asked.query));
  bind(router, deps, contract.readFinances, (asked) => finances.read(asked, asked.params.financeId));
  bind(router, deps, contract.openFinances, (asked) =>
    writing.open(asked, asked.params.associationId, asked.body.year),
  );
  bind(router, deps, contract.saveFinances, (asked) =>
    writing.save(asked, asked.params.financeId, asked.version, asked.body),
  );
  bind(router, deps, contract.submitFinances, (asked) =>
    writing.submit(asked, asked.params.financeId, asked.version, asked.body),
  );
  bind(router, deps, contract.reviewFinances, (asked) =>
    writing.review(asked, asked.params.financeId, asked.version, asked.body),
  );
  return router;
}
