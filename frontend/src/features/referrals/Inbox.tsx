import { SegmentedControl } from '@mantine/core';
import { listReferralDues, listReferrals, readReferralSummary } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiPages, useApiQuery } from '../../shared/api/index.ts';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import { EmptyNote, PageHead, Panel, useNow, useUrlState } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import { DueRows } from './DueRows.tsx';
import { InboxRows } from './InboxRows.tsx';

type View = 'now' | 'closed' | 'declined';

/** An association's own cases: those that wait for its answer first. */
export function Inbox({ associationId }: { associationId: string }) {
  const { t } = useTranslation('referrals');
  const [view, setView] = useUrlState<View>('view', 'now');
  return (
    <>
      <PageHead
        title={t('inbox.title')}
        actions={
          <SegmentedControl
            aria-label={t('inbox.view')}
            data={(['now', 'closed', 'declined'] as const).map((value) => ({
              value,
              label: t(`inbox.views.${value}`),
            }))}
            value={view}
            onChange={(value) => setView(value as View)}
          />
        }
      />
      {view === 'now' ? (
        <>
          <Section status="referred" />
          <DueSection associationId={associationId} />
          <Section status="accepted" />
          <Section status="in_progress" />
        </>
      ) : (
        <Section status={view} />
      )}
    </>
  );
}

type SectionProps = { status: 'referred' | 'accepted' | 'in_progress' | 'closed' | 'declined' };

function Section({ status }: SectionProps) {
  const { t } = useTranslation('referrals');
  const { number } = useFormat();
  const query = useApiPages(listReferrals, { query: { status } });
  const summary = useApiQuery(readReferralSummary, {});
  // What is over is not counted: it only grows.
  const count = status === 'closed' ? undefined : summary.data?.all[status];
  // What has not begun is no heading of its own while there is none.
  if (status === 'accepted' && count === 0) return null;
  return (
    <Panel
      flush
      title={t(`inbox.section.${status}`)}
      note={count !== undefined && status !== 'declined' && number(count)}
    >
      <PagesView
        query={query}
        empty={<EmptyNote title={t(`inbox.empty.${status}`)}>{t(`inbox.emptyText.${status}`)}</EmptyNote>}
      >
        {(referrals) => <InboxRows referrals={referrals} />}
      </PagesView>
    </Panel>
  );
}

function DueSection({ associationId }: { associationId: string }) {
  const { t } = useTranslation('referrals');
  const { month: monthName, number } = useFormat();
  const month = calendarDay(useNow()).slice(0, 7);
  const query = useApiPages(listReferralDues, { query: { associationId, month, status: 'due' } });
  const summary = useApiQuery(readReferralSummary, {});
  return (
    <Panel
      flush
      title={t('due.title')}
      note={monthName(month)}
      aside={
        summary.data && (
          <span>
            {t('due.given', {
              count: summary.data.givenThisMonth,
              given: number(summary.data.givenThisMonth),
            })}
          </span>
        )
      }
    >
      <PagesView query={query} empty={<EmptyNote title={t('due.none')}>{t('due.noneText')}</EmptyNote>}>
        {(dues) => <DueRows dues={dues} />}
      </PagesView>
    </Panel>
  );
}
