import type { Obligation } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable } from '../../shared/ui/index.ts';
import { StandingTag } from './StandingTag.tsx';
import { useTypeName } from './use-type-name.ts';

type ObligationTableProps = {
  obligations: readonly Obligation[];
  caption: string;
  /** Left out where all are of one association. */
  withAssociation?: boolean;
};

/** What is owed, each with its day and how it stands. */
export function ObligationTable({ obligations, caption, withAssociation = false }: ObligationTableProps) {
  const { t } = useTranslation('obligations');
  return (
    <DataTable isStacked caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t('column.what')}</th>
          {withAssociation && <th scope="col">{t('column.association')}</th>}
          <th scope="col">{t('column.dueOn')}</th>
          <th scope="col">{t('column.standing')}</th>
        </tr>
      </thead>
      <tbody>
        {obligations.map((obligation) => (
          <Row key={obligation.id} obligation={obligation} withAssociation={withAssociation} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ obligation, withAssociation }: { obligation: Obligation; withAssociation: boolean }) {
  const { t } = useTranslation('obligations');
  const { name, fullDate } = useFormat();
  const typeName = useTypeName();
  return (
    <tr>
      <th scope="row">
        <Link href={`/obligations/${obligation.id}`}>{typeName(obligation)}</Link>
        {obligation.type.blocksPledges && obligation.standing === 'overdue' && <small>{t('blocks')}</small>}
      </th>
      {withAssociation && (
        <td data-label={t('column.association')}>
          <Link href={`/associations/${obligation.association.id}/obligations`}>
            {name(obligation.association)}
          </Link>
        </td>
      )}
      <td data-label={t('column.dueOn')}>{fullDate(obligation.dueOn)}</td>
      <td data-label={t('column.standing')}>
        <StandingTag obligation={obligation} />
      </td>
    </tr>
  );
}
