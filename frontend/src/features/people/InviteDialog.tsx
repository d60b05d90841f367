import { Button, CopyButton, Select, TextInput } from '@mantine/core';
import { invite, LIMITS, listAssociationNames, listInvitations, type Role } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, keyOf, queryClient, useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { Dialog, DialogActions, FieldErrors, FormShell, Notice } from '../../shared/ui/index.ts';
import { useUser } from '../session/index.ts';
import classes from './PeoplePage.module.css';

type InviteDialogProps = { opened: boolean; onClose: () => void };

/** The link is shown once: the server keeps only what it needs to recognise it. */
export function InviteDialog({ opened, onClose }: InviteDialogProps) {
  const { t } = useTranslation('people');
  const [sent, setSent] = useState<Answer<typeof invite> | null>(null);
  const close = () => {
    setSent(null);
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={close} title={t('invite.open')}>
      {sent ? <LinkToCopy sent={sent} onClose={close} /> : <InviteForm onSent={setSent} onClose={close} />}
    </Dialog>
  );
}

function LinkToCopy({ sent, onClose }: { sent: Answer<typeof invite>; onClose: () => void }) {
  const { t } = useTranslation('people');
  const link = `${window.location.origin}/invitation#${sent.token}`;
  return (
    <>
      <Notice kind="done" title={t('invite.made', { name: sent.invitation.name })}>
        {t('invite.once', { count: LIMITS.invitationDays })}
      </Notice>
      <div className={classes.link}>
        <TextInput
          label={t('invite.link')}
          value={link}
          readOnly
          dir="ltr"
          onFocus={(event) => event.target.select()}
        />
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button onClick={copy}>{copied ? t('action.copied') : t('action.copy')}</Button>
          )}
        </CopyButton>
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('action.close')}
        </Button>
      </DialogActions>
    </>
  );
}

/** Officials invite coordinators and association members; only an admin invites officials and admins. */
const INVITABLE: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  admin: ['association', 'coordinator', 'official', 'admin'],
  official: ['association', 'coordinator'],
};

type InviteFormProps = { onSent: (sent: Answer<typeof invite>) => void; onClose: () => void };

function InviteForm({ onSent, onClose }: InviteFormProps) {
  const { t } = useTranslation('people');
  const { name } = useFormat();
  const word = useWord();
  const user = useUser();
  const associations = useApiQuery(listAssociationNames, {});
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: invite,
    target: {},
    initialValues: { name: '', email: '', role: 'association' as Role, associationId: null as string | null },
    labels: { name: t('name'), email: t('email'), role: t('role'), associationId: t('association') },
    toBody: (values) => ({
      ...values,
      associationId: values.role === 'association' ? values.associationId : null,
    }),
    onDone: async (sent) => {
      await queryClient.invalidateQueries({ queryKey: keyOf(listInvitations, {}) });
      onSent(sent);
    },
  });
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <Select
        {...form.getInputProps('role')}
        label={t('role')}
        required
        allowDeselect={false}
        data={(INVITABLE[user.role] ?? []).map((role) => ({ value: role, label: word.role(role) }))}
      />
      {form.values.role === 'association' && (
        <Select
          {...form.getInputProps('associationId')}
          label={t('association')}
          required
          searchable
          nothingFoundMessage={t('invite.noMatch')}
          data={(associations.data ?? []).map((it) => ({ value: it.id, label: name(it) }))}
        />
      )}
      <TextInput {...form.getInputProps('name')} label={t('name')} required data-autofocus />
      <TextInput {...form.getInputProps('email')} label={t('email')} required type="email" dir="ltr" />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={isSubmitting}>
          {t('invite.make')}
        </Button>
      </DialogActions>
    </FormShell>
  );
}
