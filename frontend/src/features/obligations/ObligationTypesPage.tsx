import { Button } from '@mantine/core';
import { listObligationTypes, type ObligationType } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable, EditCell, EditHead, PageHead, Panel, QueryView } from '../../shared/ui/index.ts';
import { TypeDialog } from './TypeDialog.tsx';
import { useScheduleText } from './use-schedule-text.ts';

/** What associations owe, and when: `/obligations/rules`. */
export function ObligationTypesPage() {
  const { t } = useTranslation('obligations');
  const query = useApiQuery(listObligationTypes, {});
  const [edited, setEdited] = useState<ObligationType | 'new' | undefined>(undefined);
  const current = edited === 'new' ? undefined : query.data?.find(({ id }) => id === edited?.id);
  return (
    <>
      <PageHead
        trail={<Link href="/obligations">{t('title')}</Link>}
        title={t('rules.title')}
        actions={<Button onClick={() => setEdited('new')}>{t('rules.new')}</Button>}
      />
      <Panel flush title={t('rules.all')} note={t('rules.note')}>
        <QueryView query={query}>{(types) => <TypesTable types={types} onEdit={setEdited} />}</QueryView>
      </Panel>
      {edited !== undefined && <TypeDialog type={current} onClose={() => setEdited(undefined)} />}
    </>
  );
}

type TypesTableProps = { types: readonly ObligationType[]; onEdit: (type: ObligationType) => void };

function TypesTable({ types, onEdit }: TypesTableProps) {
  const { t } = useTranslation('obligations');
  const { name, otherName } = useFormat();
  const scheduleText = useScheduleText();
  return (
    <DataTable isStacked caption={t('rules.title')}>
      <thead>
        <tr>
          <th scope="col">{t('column.what')}</th>
          <th scope="col">{t('rules.when')}</th>
          <th scope="col">{t('rules.graceDays')}</th>
          <th scope="col">{t('rules.effect')}</th>
          <EditHead />
        </tr>
      </thead>
      <tbody>
        {types.map((type) => (
          <tr key={type.id}>
            <th scope="row">
              {name(type)} <small>{otherName(type)}</small>
            </th>
            <td data-label={t('rules.when')}>{scheduleText(type.schedule)}</td>
            <td data-label={t('rules.graceDays')}>{t('rules.days', { count: type.graceDays })}</td>
            <td data-label={t('rules.effect')}>
              {t(type.blocksPledges ? 'rules.blocks' : 'rules.blocksNothing')}
              {!type.isActive && <small>{t('rules.inactive')}</small>}
            </td>
            <EditCell label={t('rules.edit', { name: name(type) })} onEdit={() => onEdit(type)} />
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
