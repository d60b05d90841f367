import type { VisitSummary } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DataTable, StageTag } from '../../shared/ui/index.ts';
import { ResultTag } from './ResultTag.tsx';
import { useVisitorNames } from './use-texts.ts';
import classes from './VisitTable.module.css';

type VisitTableProps = {
  visits: readonly VisitSummary[];
  /** Left out where all are of one. */
  isAssociationNamed?: boolean;
};

export function VisitTable({ visits, isAssociationNamed = true }: VisitTableProps) {
  const { t } = useTranslation('visits');
  return (
    <DataTable isStacked caption={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t(isAssociationNamed ? 'field.association' : 'field.visit')}</th>
          <th scope="col">{t('field.when')}</th>
          <th scope="col">{t('field.status')}</th>
          <th scope="col">{t('field.visitors')}</th>
          <th scope="col">{t('field.findings')}</th>
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => (
          <Row key={visit.id} visit={visit} isAssociationNamed={isAssociationNamed} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ visit, isAssociationNamed }: { visit: VisitSummary; isAssociationNamed: boolean }) {
  const { t } = useTranslation('visits');
  const { name, fullDate, time } = useFormat();
  const visitorNames = useVisitorNames();
  const at = visit.finishedAt ?? visit.plannedFor;
  return (
    <tr>
      <th scope="row">
        <span className={classes.visit}>
          <Link href={`/visits/${visit.id}`}>
            <bdi>{isAssociationNamed ? name(visit.association) : visit.purpose}</bdi>
          </Link>
          <small>
            <Code muted>{visit.code}</Code>
            {isAssociationNamed && <bdi className={classes.purpose}>{visit.purpose}</bdi>}
          </small>
        </span>
      </th>
      <td data-label={t('field.when')}>
        <time dateTime={at}>{fullDate(at)}</time> <span className={classes.time}>{time(at)}</span>
      </td>
      <td data-label={t('field.status')}>
        {visit.result ? (
          <ResultTag result={visit.result} />
        ) : (
          <StageTag of="visit" state={visit.status} framed={false} />
        )}
      </td>
      <td data-label={t('field.visitors')}>{visitorNames(visit)}</td>
      <td data-label={t('field.findings')}>
        <FindingCount visit={visit} />
      </td>
    </tr>
  );
}

function FindingCount({ visit }: { visit: VisitSummary }) {
  const { t } = useTranslation('visits');
  if (visit.findingCount === 0) return <span className={classes.none}>–</span>;
  return (
    <>
      {t('findings.count', { count: visit.findingCount })}
      {visit.pendingCount > 0 && (
        <small className={classes.pending}>{t('findings.pending', { count: visit.pendingCount })}</small>
      )}
    </>
  );
}
