import { Button, SegmentedControl } from '@mantine/core';
import { listPledgeOverrides, type PledgeOverride, revokePledgeOverride } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { invalidateWork, queryClient, useApiMutation, useApiPages } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { ConfirmButton, DataTable, EmptyNote, PageHead, Panel, useUrlState } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import { GrantDialog } from './GrantDialog.tsx';

const STATES = ['in_force', 'all'] as const;
type State = (typeof STATES)[number];

/** Associations that may pledge although something is overdue: `/obligations/overrides`. */
export function PledgeOverridesPage() {
  const { t } = useTranslation('obligations');
  const [state, setState] = useUrlState<State>('state', 'in_force');
  const [isGranting, setGranting] = useState(false);
  const pages = useApiPages(listPledgeOverrides, { query: { state } });
  return (
    <>
      <PageHead
        trail={<Link href="/obligations">{t('title')}</Link>}
        title={t('overrides.title')}
        actions={<Button onClick={() => setGranting(true)}>{t('overrides.grant')}</Button>}
      />
      <Panel
        flush
        title={t(`overrides.state.${state}`)}
        aside={
          <SegmentedControl
            size="xs"
            aria-label={t('overrides.which')}
            value={state}
            onChange={(value) => setState(value as State)}
            data={STATES.map((value) => ({ value, label: t(`overrides.state.${value}`) }))}
          />
        }
      >
        <PagesView
          query={pages}
          empty={<EmptyNote title={t('overrides.none')}>{t('overrides.noneText')}</EmptyNote>}
        >
          {(overrides) => <OverridesTable overrides={overrides} />}
        </PagesView>
      </Panel>
      {isGranting && <GrantDialog onClose={() => setGranting(false)} />}
    </>
  );
}

function OverridesTable({ overrides }: { overrides: readonly PledgeOverride[] }) {
  const { t } = useTranslation('obligations');
  return (
    <DataTable isStacked caption={t('overrides.title')}>
      <thead>
        <tr>
          <th scope="col">{t('column.association')}</th>
          <th scope="col">{t('form.reason')}</th>
          <th scope="col">{t('overrides.endsOn')}</th>
          <th scope="col">{t('overrides.by')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('overrides.revoke')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {overrides.map((override) => (
          <OverrideRow key={override.id} override={override} />
        ))}
      </tbody>
    </DataTable>
  );
}

function OverrideRow({ override }: { override: PledgeOverride }) {
  const { t } = useTranslation('obligations');
  const { name, fullDate } = useFormat();
  const { mutateAsync } = useApiMutation(revokePledgeOverride);
  const { id, association, revoked } = override;
  return (
    <tr>
      <th scope="row">
        <Link href={`/associations/${association.id}/obligations`}>{name(association)}</Link>
      </th>
      <td data-label={t('form.reason')}>
        <bdi>{override.reason}</bdi>
        {revoked && (
          <small>
            {t('overrides.revoked', {
              by: revoked.byName,
              date: fullDate(revoked.at),
              reason: revoked.reason,
            })}
          </small>
        )}
      </td>
      <td data-label={t('overrides.endsOn')}>{fullDate(override.endsOn)}</td>
      <td data-label={t('overrides.by')}>
        {override.grantedByName} <small>{fullDate(override.grantedAt)}</small>
      </td>
      <td>
        {override.isInForce && (
          <ConfirmButton
            label={t('overrides.revoke')}
            title={t('overrides.revokeTitle')}
            confirmLabel={t('overrides.revoke')}
            button={{ variant: 'default', size: 'xs' }}
            danger
            reason="required"
            onConfirm={async (reason) => {
              await mutateAsync({ params: { overrideId: id }, body: { reason } });
              await invalidateWork(queryClient, ['obligations']);
            }}
          />
        )}
      </td>
    </tr>
  );
}
