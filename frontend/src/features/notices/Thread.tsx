import { Button } from '@mantine/core';
import { acknowledgeNotice, type Notice, type NoticeThread, readNoticeThread } from '@qafila/contract';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMutation, useApiQuery } from '../../shared/api/index.ts';
import { isolated } from '../../shared/format/bidi.ts';
import { useFormat } from '../../shared/format/index.ts';
import { ErrorNotice, notifyDone, Panel, QueryView, StageGlyph } from '../../shared/ui/index.ts';
import { useUser } from '../session/index.ts';
import { Contact } from './AlarmRows.tsx';
import { CloseAlarmDialog } from './CloseAlarmDialog.tsx';
import classes from './Notices.module.css';
import { Replies } from './Replies.tsx';
import { readNoticesAgain } from './use-pages.ts';

/** A notice between the directorate and one association: taken note of or not, and what was replied. */
export function Thread({ notice, associationId }: { notice: Notice; associationId: string }) {
  const query = useApiQuery(readNoticeThread, { params: { noticeId: notice.id, associationId } });
  return (
    <QueryView query={query}>
      {({ thread, replies }) => (
        <>
          <Acknowledgement notice={notice} thread={thread} />
          {notice.origin !== 'system' && <Replies thread={thread} replies={replies} />}
        </>
      )}
    </QueryView>
  );
}

function Acknowledgement({ notice, thread }: { notice: Notice; thread: NoticeThread }) {
  const { t } = useTranslation('notices');
  const isAssociation = useUser().role === 'association';
  const isAddressee = isAssociation === (notice.origin !== 'association');
  const mayAcknowledge = isAddressee && !thread.acknowledged && !notice.withdrawn;
  return (
    <Panel title={t('acknowledgement')}>
      {mayAcknowledge ? <AcknowledgeButton thread={thread} /> : <AcknowledgedOrNot thread={thread} />}
      {thread.isAlarm && !isAssociation && <Alarm thread={thread} />}
      <Closed thread={thread} />
    </Panel>
  );
}

/** One press, in one’s own name. */
function AcknowledgeButton({ thread }: { thread: NoticeThread }) {
  const { t } = useTranslation('notices');
  const { name } = useUser();
  const { mutateAsync, isPending, error } = useApiMutation(acknowledgeNotice);
  const acknowledge = async () => {
    await mutateAsync({ params: { noticeId: thread.noticeId, associationId: thread.association.id } });
    notifyDone(t('acknowledgedNow'));
    await readNoticesAgain();
  };
  return (
    <div className={classes.acknowledge}>
      <Button
        size="lg"
        loading={isPending}
        leftSection={<IconCheck size={20} aria-hidden="true" />}
        onClick={() => void acknowledge().catch(() => undefined)}
      >
        {t('acknowledge')}
      </Button>
      <span className={classes.muted}>{t('acknowledgeAs', { name: isolated(name) })}</span>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}

function AcknowledgedOrNot({ thread: { acknowledged, firstOpened } }: { thread: NoticeThread }) {
  const { t } = useTranslation('notices');
  const { fullDateTime } = useFormat();
  return (
    <dl className={classes.facts}>
      <dt>{t('opened')}</dt>
      <dd>
        {firstOpened
          ? t('byAt', { name: isolated(firstOpened.byName), at: fullDateTime(firstOpened.at) })
          : t('notOpened')}
      </dd>
      <dt>{t('acknowledgement')}</dt>
      <dd className={classes.standing}>
        <StageGlyph glyph={acknowledged ? 'settled' : 'planned'} size={14} />
        {acknowledged
          ? t('byAt', { name: isolated(acknowledged.byName), at: fullDateTime(acknowledged.at) })
          : t('notAcknowledged')}
      </dd>
    </dl>
  );
}

function Alarm({ thread }: { thread: NoticeThread }) {
  const { t } = useTranslation('notices');
  const [isClosing, setClosing] = useState(false);
  return (
    <div className={classes.alarmBox}>
      <strong className={classes.alarm}>
        <StageGlyph glyph="incident" size={16} />
        {t('overdue')}
      </strong>
      <Contact contact={thread.contact} />
      <Button size="xs" variant="default" onClick={() => setClosing(true)}>
        {t('alarm.close')}
      </Button>
      {isClosing && <CloseAlarmDialog thread={thread} onClose={() => setClosing(false)} />}
    </div>
  );
}

function Closed({ thread: { alarmClosed } }: { thread: NoticeThread }) {
  const { t } = useTranslation('notices');
  const { fullDateTime } = useFormat();
  if (!alarmClosed) return null;
  return (
    <p className={classes.muted}>
      {t('alarm.closedBy', { name: isolated(alarmClosed.byName), at: fullDateTime(alarmClosed.at) })}{' '}
      <bdi>{alarmClosed.reason}</bdi>
    </p>
  );
}
