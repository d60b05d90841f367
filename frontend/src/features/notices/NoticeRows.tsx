import type { NoticeSummary } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { useNow } from '../../shared/ui/index.ts';
import classes from './Notices.module.css';
import { Standing } from './Standing.tsx';
import { UrgentMark } from './UrgentMark.tsx';
import { useNoticeWords } from './useNoticeWords.ts';

type NoticeRowsProps = {
  notices: readonly NoticeSummary[];
  /** All with one association: each says how it stands with that one. */
  isOfOne?: boolean;
};

/** Unread is bold and dotted; urgent has its mark. */
export function NoticeRows({ notices, isOfOne = false }: NoticeRowsProps) {
  return (
    <ul className={classes.rows}>
      {notices.map((notice) => (
        <Row key={notice.id} notice={isOfOne ? { ...notice, progress: null } : notice} />
      ))}
    </ul>
  );
}

function Row({ notice }: { notice: NoticeSummary }) {
  const { t } = useTranslation('notices');
  const { when } = useFormat();
  const now = useNow();
  const { titleOf, from, audience } = useNoticeWords();
  return (
    <li
      className={classes.row}
      data-unread={notice.isUnread || undefined}
      data-urgent={notice.priority === 'urgent' || undefined}
    >
      <div className={classes.line}>
        <Link href={`/notices/${notice.id}`} className={classes.title}>
          <bdi>{titleOf(notice)}</bdi>
        </Link>
        {notice.isUnread && <span className="visually-hidden">{t('unread')}</span>}
        {notice.priority === 'urgent' && <UrgentMark />}
        <time className={classes.when} dateTime={notice.lastAt}>
          {when(notice.lastAt, now)}
        </time>
      </div>
      <div className={classes.under}>
        <span>
          {notice.origin === 'directorate'
            ? t('fromTo', { from: from(notice), to: audience(notice.audience, notice.association) })
            : from(notice)}
        </span>
        <Standing notice={notice} />
      </div>
    </li>
  );
}
