import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { bindTable } from '../../platform/tables/index.ts';
import { sendCalendar } from './calendar.service.ts';
import * as handingIn from './handing-in.service.ts';
import { obligationTable } from './obligation-table.ts';
import * as obligations from './obligations.service.ts';
import * as overrides from './overrides.service.ts';
import { readStanding } from './pledge-standing.service.ts';
import * as types from './types.service.ts';

export function obligationRoutes(deps: BindDeps): Router {
  const router = Router();
  bindTable(router, deps, contract.OBLIGATION_TABLE, obligationTable);
  bind(router, deps, contract.listObligationTypes, (asked) => types.listTypes(asked));
  bind(router, deps, contract.createObligationType, (asked) => types.createType(asked, asked.body));
  bind(router, deps, contract.updateObligationType, (asked) =>
    types.updateType(asked, asked.params.typeId, asked.version, asked.body),
  );
  bind(router, deps, contract.listObligations, (asked) => obligations.list(asked, asked.query));
  bind(router, deps, contract.countObligations, (asked) => obligations.counts(asked, asked.query));
  bind(router, deps, contract.readObligationMonth, (asked) =>
    obligations.month(asked, asked.params.month, asked.query),
  );
  bind(router, deps, contract.downloadObligationCalendar, (asked) =>
    sendCalendar(asked, asked.query, asked.res),
  );
  bind(router, deps, contract.readObligation, (asked) => obligations.read(asked, asked.params.obligationId));
  bind(router, deps, contract.openObligation, (asked) =>
    handingIn.open(asked, asked.params.associationId, asked.body),
  );
  bind(router, deps, contract.submitObligation, (asked) =>
    handingIn.submit(asked, asked.params.obligationId, asked.body),
  );
  bind(router, deps, contract.reviewObligation, (asked) =>
    handingIn.review(asked, asked.params.obligationId, asked.version, asked.body),
  );
  bind(router, deps, contract.readPledgeStanding, (asked) => readStanding(asked, asked.params.associationId));
  bind(router, deps, contract.listPledgeOverrides, (asked) => overrides.list(asked, asked.query));
  bind(router, deps, contract.grantPledgeOverride, (asked) =>
    overrides.grant(asked, asked.params.associationId, asked.body),
  );
  bind(router, deps, contract.revokePledgeOverride, (asked) =>
    overrides.revoke(asked, asked.params.overrideId, asked.body.reason),
  );
  return router;
}
