import { OPEN_REFERRAL_STATUSES, readReferralSummary } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { StageTag } from '../../shared/ui/index.ts';
import classes from './Tallies.module.css';
import type { Filtering } from './use-filters.ts';

/** How many cases lie where, each a way into the list; and how this month's aid stands. */
export function Tallies({ filters }: { filters: Filtering }) {
  const { t } = useTranslation('referrals');
  const { number } = useFormat();
  const { data } = useApiQuery(readReferralSummary, {});
  const isMine = filters.mine.value === 'yes';
  const counts = isMine ? data?.mine : data?.all;
  return (
    <ul className={classes.tallies} aria-label={t('tally.title')}>
      {OPEN_REFERRAL_STATUSES.map((status) => (
        <li key={status}>
          <Link
            href={`/referrals?status=${status}${isMine ? '&mine=yes' : ''}`}
            aria-current={filters.status.value === status ? 'true' : undefined}
          >
            <StageTag of="referral" state={status} framed={false} />
            <b>{counts ? number(counts[status]) : '–'}</b>
          </Link>
        </li>
      ))}
      <li className={classes.month}>
        <span>{t('tally.month')}</span>
        <b>
          {data
            ? t('tally.given', { given: data.givenThisMonth, due: data.givenThisMonth + data.dueThisMonth })
            : '–'}
        </b>
        {data && data.missedLastMonth > 0 && (
          <small>{t('tally.missed', { count: data.missedLastMonth })}</small>
        )}
      </li>
    </ul>
  );
}
