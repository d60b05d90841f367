import { Textarea } from '@mantine/core';
import { closeNoticeAlarm, type NoticeThread } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { Dialog, FieldErrors, FormShell, notifyDone, SaveButtons } from '../../shared/ui/index.ts';
import { readNoticesAgain } from './use-pages.ts';

type CloseAlarmDialogProps = { thread: NoticeThread; onClose: () => void };

/** An alarm ends in somebody’s name, and with how it was settled. */
export function CloseAlarmDialog({ thread, onClose }: CloseAlarmDialogProps) {
  const { t } = useTranslation('notices');
  const { name } = useFormat();
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: closeNoticeAlarm,
    target: { params: { noticeId: thread.noticeId, associationId: thread.association.id } },
    initialValues: { reason: '' },
    labels: { reason: t('alarm.reason') },
    onDone: async () => {
      await readNoticesAgain();
      notifyDone(t('alarm.closedNow'));
      onClose();
    },
  });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('alarm.closeFor', { name: name(thread.association) })}
      size={460}
    >
      <FormShell onSubmit={submit}>
        <FieldErrors failure={failure} />
        <Textarea
          label={t('alarm.reason')}
          description={t('alarm.reasonHint')}
          required
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps('reason')}
        />
        <SaveButtons label={t('alarm.close')} isSubmitting={isSubmitting} onCancel={onClose} />
      </FormShell>
    </Dialog>
  );
}
