import * as contract from '@qafila/contract';
import { Router } from 'express';
import { applicantIn } from '../../platform/applicants.ts';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { atMost } from '../../platform/rate-limit.ts';
import { bindTable } from '../../platform/tables/index.ts';
import { applicationOf, listApplications } from './applications.service.ts';
import { associationTable } from './association-table.ts';
import { declare, move, register } from './decisions.service.ts';
import { readFigures } from './figures.service.ts';
import * as own from './own-application.service.ts';
import { listSteps } from './steps.service.ts';

export function registryRoutes(deps: BindDeps): Router {
  const router = Router();
  bindTable(router, deps, contract.ASSOCIATION_TABLE, associationTable);
  bindOfficials(router, deps);
  bindApplicants(router, deps);
  return router;
}

function bindOfficials(router: Router, deps: BindDeps): void {
  bind(router, deps, contract.createAssociation, (asked) => register(asked, asked.body));
  bind(router, deps, contract.listAssociationSteps, (asked) => listSteps(asked, asked.params.associationId));
  bind(router, deps, contract.moveAssociation, (asked) =>
    move(asked, asked.params.associationId, asked.body),
  );
  bind(router, deps, contract.declareAssociation, (asked) =>
    declare(asked, asked.params.associationId, asked.body),
  );
  bind(router, deps, contract.listApplications, (asked) => listApplications(asked, asked.query));
  bind(router, deps, contract.readApplication, (asked) => applicationOf(asked, asked.params.associationId));
  bind(router, deps, contract.readRegistryFigures, (asked) => readFigures(asked, asked.query.year));
}

/** From one address: what a whole office that helps people apply may need. */
const APPLICATIONS = { count: 20, everyS: 3_600 };
const DOCUMENTS = { count: 80, everyS: 3_600 };

function bindApplicants(router: Router, deps: BindDeps): void {
  router.use(contract.makeApplication.path, atMost(APPLICATIONS, { isReadFree: true }));
  router.use(contract.addApplicationDocument.path, atMost(DOCUMENTS, { isReadFree: true }));
  bind(router, deps, contract.makeApplication, (asked) => own.apply(asked, asked.body));
  bind(router, deps, contract.readOwnApplication, (asked) =>
    own.readOwn(asked, applicantIn(asked.req).associationId),
  );
  bind(router, deps, contract.updateOwnApplication, (asked) =>
    own.updateOwn(asked, applicantIn(asked.req).associationId, asked.version, asked.body),
  );
  bind(router, deps, contract.submitOwnApplication, (asked) =>
    own.submitOwn(asked, applicantIn(asked.req).associationId),
  );
  bind(router, deps, contract.addApplicationDocument, (asked) =>
    own.addOwnDocument(asked, applicantIn(asked.req).associationId, asked.query, asked.body),
  );
  bind(router, deps, contract.readApplicationDocument, (asked) =>
    own.sendOwnDocument(asked, applicantIn(asked.req).associationId, asked.params.documentId, asked.res),
  );
  bind(router, deps, contract.removeApplicationDocument, (asked) =>
    own.removeOwnDocument(asked, applicantIn(asked.req).associationId, asked.params.documentId),
  );
}
