import { readPortfolio } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../../shared/api/index.ts';
import { useFormat } from '../../../shared/format/index.ts';
import { QueryView } from '../../../shared/ui/index.ts';
import type { OfAssociation } from '../of-association.ts';
import { Card, Facts } from './Card.tsx';

/** What its projects earn, and for whom. */
export const ProjectsCard: OfAssociation = ({ associationId }) => {
  const { t } = useTranslation('association-page');
  const { number, pounds } = useFormat();
  const query = useApiQuery(readPortfolio, { query: { associationId } });
  return (
    <Card title={t('overview.projects')} href={`/associations/${associationId}/projects`}>
      <QueryView query={query}>
        {(portfolio) => (
          <Facts
            facts={[
              {
                key: 'running',
                label: t('overview.running'),
                value: number(portfolio.statusCounts['running'] ?? 0),
              },
              {
                key: 'net',
                label: t('overview.yearNet'),
                value: pounds(portfolio.yearIncomeSyp - portfolio.yearCostSyp),
              },
              { key: 'jobs', label: t('overview.jobs'), value: number(portfolio.jobs) },
              { key: 'families', label: t('overview.families'), value: number(portfolio.families) },
              {
                key: 'missing',
                label: t('overview.missingMonths'),
                value: number(portfolio.missingCount),
                glyph: portfolio.missingCount > 0 && 'delayed',
              },
            ]}
          />
        )}
      </QueryView>
    </Card>
  );
};
