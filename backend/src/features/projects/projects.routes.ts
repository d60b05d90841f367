import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { decide, move } from './moves.service.ts';
import { readPortfolio } from './portfolio.service.ts';
import { propose, update } from './proposals.service.ts';
import * as reading from './reading.service.ts';
import { correctMonth, reportMonth } from './reporting.service.ts';

export function projectRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, contract.listProjects, (asked) => reading.list(asked, asked.query));
  bind(router, deps, contract.readPortfolio, (asked) => readPortfolio(asked, asked.query));
  bind(router, deps, contract.readProject, (asked) => reading.readFile(asked, asked.params.projectId));
  bind(router, deps, contract.proposeProject, (asked) =>
    propose(asked, asked.params.associationId, asked.body),
  );
  bind(router, deps, contract.updateProject, (asked) =>
    update(asked, asked.params.projectId, asked.version, asked.body),
  );
  bind(router, deps, contract.decideProject, (asked) =>
    decide(asked, asked.params.projectId, asked.version, asked.body),
  );
  bind(router, deps, contract.moveProject, (asked) => move(asked, asked.params.projectId, asked.body));
  bind(router, deps, contract.reportMonth, (asked) => reportMonth(asked, asked.params.projectId, asked.body));
  bind(router, deps, contract.correctMonth, (asked) =>
    correctMonth(asked, asked.params.projectId, asked.version, asked.params.month, asked.body),
  );
  return router;
}
