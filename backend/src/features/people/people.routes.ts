import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { beginSession } from '../../platform/sessions.ts';
import { toSignedIn } from '../session/index.ts';
import { listInvitations } from './invitations.repository.ts';
import { accept, inviteSomeone, openInvitation, revoke } from './invitations.service.ts';
import { listPeople } from './people.repository.ts';
import { changePerson } from './people.service.ts';

export function peopleRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, contract.listPeople, ({ db }) => listPeople(db));
  bind(router, deps, contract.updatePerson, (asked) =>
    changePerson(asked, asked.params.personId, asked.body),
  );
  bind(router, deps, contract.listInvitations, ({ db }) => listInvitations(db));
  bind(router, deps, contract.invite, (asked) => inviteSomeone(asked, asked.body));
  bind(router, deps, contract.revokeInvitation, (asked) => revoke(asked, asked.params.invitationId));
  bindLinks(router, deps);
  return router;
}

/** What somebody without an account does with the link they were sent. */
function bindLinks(router: Router, deps: BindDeps): void {
  bind(
    router,
    deps,
    contract.readInvitation,
    async (asked) => {
      const found = await openInvitation(asked, asked.body.token, asked.req.ip ?? '');
      const { email, name, role, association, expiresAt } = found;
      return { email, name, role, association, expiresAt };
    },
    { ownTransactions: true },
  );

  bind(
    router,
    deps,
    contract.acceptInvitation,
    async (asked) => {
      const user = await accept(asked, asked.body, asked.req.ip ?? '');
      await beginSession(asked.req, toSignedIn(user));
      return user;
    },
    { ownTransactions: true },
  );
}
