import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import * as associations from './associations.service.ts';

export function associationRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, contract.listAssociations, (asked) => associations.listAssociations(asked));
  bind(router, deps, contract.readAssociation, (asked) =>
    associations.readAssociation(asked, asked.params.associationId),
  );
  bind(router, deps, contract.createAssociation, (asked) =>
    associations.createAssociation(asked, asked.body),
  );
  bind(router, deps, contract.updateAssociation, (asked) =>
    associations.updateAssociation(asked, asked.params.associationId, asked.version, asked.body),
  );
  return router;
}
