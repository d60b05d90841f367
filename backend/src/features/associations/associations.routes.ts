import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { onlyAssociation } from '../../platform/context.ts';
import { createKeptAnswer } from '../../platform/kept-answer.ts';
import { atMost } from '../../platform/rate-limit.ts';
import { registryChange } from './associations.repository.ts';
import * as associations from './associations.service.ts';
import * as accounts from './bank-accounts.service.ts';
import * as board from './board.service.ts';
import { listDirectory } from './directory.service.ts';

export function associationRoutes(deps: BindDeps): Router {
  const router = Router();
  bindRegister(router, deps);
  bindBoard(router, deps);
  bindBankAccounts(router, deps);
  bindDirectory(router, deps);
  return router;
}

function bindRegister(router: Router, deps: BindDeps): void {
  bind(router, deps, contract.listAssociations, (asked) => associations.listAssociations(asked, asked.query));
  const keptNames = createKeptAnswer(contract.listAssociationNames);
  bind(router, deps, contract.listAssociationNames, async (asked) => {
    const { status } = asked.query;
    const key = JSON.stringify([onlyAssociation(asked.actor), status]);
    const change = await registryChange(asked.db);
    return await keptNames(asked, { key, change }, () => associations.listNames(asked, status));
  });
  bind(router, deps, contract.readAssociation, (asked) =>
    associations.readAssociation(asked, asked.params.associationId),
  );
  bind(router, deps, contract.updateAssociation, (asked) =>
    associations.updateAssociation(asked, asked.params.associationId, asked.version, asked.body),
  );
  bind(router, deps, contract.maintainAssociation, (asked) =>
    associations.maintainAssociation(asked, asked.params.associationId, asked.version, asked.body),
  );
}

function bindBoard(router: Router, deps: BindDeps): void {
  bind(router, deps, contract.listBoard, (asked) => board.listBoard(asked, asked.params.associationId));
  bind(router, deps, contract.addBoardMember, (asked) =>
    board.addBoardMember(asked, asked.params.associationId, asked.body),
  );
  bind(router, deps, contract.updateBoardMember, (asked) =>
    board.updateBoardMember(asked, asked.params, asked.version, asked.body),
  );
}

function bindBankAccounts(router: Router, deps: BindDeps): void {
  bind(router, deps, contract.listBankAccounts, (asked) =>
    accounts.listBankAccounts(asked, asked.params.associationId),
  );
  bind(router, deps, contract.addBankAccount, (asked) =>
    accounts.addBankAccount(asked, asked.params.associationId, asked.body),
  );
  bind(router, deps, contract.removeBankAccount, (asked) =>
    accounts.removeBankAccount(asked, asked.params.associationId, asked.params.bankAccountId),
  );
}

const DIRECTORY_READS = { count: 120, everyS: 60 };
const DIRECTORY_KEPT_S = 60;

function bindDirectory(router: Router, deps: BindDeps): void {
  router.use(contract.listDirectory.path, atMost(DIRECTORY_READS));
  bind(router, deps, contract.listDirectory, async (asked) => {
    const page = await listDirectory(asked, asked.query);
    asked.res.set('Cache-Control', `public, max-age=${DIRECTORY_KEPT_S}`);
    return page;
  });
}
