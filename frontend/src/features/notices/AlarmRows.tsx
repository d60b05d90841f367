import { Button } from '@mantine/core';
import type { NoticeAlarm } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable, PhoneNumber, useNow } from '../../shared/ui/index.ts';
import { CloseAlarmDialog } from './CloseAlarmDialog.tsx';
import classes from './Notices.module.css';
import { useNoticeWords } from './useNoticeWords.ts';

/** Who let an urgent notice lie, whom to call there, and for how long. */
export function AlarmRows({ alarms }: { alarms: readonly NoticeAlarm[] }) {
  const { t } = useTranslation('notices');
  const [closing, setClosing] = useState<NoticeAlarm['thread'] | null>(null);
  return (
    <>
      <DataTable isStacked caption={t('box.alarms')}>
        <thead>
          <tr>
            <th scope="col">{t('association')}</th>
            <th scope="col">{t('notice')}</th>
            <th scope="col">{t('toCall')}</th>
            <th scope="col">{t('waitsFor')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {alarms.map((alarm) => (
            <AlarmRow
              key={alarm.thread.noticeId + alarm.thread.association.id}
              alarm={alarm}
              onClose={() => setClosing(alarm.thread)}
            />
          ))}
        </tbody>
      </DataTable>
      {closing && <CloseAlarmDialog thread={closing} onClose={() => setClosing(null)} />}
    </>
  );
}

function AlarmRow({ alarm: { thread, notice }, onClose }: { alarm: NoticeAlarm; onClose: () => void }) {
  const { t } = useTranslation('notices');
  const { name, relative } = useFormat();
  const now = useNow();
  const { titleOf } = useNoticeWords();
  return (
    <tr>
      <th scope="row">{name(thread.association)}</th>
      <td data-label={t('notice')}>
        <Link href={`/notices/${notice.id}`}>
          <bdi>{titleOf(notice)}</bdi>
        </Link>
        {notice.origin === 'association' && <small className={classes.small}>{t('waitsForUs')}</small>}
      </td>
      <td data-label={t('toCall')}>
        <Contact contact={thread.contact} />
      </td>
      <td data-label={t('waitsFor')}>{relative(notice.sentAt, now)}</td>
      <td>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('alarm.close')}
        </Button>
      </td>
    </tr>
  );
}

export function Contact({ contact }: Pick<NoticeAlarm['thread'], 'contact'>) {
  const { t } = useTranslation('notices');
  if (!contact?.phone) return <span className={classes.muted}>{contact?.name || t('noContact')}</span>;
  return (
    <>
      <bdi>{contact.name}</bdi> <PhoneNumber number={contact.phone} />
    </>
  );
}
