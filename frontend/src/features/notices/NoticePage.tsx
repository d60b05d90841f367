import { type Notice as NoticeOf, openNotice, readNotice } from '@qafila/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { call, useApiQuery } from '../../shared/api/index.ts';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Notice, PageHead, QueryView } from '../../shared/ui/index.ts';
import { useUser } from '../session/index.ts';
import { NoticeActions } from './NoticeActions.tsx';
import { NoticeText } from './NoticeText.tsx';
import { Recipients } from './Recipients.tsx';
import { Thread } from './Thread.tsx';
import { UrgentMark } from './UrgentMark.tsx';
import { readNoticesAgain } from './use-pages.ts';
import { useNoticeWords } from './useNoticeWords.ts';

/** One notice, with what became of it: `/notices/:noticeId`. */
export function NoticePage() {
  const { noticeId = '' } = useParams<{ noticeId: string }>();
  const query = useApiQuery(readNotice, { params: { noticeId } });
  useOpening(query.data);
  return <QueryView query={query}>{(notice) => <Shown key={notice.id} notice={notice} />}</QueryView>;
}

/** Seeing it on the screen is reading it. */
function useOpening(notice: NoticeOf | undefined): void {
  const id = notice?.isUnread ? notice.id : undefined;
  useEffect(
    function open() {
      if (id === undefined) return;
      call(openNotice, { params: { noticeId: id } }).then(readNoticesAgain, () => undefined);
    },
    [id],
  );
}

function Shown({ notice }: { notice: NoticeOf }) {
  const { t } = useTranslation('notices');
  const { fullDateTime } = useFormat();
  const user = useUser();
  const { titleOf, from } = useNoticeWords();
  const withOne = user.association ?? (notice.progress?.reached === 1 ? notice.association : null);
  return (
    <>
      <PageHead
        trail={<Link href="/notices">{t('title')}</Link>}
        title={<bdi>{titleOf(notice)}</bdi>}
        documentTitle={titleOf(notice)}
        meta={
          <>
            {notice.priority === 'urgent' && <UrgentMark />}
            <span>{from(notice)}</span>
            <time dateTime={notice.sentAt}>{fullDateTime(notice.sentAt)}</time>
          </>
        }
        actions={<NoticeActions notice={notice} />}
      />
      <Standings notice={notice} />
      <NoticeText notice={notice} />
      {withOne ? <Thread notice={notice} associationId={withOne.id} /> : <Recipients notice={notice} />}
    </>
  );
}

/** That it no longer stands, or that another one says it better. */
function Standings({ notice: { withdrawn, corrects, correctedBy } }: { notice: NoticeOf }) {
  const { t } = useTranslation('notices');
  const { fullDateTime } = useFormat();
  return (
    <>
      {withdrawn && (
        <Notice
          kind="refused"
          title={t('withdrawnBy', { name: isolated(withdrawn.byName), at: fullDateTime(withdrawn.at) })}
        >
          <bdi>{withdrawn.reason}</bdi>
        </Notice>
      )}
      {correctedBy && (
        <Notice kind="warning" title={t('corrected')}>
          <Link href={`/notices/${correctedBy}`}>{t('toCorrection')}</Link>
        </Notice>
      )}
      {corrects && (
        <Notice kind="info" title={t('correction')}>
          <Link href={`/notices/${corrects}`}>{t('toCorrected')}</Link>
        </Notice>
      )}
    </>
  );
}
