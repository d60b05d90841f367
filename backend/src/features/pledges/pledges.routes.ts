import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import * as decisions from './decisions.service.ts';
import { readGiving } from './giving.service.ts';
import { readPledgeFile } from './pledge-answers.ts';
import { listPledges, offerPledge } from './pledges.service.ts';
import { receive } from './receipts.service.ts';

export function pledgeRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, contract.listPledges, (asked) =>
    listPledges(asked, asked.params.campaignId, asked.query.status),
  );
  bind(router, deps, contract.readPledge, (asked) => readPledgeFile(asked, asked.params.pledgeId));
  bind(router, deps, contract.readAssociationGiving, (asked) =>
    readGiving(asked, asked.params.associationId),
  );
  bind(router, deps, contract.offerPledge, (asked) =>
    offerPledge(asked, asked.params.campaignId, asked.body),
  );
  bind(router, deps, contract.acceptPledge, (asked) =>
    decisions.acceptPledge(asked, asked.params.pledgeId, asked.body),
  );
  bind(router, deps, contract.declinePledge, (asked) =>
    decisions.declinePledge(asked, asked.params.pledgeId, asked.body.reason),
  );
  bind(router, deps, contract.withdrawPledge, (asked) =>
    decisions.withdrawPledge(asked, asked.params.pledgeId, asked.body.reason),
  );
  bind(router, deps, contract.cancelPledge, (asked) =>
    decisions.cancelPledge(asked, asked.params.pledgeId, asked.body.reason),
  );
  bind(router, deps, contract.recordReceipt, (asked) => receive(asked, asked.params.pledgeId, asked.body));
  return router;
}
