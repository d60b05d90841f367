import { Button } from '@mantine/core';
import { listReferrals } from '@qafila/contract';
import { IconChartBar, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiPages } from '../../shared/api/index.ts';
import { EmptyNote, PageHead, Panel } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import { useCan } from '../session/index.ts';
import { Filters } from './Filters.tsx';
import { ReferralTable } from './ReferralTable.tsx';
import { Tallies } from './Tallies.tsx';
import { useFilters } from './use-filters.ts';

/** All cases, without the people: where each lies and for how long. */
export function Register() {
  const { t } = useTranslation('referrals');
  const can = useCan();
  const filters = useFilters();
  const query = useApiPages(listReferrals, { query: filters.query });
  return (
    <>
      <PageHead
        title={t('title')}
        meta={<span>{t('list.noPeople')}</span>}
        actions={
          <>
            {can('referral:figures') && (
              <Button
                variant="default"
                component={Link}
                href="/referrals/figures"
                leftSection={<IconChartBar size={16} aria-hidden="true" />}
              >
                {t('figures.title')}
              </Button>
            )}
            {can('referral:register') && (
              <Button
                component={Link}
                href="/referrals/new"
                leftSection={<IconPlus size={16} aria-hidden="true" />}
              >
                {t('new.title')}
              </Button>
            )}
          </>
        }
      />
      <Tallies filters={filters} />
      <Panel flush>
        <Filters filters={filters} />
        <PagesView
          query={query}
          empty={
            <EmptyNote title={t(filters.isNarrowed ? 'list.noneFound' : 'list.empty')}>
              {t(filters.isNarrowed ? 'list.noneFoundText' : 'list.emptyText')}
            </EmptyNote>
          }
        >
          {(referrals) => <ReferralTable referrals={referrals} />}
        </PagesView>
      </Panel>
    </>
  );
}
