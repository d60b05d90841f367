import { listReferrals, readReferralLoad } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiPages, useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { EmptyNote, Panel, QueryView } from '../../shared/ui/index.ts';
import { KeyFigures, PagesView } from '../../shared/ui/records/index.ts';
import { ReferralTable } from './ReferralTable.tsx';

/** What an association has in hand and what came of it; cases without the people. */
export function ReferralsOfAssociation({ associationId }: { associationId: string }) {
  const { t } = useTranslation('referrals');
  const query = useApiPages(listReferrals, { query: { associationId } });
  return (
    <>
      <Load associationId={associationId} />
      <Panel flush title={t('title')} note={t('list.noPeople')}>
        <PagesView
          query={query}
          empty={<EmptyNote title={t('list.emptyOf')}>{t('list.emptyOfText')}</EmptyNote>}
        >
          {(referrals) => <ReferralTable referrals={referrals} isAssociationNamed={false} />}
        </PagesView>
      </Panel>
    </>
  );
}

function Load({ associationId }: { associationId: string }) {
  const { t } = useTranslation('referrals');
  const { number } = useFormat();
  const query = useApiQuery(readReferralLoad, { params: { associationId } });
  return (
    <QueryView query={query}>
      {(load) => (
        <KeyFigures
          figures={[
            {
              key: 'open',
              label: t('load.inHand'),
              value: number(load.open),
              note: t('load.waiting', { count: load.byStatus.referred }),
            },
            {
              key: 'due',
              label: t('load.dueNow'),
              value: number(load.dueThisMonth),
              note: load.missedLastMonth > 0 && t('tally.missed', { count: load.missedLastMonth }),
            },
            {
              key: 'helped',
              label: t('load.helped'),
              value: number(load.byOutcome.helped),
              note: t('load.ended', { count: load.byStatus.closed }),
            },
            { key: 'declined', label: t('load.declined'), value: number(load.declined) },
            {
              key: 'days',
              label: t('load.days'),
              value: load.medianDaysToAccept === null ? '–' : number(load.medianDaysToAccept),
            },
            { key: 'cash', label: t('load.cash'), value: number(load.amountSyp) },
          ]}
        />
      )}
    </QueryView>
  );
}
