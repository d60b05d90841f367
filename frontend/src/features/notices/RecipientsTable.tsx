import { Button } from '@mantine/core';
import type { NoticeDeed, NoticeThread } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable, StageGlyph } from '../../shared/ui/index.ts';
import { Contact } from './AlarmRows.tsx';
import classes from './Notices.module.css';
import { MailState } from './NoticeText.tsx';

type RecipientsTableProps = {
  threads: readonly NoticeThread[];
  inHand: string;
  onShow: (thread: NoticeThread) => void;
};

export function RecipientsTable({ threads, inHand, onShow }: RecipientsTableProps) {
  const { t } = useTranslation('notices');
  return (
    <DataTable isStacked caption={t('recipients')}>
      <thead>
        <tr>
          <th scope="col">{t('association')}</th>
          <th scope="col">{t('acknowledgement')}</th>
          <th scope="col">{t('opened')}</th>
          <th scope="col">{t('toCall')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {threads.map((thread) => (
          <Row
            key={thread.association.id}
            thread={thread}
            isInHand={thread.association.id === inHand}
            onShow={() => onShow(thread)}
          />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ thread, isInHand, onShow }: { thread: NoticeThread; isInHand: boolean; onShow: () => void }) {
  const { t } = useTranslation('notices');
  const { name, number } = useFormat();
  return (
    <tr>
      <th scope="row">
        {name(thread.association)}
        {thread.mail && thread.mail.failed > 0 && (
          <small className={classes.small}>
            <MailState mail={thread.mail} />
          </small>
        )}
      </th>
      <td data-label={t('acknowledgement')}>
        <Acknowledged thread={thread} />
      </td>
      <td data-label={t('opened')}>
        <Deed deed={thread.firstOpened} none={t('notOpened')} />
      </td>
      <td data-label={t('toCall')}>{thread.acknowledged ? '–' : <Contact contact={thread.contact} />}</td>
      <td>
        <Button size="xs" variant="default" aria-expanded={isInHand} onClick={onShow}>
          {thread.replyCount > 0 ? t('repliesCount', { number: number(thread.replyCount) }) : t('reply')}
        </Button>
      </td>
    </tr>
  );
}

function Acknowledged({ thread }: { thread: NoticeThread }) {
  const { t } = useTranslation('notices');
  if (thread.acknowledged) {
    return (
      <span className={classes.standing}>
        <StageGlyph glyph="settled" size={12} />
        <Deed deed={thread.acknowledged} none="" />
      </span>
    );
  }
  if (thread.isAlarm) {
    return (
      <span className={classes.alarm}>
        <StageGlyph glyph="incident" size={12} />
        {t('overdue')}
      </span>
    );
  }
  return <span className={classes.muted}>{t(thread.alarmClosed ? 'alarm.closed' : 'notAcknowledged')}</span>;
}

function Deed({ deed, none }: { deed: z.infer<typeof NoticeDeed> | null; none: string }) {
  const { dateTime } = useFormat();
  if (!deed) return <span className={classes.muted}>{none}</span>;
  return (
    <span>
      {deed.byName}
      <small className={classes.small}>
        <time dateTime={deed.at}>{dateTime(deed.at)}</time>
      </small>
    </span>
  );
}
