import { Button, PasswordInput, TextInput } from '@mantine/core';
import { readServer, signIn } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { FieldErrors, FormShell } from '../../shared/ui/index.ts';
import { DemoPanel } from './DemoPanel.tsx';
import { EntryPage } from './EntryPage.tsx';
import classes from './SignInPage.module.css';
import { enterAs } from './session.ts';

/** The door. The address asked for stays in the address bar, and opens after it. */
export function SignInPage() {
  const { t } = useTranslation('session');
  const server = useApiQuery(readServer, {}, { staleMs: Number.POSITIVE_INFINITY });
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: signIn,
    target: {},
    initialValues: { email: '', password: '' },
    labels: { email: t('email'), password: t('password') },
    onDone: enterAs,
  });
  return (
    <EntryPage
      title={t('signIn.title')}
      aside={
        server.data?.demo && (
          <DemoPanel logins={server.data.demo.logins} password={server.data.demo.password} />
        )
      }
    >
      <FormShell onSubmit={submit}>
        <FieldErrors failure={failure} />
        <TextInput
          {...form.getInputProps('email')}
          label={t('email')}
          type="email"
          dir="ltr"
          size="md"
          autoComplete="username"
          required
          withAsterisk={false}
        />
        <PasswordInput
          {...form.getInputProps('password')}
          label={t('password')}
          dir="ltr"
          size="md"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('action.showPassword') }}
        />
        <Button size="md" fullWidth type="submit" loading={isSubmitting}>
          {t('signIn.enter')}
        </Button>
      </FormShell>
      <p className={classes.help}>{t('signIn.help')}</p>
      <nav aria-label={t('signIn.public')} className={classes.open}>
        <Link href="/directory">{t('public.directory')}</Link>
        <Link href="/apply">{t('public.apply')}</Link>
        <Link href="/apply/status">{t('public.status')}</Link>
      </nav>
    </EntryPage>
  );
}
