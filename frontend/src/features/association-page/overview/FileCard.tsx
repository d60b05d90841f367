import { countObligations, listFinancesOfAssociation, readPledgeStanding } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../../shared/api/index.ts';
import { useFormat } from '../../../shared/format/index.ts';
import { QueryView } from '../../../shared/ui/index.ts';
import type { OfAssociation } from '../of-association.ts';
import { Card, Facts } from './Card.tsx';

/** What it owes the directorate, and its last year of money. */
export const FileCard: OfAssociation = ({ associationId }) => {
  const { t } = useTranslation('association-page');
  const { number, pounds, digits } = useFormat();
  const counts = useApiQuery(countObligations, { query: { associationId } });
  const standing = useApiQuery(readPledgeStanding, { params: { associationId } });
  const years = useApiQuery(listFinancesOfAssociation, { params: { associationId } });
  const last = years.data?.find(({ state }) => state === 'accepted' || state === 'submitted');
  return (
    <Card title={t('overview.file')} href={`/associations/${associationId}/obligations`}>
      <QueryView query={counts}>
        {({ overdue, thisMonth, inReview, returned }) => (
          <Facts
            facts={[
              {
                key: 'overdue',
                label: t('overview.overdue'),
                value: number(overdue),
                glyph: overdue > 0 && 'incident',
              },
              { key: 'month', label: t('overview.dueThisMonth'), value: number(thisMonth) },
              { key: 'review', label: t('overview.inReview'), value: number(inReview) },
              {
                key: 'returned',
                label: t('overview.returned'),
                value: number(returned),
                glyph: returned > 0 && 'delayed',
              },
              {
                key: 'pledge',
                label: t('overview.mayPledge'),
                value: standing.data ? t(standing.data.mayPledge ? 'overview.yes' : 'overview.no') : '–',
                glyph: standing.data?.mayPledge === false && 'incident',
              },
              {
                key: 'money',
                label: last
                  ? t('overview.reserves', { year: digits(String(last.year)) })
                  : t('overview.noYear'),
                value: last ? pounds(last.figures.closingSyp) : '–',
              },
            ]}
          />
        )}
      </QueryView>
    </Card>
  );
};
