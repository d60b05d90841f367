import { Button } from '@mantine/core';
import { VISIT_EVERY_MONTHS, type VisitedAssociation } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable, EmptyNote, FilterBar, Panel, useUrlState } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { MonthsSelect } from './MonthsSelect.tsx';
import { monthsIn } from './months.ts';
import { ResultTag } from './ResultTag.tsx';
import { useNotVisited } from './use-pages.ts';

/** Associations that nobody has visited for so many months; those never visited first. */
export function NotVisitedView() {
  const { t } = useTranslation('visits');
  const [text, setText] = useUrlState('months', String(VISIT_EVERY_MONTHS));
  const months = monthsIn(text);
  const pages = useNotVisited({ months });
  const counts = pages.data?.pages[0];
  return (
    <Panel
      flush
      title={t('overdue.title', { count: months })}
      note={counts && t('overdue.counts', { total: counts.total, never: counts.neverVisited })}
    >
      <FilterBar>
        <MonthsSelect months={months} onChange={setText} />
      </FilterBar>
      <PagesView
        query={pages}
        empty={<EmptyNote title={t('overdue.none')}>{t('overdue.noneText')}</EmptyNote>}
      >
        {(associations) => <AssociationsTable associations={associations} />}
      </PagesView>
    </Panel>
  );
}

function AssociationsTable({ associations }: { associations: readonly VisitedAssociation[] }) {
  const { t } = useTranslation('visits');
  return (
    <DataTable isStacked caption={t('view.overdue')}>
      <thead>
        <tr>
          <th scope="col">{t('field.association')}</th>
          <th scope="col">{t('field.governorate')}</th>
          <th scope="col">{t('field.last')}</th>
          <th scope="col">{t('field.next')}</th>
        </tr>
      </thead>
      <tbody>
        {associations.map((it) => (
          <Row key={it.association.id} visited={it} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ visited: { association, governorateCode, last, next } }: { visited: VisitedAssociation }) {
  const { t } = useTranslation('visits');
  const { name, fullDate } = useFormat();
  const governorateOf = useGovernorateName();
  return (
    <tr>
      <th scope="row">
        <Link href={`/associations/${association.id}/visits`}>{name(association)}</Link>
      </th>
      <td data-label={t('field.governorate')}>{governorateOf(governorateCode)}</td>
      <td data-label={t('field.last')}>
        {last ? (
          <>
            <Link href={`/visits/${last.id}`}>{fullDate(last.at)}</Link> <ResultTag result={last.result} />
          </>
        ) : (
          <strong>{t('never')}</strong>
        )}
      </td>
      <td data-label={t('field.next')}>
        {next ? (
          <Link href={`/visits/${next.id}`}>{fullDate(next.at)}</Link>
        ) : (
          <Button
            component={Link}
            href={`/visits/new?association=${association.id}`}
            size="compact-sm"
            variant="light"
          >
            {t('plan.label')}
          </Button>
        )}
      </td>
    </tr>
  );
}
