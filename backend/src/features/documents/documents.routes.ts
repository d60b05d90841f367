import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import * as documents from './documents.service.ts';

export function documentRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, contract.listDocuments, (asked) => documents.list(asked, asked.params.associationId));
  bind(router, deps, contract.addDocument, (asked) =>
    documents.add(asked, asked.params.associationId, asked.query, asked.body),
  );
  bind(router, deps, contract.readDocument, (asked) =>
    documents.send(asked, asked.params.documentId, asked.res),
  );
  return router;
}
