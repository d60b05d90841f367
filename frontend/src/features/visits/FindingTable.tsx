import { UnstyledButton } from '@mantine/core';
import type { Finding } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DataTable, StageTag } from '../../shared/ui/index.ts';
import classes from './FindingTable.module.css';
import { ResultTag } from './ResultTag.tsx';
import { useFindingText } from './use-texts.ts';

type FindingTableProps = {
  findings: readonly Finding[];
  isAssociationNamed?: boolean;
  /** Of one visit alone its code says nothing. */
  isVisitNamed?: boolean;
  onOpen: (findingId: string) => void;
};

export function FindingTable(props: FindingTableProps) {
  const { findings, isAssociationNamed = false, isVisitNamed = true, onOpen } = props;
  const { t } = useTranslation('visits');
  const { name } = useFormat();
  const textOf = useFindingText();
  return (
    <DataTable isStacked caption={t('findings.title')}>
      <thead>
        <tr>
          <th scope="col">{t('field.finding')}</th>
          <th scope="col">{t('field.severity')}</th>
          <th scope="col">{t('field.due')}</th>
          <th scope="col">{t('field.status')}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <tr key={finding.id}>
            <th scope="row">
              <span className={classes.finding}>
                <UnstyledButton className={classes.open} onClick={() => onOpen(finding.id)}>
                  <bdi>{textOf(finding).title}</bdi>
                </UnstyledButton>
                <small>
                  {isAssociationNamed && <span>{name(finding.association)}</span>}
                  {isVisitNamed && (
                    <Link href={`/visits/${finding.visit.id}`}>
                      <Code muted>{finding.visit.code}</Code>
                    </Link>
                  )}
                  <bdi>{textOf(finding).note}</bdi>
                </small>
              </span>
            </th>
            <td data-label={t('field.severity')}>
              <ResultTag result={finding.severity} />
            </td>
            <td data-label={t('field.due')}>
              <DueOn finding={finding} />
            </td>
            <td data-label={t('field.status')}>
              <StageTag of="finding" state={finding.status} framed={false} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function DueOn({ finding }: { finding: Finding }) {
  const { t } = useTranslation('visits');
  const { fullDate } = useFormat();
  return (
    <>
      <time dateTime={finding.dueOn}>{fullDate(finding.dueOn)}</time>
      {finding.isOverdue && <strong className={classes.overdue}>{t('findings.overdue')}</strong>}
    </>
  );
}
