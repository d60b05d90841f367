import { readReferralLoad } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../../shared/api/index.ts';
import { useFormat } from '../../../shared/format/index.ts';
import { QueryView } from '../../../shared/ui/index.ts';
import type { OfAssociation } from '../of-association.ts';
import { Card, Facts } from './Card.tsx';

/** How many citizens it has in hand, and how soon it answers. */
export const ReferralsCard: OfAssociation = ({ associationId }) => {
  const { t } = useTranslation('association-page');
  const { number } = useFormat();
  const query = useApiQuery(readReferralLoad, { params: { associationId } });
  return (
    <Card title={t('overview.referrals')} href={`/associations/${associationId}/referrals`}>
      <QueryView query={query}>
        {(load) => (
          <Facts
            facts={[
              {
                key: 'waiting',
                label: t('overview.waiting'),
                value: number(load.byStatus.referred),
                glyph: load.byStatus.referred > 0 && 'delayed',
              },
              { key: 'open', label: t('overview.inHand'), value: number(load.open) },
              { key: 'due', label: t('overview.monthlyDue'), value: number(load.dueThisMonth) },
              {
                key: 'missed',
                label: t('overview.missed'),
                value: number(load.missedLastMonth),
                glyph: load.missedLastMonth > 0 && 'incident',
              },
              { key: 'helped', label: t('overview.helped'), value: number(load.byOutcome.helped) },
              {
                key: 'days',
                label: t('overview.days'),
                value: load.medianDaysToAccept === null ? '–' : number(load.medianDaysToAccept),
              },
            ]}
          />
        )}
      </QueryView>
    </Card>
  );
};
