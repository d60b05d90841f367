import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApiForm } from '../../shared/forms/index.ts';
import { FieldErrors, FormShell } from '../../shared/ui/index.ts';
import classes from './Trackers.module.css';

export function NewTrackerForm({ api }: { api: ApiForm<{ label: string }> }) {
  const { t } = useTranslation('vehicles');
  const { form, submit, failure, isSubmitting } = api;
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <div className={classes.create}>
        <TextInput
          {...form.getInputProps('label')}
          label={t('tracker.label')}
          placeholder={t('tracker.labelHint')}
          autoComplete="off"
        />
        <Button type="submit" loading={isSubmitting} leftSection={<IconPlus size={16} aria-hidden="true" />}>
          {t('tracker.create')}
        </Button>
      </div>
    </FormShell>
  );
}
