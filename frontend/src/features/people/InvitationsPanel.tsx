import { type Invitation, listInvitations, revokeInvitation } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { keyOf, queryClient, useApiMutation, useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { Code, ConfirmButton, DataTable, EmptyNote, Panel, QueryView } from '../../shared/ui/index.ts';
import { stateOf } from './invitation-state.ts';

export function InvitationsPanel() {
  const { t } = useTranslation('people');
  const invitations = useApiQuery(listInvitations, {});
  return (
    <Panel flush title={t('invitations.title')} note={t('invitations.note')}>
      <QueryView query={invitations}>
        {(all) =>
          all.length === 0 ? (
            <EmptyNote title={t('invitations.none')} />
          ) : (
            <DataTable isStacked caption={t('invitations.title')}>
              <thead>
                <tr>
                  <th scope="col">{t('name')}</th>
                  <th scope="col">{t('role')}</th>
                  <th scope="col">{t('invitations.state')}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t('actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {all.map((invitation) => (
                  <InvitationRow key={invitation.id} invitation={invitation} />
                ))}
              </tbody>
            </DataTable>
          )
        }
      </QueryView>
    </Panel>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('people');
  const { name, dateTime } = useFormat();
  const word = useWord();
  const revoke = useApiMutation(revokeInvitation, {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(listInvitations, {}) }),
  });
  const state = stateOf(invitation, new Date());
  return (
    <tr>
      <th scope="row">
        {invitation.name}
        <small>
          <Code muted>{invitation.email}</Code>
        </small>
      </th>
      <td>
        {word.role(invitation.role)}
        {invitation.association && <small>{name(invitation.association)}</small>}
      </td>
      <td>
        {t(`invitations.states.${state.name}`)}
        <small>{dateTime(state.at)}</small>
      </td>
      <td data-number>
        {state.name === 'open' && (
          <ConfirmButton
            label={t('invitations.revoke')}
            button={{ size: 'xs', variant: 'default' }}
            title={t('invitations.revokeTitle', { name: invitation.name })}
            message={t('invitations.revokeText')}
            confirmLabel={t('invitations.revoke')}
            danger
            onConfirm={() => revoke.mutateAsync({ params: { invitationId: invitation.id } })}
          />
        )}
      </td>
    </tr>
  );
}
