import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { bindTable } from '../../platform/tables/index.ts';
import * as association from './association.service.ts';
import * as caseworker from './caseworker.service.ts';
import { correct } from './correcting.service.ts';
import { check } from './duplicates.service.ts';
import { referralFigureTable } from './figure-table.ts';
import { readFigures } from './figures.service.ts';
import { recordHelp } from './help.service.ts';
import { readLoad, readSummary, suggest } from './load.service.ts';
import * as reading from './reading.service.ts';
import { register } from './registering.service.ts';

export type ReferralRouteDeps = BindDeps & {
  /** What national ids are hashed with. */
  readonly personKey: string;
};

export function referralRoutes(deps: ReferralRouteDeps): Router {
  const router = Router();
  bindTable(router, deps, contract.REFERRAL_FIGURE_TABLE, referralFigureTable);
  bindReading(router, deps);
  bindCaseworker(router, deps);
  bindAssociation(router, deps);
  return router;
}

function bindReading(router: Router, deps: ReferralRouteDeps): void {
  bind(router, deps, contract.listReferrals, (asked) => reading.list(asked, asked.query));
  bind(router, deps, contract.readReferralSummary, (asked) => readSummary(asked));
  bind(router, deps, contract.readReferralFigures, (asked) => readFigures(asked, asked.query));
  bind(router, deps, contract.listReferralDues, (asked) => reading.listDues(asked, asked.query));
  bind(router, deps, contract.listCaseworkers, (asked) => caseworker.listCaseworkers(asked));
  bind(router, deps, contract.readReferralLoad, (asked) => readLoad(asked, asked.params.associationId));
  bind(router, deps, contract.readReferral, (asked) => reading.readFile(asked, asked.params.referralId));
  bind(
    router,
    deps,
    contract.readReferralPerson,
    (asked) => reading.readPerson(asked, asked.params.referralId),
    // A read that is recorded: both or neither.
    { ownTransactions: false },
  );
}

function bindCaseworker(router: Router, deps: ReferralRouteDeps): void {
  const { personKey } = deps;
  bind(router, deps, contract.checkDuplicates, (asked) => check(asked, personKey, asked.body));
  bind(router, deps, contract.registerReferral, (asked) => register(asked, personKey, asked.body), {
    ownTransactions: true,
  });
  bind(router, deps, contract.correctReferral, (asked) =>
    correct(asked, personKey, {
      id: asked.params.referralId,
      version: asked.version,
      correction: asked.body,
    }),
  );
  bind(
    router,
    deps,
    contract.suggestAssociations,
    (asked) => suggest(asked, asked.params.referralId),
    // It holds the case.
    { ownTransactions: false },
  );
  bind(router, deps, contract.referReferral, (asked) =>
    caseworker.refer(asked, asked.params.referralId, asked.body),
  );
  bind(router, deps, contract.recallReferral, (asked) =>
    caseworker.recall(asked, asked.params.referralId, asked.body),
  );
  bind(router, deps, contract.withdrawReferral, (asked) =>
    caseworker.withdraw(asked, asked.params.referralId, asked.body),
  );
  bind(router, deps, contract.eraseReferral, (asked) => caseworker.erase(asked, asked.params.referralId));
  bind(router, deps, contract.reassignReferral, (asked) =>
    caseworker.reassign(asked, asked.params.referralId, asked.body),
  );
}

function bindAssociation(router: Router, deps: ReferralRouteDeps): void {
  bind(router, deps, contract.acceptReferral, (asked) =>
    association.accept(asked, asked.params.referralId, asked.body),
  );
  bind(router, deps, contract.declineReferral, (asked) =>
    association.decline(asked, asked.params.referralId, asked.body),
  );
  bind(router, deps, contract.recordHelp, (asked) => recordHelp(asked, asked.params.referralId, asked.body));
  bind(router, deps, contract.closeReferral, (asked) =>
    association.close(asked, asked.params.referralId, asked.body),
  );
}
