import { Button, PasswordInput } from '@mantine/core';
import { changePassword, LIMITS } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '../../shared/forms/index.ts';
import { FieldErrors, FormActions, FormShell, notifyDone } from '../../shared/ui/index.ts';

/** Every other session of the account ends with it. */
export function ChangePasswordForm() {
  const { t } = useTranslation('session');
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: changePassword,
    target: {},
    initialValues: { currentPassword: '', newPassword: '' },
    labels: { currentPassword: t('currentPassword'), newPassword: t('newPassword') },
    onDone: () => {
      form.reset();
      notifyDone(t('account.passwordChanged'));
    },
  });
  const toggle = { 'aria-label': t('action.showPassword') };
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <PasswordInput
        {...form.getInputProps('currentPassword')}
        label={t('currentPassword')}
        autoComplete="current-password"
        required
        visibilityToggleButtonProps={toggle}
      />
      <PasswordInput
        {...form.getInputProps('newPassword')}
        label={t('newPassword')}
        description={t('passwordRule', { count: LIMITS.passwordMin })}
        autoComplete="new-password"
        required
        visibilityToggleButtonProps={toggle}
      />
      <FormActions>
        <Button type="submit" loading={isSubmitting}>
          {t('account.changePassword')}
        </Button>
      </FormActions>
    </FormShell>
  );
}
