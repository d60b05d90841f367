import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';

/** The name in both languages of the product, each written in its own direction. */
export function NameFields<Values extends { nameAr: string; nameEn: string }>({
  form,
}: {
  form: UseFormReturnType<Values>;
}) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        data-autofocus
        label={t('form.nameAr')}
        required
        dir="rtl"
        lang="ar"
        {...form.getInputProps('nameAr')}
      />
      <TextInput label={t('form.nameEn')} required dir="ltr" lang="en" {...form.getInputProps('nameEn')} />
    </>
  );
}
