import { changePassword, signIn, signOut, signOutEverywhere, updateAccount, whoAmI } from '@qafila/contract';
import { Router } from 'express';
import { audit } from '../../platform/audit.repository.ts';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { beginSession, endSession, sidHashOf } from '../../platform/sessions.ts';
import {
  accountOf,
  changeAccount,
  endAllSessions,
  replacePassword,
  signInWith,
  toSignedIn,
} from './session.service.ts';

export function sessionRoutes(deps: BindDeps): Router {
  const router = Router();
  bindSessions(router, deps);
  bindAccount(router, deps);
  return router;
}

function bindSessions(router: Router, deps: BindDeps): void {
  bind(
    router,
    deps,
    signIn,
    async (asked) => {
      const user = await signInWith(asked, asked.body, asked.req.ip ?? '');
      await beginSession(asked.req, toSignedIn(user));
      return user;
    },
    { ownTransactions: true },
  );

  bind(router, deps, whoAmI, async (asked) => (await accountOf(asked)).user);

  // The session ends on a connection of its own: a transaction that waited for one would hold another meanwhile.
  bind(
    router,
    deps,
    signOut,
    async (asked) => {
      const { userId } = asked.actor;
      const sidHash = sidHashOf(asked.req);
      await endSession(asked.req);
      await audit(asked, { action: 'session.ended', subjectType: 'user', subjectId: userId });
      asked.announce({ kind: 'sessionsEnded', userId, sidHash });
    },
    { ownTransactions: true },
  );

  bind(
    router,
    deps,
    signOutEverywhere,
    async (asked) => {
      await endAllSessions(asked);
      await endSession(asked.req);
    },
    { ownTransactions: true },
  );
}

function bindAccount(router: Router, deps: BindDeps): void {
  bind(
    router,
    deps,
    changePassword,
    async (asked) => {
      await replacePassword(asked, asked.body, asked.req.ip ?? '');
      await beginSession(asked.req, asked.actor);
    },
    { ownTransactions: true },
  );

  bind(router, deps, updateAccount, async (asked) => await changeAccount(asked, asked.body));
}
