import { Button, PasswordInput, TextInput } from '@mantine/core';
import { acceptInvitation, LIMITS, readInvitation } from '@qafila/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type Answer, call } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { Code, FieldErrors, FormShell, QueryView } from '../../shared/ui/index.ts';
import { EntryPage } from './EntryPage.tsx';
import { enterAs } from './session.ts';

/** `/invitation#token`: the secret is in the fragment, which browsers send to nobody. */
export function InvitationPage() {
  const { t } = useTranslation('session');
  const [token] = useState(() => window.location.hash.slice(1));
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call(readInvitation, { body: { token } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <EntryPage title={t('invitation.title')}>
      <QueryView query={invitation}>{(it) => <AcceptForm invitation={it} token={token} />}</QueryView>
    </EntryPage>
  );
}

type AcceptFormProps = { invitation: Answer<typeof readInvitation>; token: string };

function AcceptForm({ invitation, token }: AcceptFormProps) {
  const { t } = useTranslation('session');
  const { name, dateTime } = useFormat();
  const word = useWord();
  const [, navigate] = useLocation();
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: acceptInvitation,
    target: {},
    initialValues: { name: invitation.name, password: '' },
    labels: { name: t('name'), password: t('newPassword') },
    toBody: (values) => ({ ...values, token }),
    onDone: (user) => {
      navigate('/', { replace: true });
      enterAs(user);
    },
  });
  const role = word.role(invitation.role);
  return (
    <FormShell onSubmit={submit}>
      <p>
        {invitation.association
          ? t('invitation.forAssociation', { role, association: name(invitation.association) })
          : t('invitation.forRole', { role })}{' '}
        <Code muted>{invitation.email}</Code>
        <br />
        <small>{t('invitation.until', { moment: dateTime(invitation.expiresAt) })}</small>
      </p>
      <FieldErrors failure={failure} />
      <TextInput {...form.getInputProps('name')} label={t('name')} size="md" autoComplete="name" required />
      <PasswordInput
        {...form.getInputProps('password')}
        label={t('newPassword')}
        description={t('passwordRule', { count: LIMITS.passwordMin })}
        size="md"
        autoComplete="new-password"
        required
        visibilityToggleButtonProps={{ 'aria-label': t('action.showPassword') }}
      />
      <Button size="md" fullWidth type="submit" loading={isSubmitting} mb="md">
        {t('invitation.accept')}
      </Button>
    </FormShell>
  );
}
