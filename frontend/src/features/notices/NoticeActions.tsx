import { Button, Textarea } from '@mantine/core';
import { type Notice, withdrawNotice } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiForm } from '../../shared/forms/index.ts';
import { Dialog, FieldErrors, FormShell, notifyDone, SaveButtons } from '../../shared/ui/index.ts';
import { useUser } from '../session/index.ts';
import { readNoticesAgain } from './use-pages.ts';

/** What the side that wrote it can do with it: never change it. */
export function NoticeActions({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notices');
  const [isWithdrawing, setWithdrawing] = useState(false);
  const own = useUser().role === 'association' ? 'association' : 'directorate';
  if (notice.origin !== own || notice.withdrawn) return null;
  return (
    <>
      {!notice.correctedBy && (
        <Button component={Link} href={`/notices/new?corrects=${notice.id}`} variant="default">
          {t('correct')}
        </Button>
      )}
      <Button variant="default" color="red" onClick={() => setWithdrawing(true)}>
        {t('withdraw')}
      </Button>
      {isWithdrawing && <WithdrawDialog noticeId={notice.id} onClose={() => setWithdrawing(false)} />}
    </>
  );
}

function WithdrawDialog({ noticeId, onClose }: { noticeId: string; onClose: () => void }) {
  const { t } = useTranslation('notices');
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: withdrawNotice,
    target: { params: { noticeId } },
    initialValues: { reason: '' },
    labels: { reason: t('withdrawReason') },
    onDone: async () => {
      await readNoticesAgain();
      notifyDone(t('withdrawnNow'));
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('withdraw')} size={460}>
      <FormShell onSubmit={submit}>
        <FieldErrors failure={failure} />
        <Textarea
          label={t('withdrawReason')}
          description={t('withdrawHint')}
          required
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps('reason')}
        />
        <SaveButtons label={t('withdraw')} isSubmitting={isSubmitting} onCancel={onClose} />
      </FormShell>
    </Dialog>
  );
}
