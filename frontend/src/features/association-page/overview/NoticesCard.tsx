import { LIMITS, listNotices } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../../shared/api/index.ts';
import { useFormat } from '../../../shared/format/index.ts';
import { QueryView } from '../../../shared/ui/index.ts';
import type { OfAssociation } from '../of-association.ts';
import { Card, Facts } from './Card.tsx';

/** What it was told and has not acknowledged. */
export const NoticesCard: OfAssociation = ({ associationId }) => {
  const { t } = useTranslation('association-page');
  const { number, when } = useFormat();
  const newest = useApiQuery(listNotices, { query: { associationId, limit: 1 } });
  const waiting = useApiQuery(listNotices, {
    query: { associationId, state: 'unacknowledged', limit: LIMITS.pageSizeMax },
  });
  const [last] = newest.data?.items ?? [];
  return (
    <Card title={t('overview.notices')} href={`/associations/${associationId}/notices`}>
      <QueryView query={waiting}>
        {({ items }) => {
          const urgent = items.filter(({ priority }) => priority === 'urgent').length;
          const written = items.filter((it) => it.priority === 'normal' && it.origin !== 'system').length;
          return (
            <Facts
              facts={[
                {
                  key: 'urgent',
                  label: t('overview.urgentWaiting'),
                  value: number(urgent),
                  glyph: urgent > 0 && 'incident',
                },
                {
                  key: 'waiting',
                  label: t('overview.normalWaiting'),
                  value: number(written),
                },
                { key: 'last', label: t('overview.lastNotice'), value: last ? when(last.lastAt) : '–' },
              ]}
            />
          );
        }}
      </QueryView>
    </Card>
  );
};
