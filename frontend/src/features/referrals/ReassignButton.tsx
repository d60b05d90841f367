import { Button, Select } from '@mantine/core';
import { listCaseworkers, type Referral, reassignReferral } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidateWork, queryClient, useApiQuery } from '../../shared/api/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { Dialog, FieldErrors, FormShell, notifyDone, SaveButtons } from '../../shared/ui/index.ts';
import classes from './Forms.module.css';
import { useCaseRights } from './rights.ts';

/** Gives a case into other hands; whoever gives it up reads it no more. */
export function ReassignButton({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referrals');
  const { mayReassign } = useCaseRights(referral);
  const [isOpen, setOpen] = useState(false);
  if (!mayReassign) return null;
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
        {t('reassign.action')}
      </Button>
      {isOpen && <ReassignDialog referral={referral} onClose={() => setOpen(false)} />}
    </>
  );
}

function ReassignDialog({ referral, onClose }: { referral: Referral; onClose: () => void }) {
  const { t } = useTranslation('referrals');
  const { data = [] } = useApiQuery(listCaseworkers, {});
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: reassignReferral,
    target: { params: { referralId: referral.id } },
    initialValues: { caseworkerId: null as string | null },
    labels: { caseworkerId: t('reassign.to') },
    onDone: async () => {
      notifyDone(t('reassign.done'));
      onClose();
      await invalidateWork(queryClient, ['referrals']);
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('reassign.title', { code: referral.code })} size={460}>
      <FormShell onSubmit={submit}>
        <FieldErrors failure={failure} />
        <p className={classes.text}>{t('reassign.text', { name: referral.caseworker?.name ?? '' })}</p>
        <Select
          label={t('reassign.to')}
          required
          searchable
          nothingFoundMessage={t('reassign.nobody')}
          data={data
            .filter(({ id }) => id !== referral.caseworker?.id)
            .map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('caseworkerId')}
        />
        <SaveButtons label={t('reassign.action')} isSubmitting={isSubmitting} onCancel={onClose} />
      </FormShell>
    </Dialog>
  );
}
