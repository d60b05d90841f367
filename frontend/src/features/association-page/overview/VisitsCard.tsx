import { FindingSeverity, LIMITS, listFindings, listVisits } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../../shared/api/index.ts';
import { useFormat } from '../../../shared/format/index.ts';
import { QueryView } from '../../../shared/ui/index.ts';
import type { OfAssociation } from '../of-association.ts';
import { Card, Facts } from './Card.tsx';

/** When it was visited and will be, and what is still open from that. */
export const VisitsCard: OfAssociation = ({ associationId }) => {
  const { t } = useTranslation('association-page');
  const { number, date } = useFormat();
  const finished = useApiQuery(listVisits, { query: { associationId, state: 'finished', limit: 1 } });
  const upcoming = useApiQuery(listVisits, { query: { associationId, state: 'upcoming', limit: 1 } });
  const findings = useApiQuery(listFindings, {
    query: { associationId, state: 'pending', limit: LIMITS.pageSizeMax },
  });
  const [last] = finished.data?.items ?? [];
  const [next] = upcoming.data?.items ?? [];
  return (
    <Card title={t('overview.visits')} href={`/associations/${associationId}/visits`}>
      <QueryView query={findings}>
        {({ items }) => {
          const overdue = items.filter(({ isOverdue }) => isOverdue).length;
          return (
            <Facts
              facts={[
                {
                  key: 'last',
                  label: t('overview.lastVisit'),
                  value: last ? date(last.finishedAt ?? last.plannedFor) : t('overview.never'),
                },
                { key: 'next', label: t('overview.nextVisit'), value: next ? date(next.plannedFor) : '–' },
                ...FindingSeverity.options.toReversed().map((severity) => ({
                  key: severity,
                  label: t(`overview.finding.${severity}`),
                  value: number(items.filter((it) => it.severity === severity).length),
                })),
                {
                  key: 'overdue',
                  label: t('overview.overdueFindings'),
                  value: number(overdue),
                  glyph: overdue > 0 && 'incident',
                },
              ]}
            />
          );
        }}
      </QueryView>
    </Card>
  );
};
