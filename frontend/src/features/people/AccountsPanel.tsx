import { listPeople, type Person, updatePerson } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { keyOf, queryClient, useApiMutation, useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { Code, ConfirmButton, DataTable, Panel, QueryView } from '../../shared/ui/index.ts';
import { useUser } from '../session/index.ts';
import classes from './PeoplePage.module.css';

export function AccountsPanel() {
  const { t } = useTranslation('people');
  const people = useApiQuery(listPeople, {});
  return (
    <Panel
      flush
      title={t('accounts.title')}
      note={people.data && t('accounts.count', { count: people.data.length })}
    >
      <QueryView query={people}>
        {(all) => (
          <DataTable isStacked caption={t('accounts.title')}>
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('role')}</th>
                <th scope="col">{t('lastSeen')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {all.map((person) => (
                <AccountRow key={person.id} person={person} />
              ))}
            </tbody>
          </DataTable>
        )}
      </QueryView>
    </Panel>
  );
}

function AccountRow({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const { name, relative } = useFormat();
  const word = useWord();
  const user = useUser();
  const update = useApiMutation(updatePerson, {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keyOf(listPeople, {}) }),
  });
  const isOff = person.disabledAt !== null;
  const change = isOff ? t('accounts.enable') : t('accounts.disable');
  return (
    <tr>
      <th scope="row" className={isOff ? classes.off : undefined}>
        {person.name}
        <small>
          <Code muted>{person.email}</Code>
        </small>
      </th>
      <td>
        {word.role(person.role)}
        {person.association && <small>{name(person.association)}</small>}
      </td>
      <td>
        {isOff && <strong>{t('accounts.disabled')}</strong>}
        {!isOff && (person.lastSeenAt ? relative(person.lastSeenAt) : t('accounts.neverSeen'))}
      </td>
      <td data-number>
        {person.id !== user.id && (
          <ConfirmButton
            label={change}
            button={{ size: 'xs', variant: 'default' }}
            title={t('accounts.changeTitle', { change, name: person.name })}
            message={isOff ? t('accounts.enableText') : t('accounts.disableText')}
            confirmLabel={change}
            danger={!isOff}
            onConfirm={() =>
              update.mutateAsync({ params: { personId: person.id }, body: { disabled: !isOff } })
            }
          />
        )}
      </td>
    </tr>
  );
}
