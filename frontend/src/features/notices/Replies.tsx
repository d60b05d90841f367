import { Button, Textarea } from '@mantine/core';
import { type NoticeReply, type NoticeThread, replyToNotice } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { FieldErrors, FormShell, notifyDone, Panel } from '../../shared/ui/index.ts';
import { useUser } from '../session/index.ts';
import classes from './Notices.module.css';
import { readNoticesAgain } from './use-pages.ts';

type RepliesProps = { thread: NoticeThread; replies: readonly NoticeReply[] };

/** What both sides wrote under it; nobody else reads it. */
export function Replies({ thread, replies }: RepliesProps) {
  const { t } = useTranslation('notices');
  return (
    <Panel title={t('replies')} note={t('repliesNote')}>
      {replies.length > 0 && (
        <ol className={classes.replies}>
          {replies.map((reply) => (
            <Reply key={reply.id} reply={reply} thread={thread} />
          ))}
        </ol>
      )}
      <ReplyForm thread={thread} />
    </Panel>
  );
}

function Reply({ reply, thread }: { reply: NoticeReply; thread: NoticeThread }) {
  const { t } = useTranslation('notices');
  const { name, fullDateTime } = useFormat();
  const ownSide = useUser().role === 'association' ? 'association' : 'directorate';
  const side = reply.side === 'directorate' ? t('from.directorate') : name(thread.association);
  return (
    <li className={classes.reply} data-own={reply.side === ownSide || undefined}>
      <small>
        <strong>{reply.byName}</strong> · {side} · <time dateTime={reply.at}>{fullDateTime(reply.at)}</time>
      </small>
      <p className={classes.text} dir="auto">
        {reply.body}
      </p>
    </li>
  );
}

function ReplyForm({ thread }: { thread: NoticeThread }) {
  const { t } = useTranslation('notices');
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: replyToNotice,
    target: { params: { noticeId: thread.noticeId, associationId: thread.association.id } },
    initialValues: { body: '' },
    labels: { body: t('reply') },
    onDone: async () => {
      form.reset();
      await readNoticesAgain();
      notifyDone(t('replied'));
    },
  });
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <Textarea
        label={t('reply')}
        dir="auto"
        autosize
        minRows={2}
        maxRows={10}
        {...form.getInputProps('body')}
      />
      <div>
        <Button type="submit" loading={isSubmitting}>
          {t('sendReply')}
        </Button>
      </div>
    </FormShell>
  );
}
