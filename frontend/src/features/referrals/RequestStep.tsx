import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { FieldErrors, FormActions, FormShell } from '../../shared/ui/index.ts';
import { useGovernorateChoices } from '../sites/index.ts';
import { BasisFields } from './BasisFields.tsx';
import type { Checked } from './CheckStep.tsx';
import classes from './Forms.module.css';
import { HouseholdInput } from './HouseholdInput.tsx';
import { PriorityInput } from './PriorityInput.tsx';
import { PRIVATE } from './private.ts';
import { useRequestForm } from './use-request-form.ts';

/** The least that serves: who asks, how to reach them, where, for what, and on what ground it is kept. */
export function RequestStep({ checked }: { checked: Checked }) {
  const { t } = useTranslation('referrals');
  const governorates = useGovernorateChoices();
  const { form, submit, isSubmitting, failure } = useRequestForm(checked);
  const isKnown = checked.found?.hasOpenCase || checked.found?.wasHelpedRecently;
  return (
    <FormShell onSubmit={submit} label={t('new.request')}>
      <FieldErrors failure={failure} />
      {isKnown && (
        <Textarea
          {...PRIVATE}
          label={t('check.reason')}
          description={t('check.reasonHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          autosize
          minRows={1}
          {...form.getInputProps('duplicateReason')}
        />
      )}
      <div className={classes.pair}>
        <TextInput
          {...PRIVATE}
          label={t('person.fullName')}
          required
          {...form.getInputProps('person.fullName')}
        />
        <TextInput
          {...PRIVATE}
          label={t('person.phone')}
          dir="ltr"
          inputMode="tel"
          {...form.getInputProps('person.phone')}
        />
        <Select
          label={t('field.governorate')}
          required
          searchable
          data={governorates}
          {...form.getInputProps('governorateCode')}
        />
        <HouseholdInput {...form.getInputProps('householdSize')} />
      </div>
      <Textarea
        {...PRIVATE}
        label={t('person.request')}
        description={t('new.requestHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        autosize
        minRows={2}
        {...form.getInputProps('person.request')}
      />
      <PriorityInput {...form.getInputProps('priority')} />
      <BasisFields form={form} />
      <FormActions>
        <Button type="submit" size="md" loading={isSubmitting}>
          {t('new.register')}
        </Button>
        <Button size="md" variant="default" component={Link} href="/referrals">
          {t('action.cancel')}
        </Button>
      </FormActions>
    </FormShell>
  );
}
