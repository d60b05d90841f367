import { Button, Select } from '@mantine/core';
import { REFERRAL_FIGURE_TABLE, readReferralFigures, shiftMonth } from '@qafila/contract';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import { PageHead, QueryView, useNow, useUrlState } from '../../shared/ui/index.ts';
import { useGovernorateChoices } from '../sites/index.ts';
import { TableActions } from '../tables/index.ts';
import classes from './Figures.module.css';
import { Figures } from './Figures.tsx';
import { useAssociationChoices } from './use-association-choices.ts';

/** How far back it looks, in months. */
const SPANS = ['12', '24', '36', '60'] as const;

/** `/referrals/figures`: what was asked for and what came of it, counted; to print. */
export function FiguresPage() {
  const { t } = useTranslation('referrals');
  const { month: monthName, fullDateTime } = useFormat();
  const now = useNow();
  const [span, setSpan] = useUrlState<(typeof SPANS)[number]>('months', '12');
  const [governorateCode, setGovernorate] = useUrlState('governorate', '');
  const [associationId, setAssociation] = useUrlState('association', '');
  const governorates = useGovernorateChoices();
  const associations = useAssociationChoices();
  const to = calendarDay(now).slice(0, 7);
  const from = shiftMonth(to, 1 - Number(span));
  const query = useApiQuery(readReferralFigures, {
    query: {
      from,
      to,
      ...(governorateCode !== '' && { governorateCode: governorateCode as 'SY01' }),
      ...(associationId !== '' && { associationId }),
    },
  });
  return (
    <>
      <PageHead
        trail={<Link href="/referrals">{t('title')}</Link>}
        title={t('figures.title')}
        meta={<span>{t('figures.span', { from: monthName(from), to: monthName(to) })}</span>}
        actions={
          <div className={classes.actions}>
            <TableActions {...REFERRAL_FIGURE_TABLE} />
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden="true" />}
              onClick={() => window.print()}
            >
              {t('action.print')}
            </Button>
          </div>
        }
      />
      <div className={classes.filters}>
        <Select
          aria-label={t('figures.months')}
          allowDeselect={false}
          data={SPANS.map((value) => ({ value, label: t('figures.last', { count: Number(value) }) }))}
          value={span}
          onChange={(value) => setSpan(value as (typeof SPANS)[number])}
        />
        <Select
          aria-label={t('filter.governorate')}
          placeholder={t('filter.governorate')}
          clearable
          searchable
          data={governorates}
          value={governorateCode || null}
          onChange={setGovernorate}
        />
        <Select
          aria-label={t('filter.association')}
          placeholder={t('filter.association')}
          clearable
          searchable
          data={associations}
          value={associationId || null}
          onChange={setAssociation}
        />
      </div>
      <QueryView query={query}>{(figures) => <Figures figures={figures} />}</QueryView>
      <p className={classes.asOf}>
        {t('figures.asOf', { time: fullDateTime(now) })}
        {query.data && query.data.pastCount > 0 && ` ${t('figures.past', { count: query.data.pastCount })}`}
      </p>
    </>
  );
}
