import { type HazardFeed, readHazardFeed } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Notice } from '../../shared/ui/index.ts';
import classes from './FeedNote.module.css';

const EVERY_MS = 60_000;

/** Whether fire points come by themselves, and how the last time went. */
export function FeedNote({ now }: { now: Date }) {
  const { t } = useTranslation('hazards');
  const { data } = useApiQuery(readHazardFeed, {}, { refetchIntervalMs: EVERY_MS });
  const { relative } = useFormat();
  if (!data) return null;
  if (!data.isConfigured) return <p className={classes.note}>{t('feed.off')}</p>;
  if (data.failure) return <Failure feed={data} now={now} />;
  return (
    <p className={classes.note}>
      {data.lastAnsweredAt
        ? t('feed.answered', { count: data.added, when: relative(data.lastAnsweredAt, now) })
        : t('feed.waiting')}
    </p>
  );
}

function Failure({ feed, now }: { feed: HazardFeed; now: Date }) {
  const { t } = useTranslation('hazards');
  const { relative } = useFormat();
  return (
    <Notice kind="warning" title={t(`feed.failure.${feed.failure}`)}>
      {feed.lastAnsweredAt
        ? t('feed.lastAnswer', { when: relative(feed.lastAnsweredAt, now) })
        : t('feed.neverAnswered')}
    </Notice>
  );
}
