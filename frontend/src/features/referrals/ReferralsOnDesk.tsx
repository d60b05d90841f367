import { Button } from '@mantine/core';
import { readReferralLoad } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Panel, QueryView } from '../../shared/ui/index.ts';
import { KeyFigures } from '../../shared/ui/records/index.ts';

/** On an association's desk: how many citizens wait for its word or its help. */
export function ReferralsOnDesk({ associationId }: { associationId: string }) {
  const { t } = useTranslation('referrals');
  const { number } = useFormat();
  const query = useApiQuery(readReferralLoad, { params: { associationId } });
  return (
    <Panel
      title={t('desk.title')}
      aside={
        <Button variant="subtle" size="compact-sm" component={Link} href="/referrals">
          {t('desk.all')}
        </Button>
      }
    >
      <QueryView query={query}>
        {(load) => (
          <KeyFigures
            figures={[
              { key: 'waiting', label: t('desk.waiting'), value: number(load.byStatus.referred) },
              { key: 'due', label: t('desk.due'), value: number(load.dueThisMonth) },
              { key: 'missed', label: t('desk.missed'), value: number(load.missedLastMonth) },
              { key: 'open', label: t('desk.open'), value: number(load.open) },
            ]}
          />
        )}
      </QueryView>
    </Panel>
  );
}
