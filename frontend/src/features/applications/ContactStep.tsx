import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormGrid } from '../../shared/ui/index.ts';
import type { ApplicationValues } from './values.ts';

/** Whom the directorate asks. */
export function ContactStep({ form }: { form: UseFormReturnType<ApplicationValues> }) {
  const { t } = useTranslation('applications');
  return (
    <FormGrid>
      <TextInput
        label={t('field.contactName')}
        required
        autoComplete="name"
        {...form.getInputProps('contactName')}
      />
      <TextInput
        label={t('field.contactPhone')}
        type="tel"
        dir="ltr"
        required
        autoComplete="tel"
        {...form.getInputProps('contactPhone')}
      />
      <TextInput
        label={t('field.contactEmail')}
        description={t('contact.emailHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        type="email"
        dir="ltr"
        required
        autoComplete="email"
        {...form.getInputProps('contactEmail')}
      />
    </FormGrid>
  );
}
