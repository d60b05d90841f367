import { Button } from '@mantine/core';
import { type Activity, listActivity } from '@qafila/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call, keyOf } from '../../shared/api/index.ts';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import { groupsOf } from '../../shared/lists/index.ts';
import { EmptyNote, ErrorState, LoadingState, Panel } from '../../shared/ui/index.ts';
import { ActivityRow } from './ActivityRow.tsx';
import classes from './ActivityTab.module.css';
import type { CampaignInView } from './tabs.ts';

/** What happened: who, when, from what to what, and why. Older pages are read when asked for. */
export function ActivityTab({ campaign }: CampaignInView) {
  const { t } = useTranslation('campaigns');
  const params = { campaignId: campaign.id };
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(listActivity, { params }), 'pages'],
    queryFn: ({ pageParam }) =>
      call(listActivity, { params, query: pageParam === undefined ? {} : { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const entries = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel flush title={t('activity.title')} note={t('activity.note')}>
      {pages.isPending && <LoadingState rows={8} />}
      {pages.error && <ErrorState error={pages.error} onRetry={pages.refetch} />}
      {pages.data && entries.length === 0 && (
        <EmptyNote title={t('activity.empty')}>{t('activity.emptyText')}</EmptyNote>
      )}
      <Days entries={entries} />
      {pages.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('activity.more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function Days({ entries }: { entries: readonly Activity[] }) {
  const { longDate } = useFormat();
  return groupsOf(entries, (entry) => calendarDay(entry.at)).map((ofDay) => (
    <section key={calendarDay(ofDay[0].at)}>
      <h3 className={classes.day}>{longDate(ofDay[0].at)}</h3>
      <ol className={classes.entries}>
        {ofDay.map((entry) => (
          <ActivityRow key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  ));
}
