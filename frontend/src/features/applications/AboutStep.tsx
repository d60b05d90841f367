import { SegmentedControl, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { AssociationKind, LIMITS } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { FormGrid, NameFields } from '../../shared/ui/index.ts';
import { WorkFields } from '../associations/index.ts';
import type { ApplicationValues } from './values.ts';

type StepProps = { form: UseFormReturnType<ApplicationValues> };

/** What is to be declared, what for, and where it will work. */
export function AboutStep({ form }: StepProps) {
  const { t } = useTranslation('applications');
  return (
    <>
      <SegmentedControl
        aria-label={t('field.kind')}
        data={AssociationKind.options.map((value) => ({ value, label: t(`associationKind.${value}`) }))}
        value={form.values.kind}
        onChange={(kind) => form.setFieldValue('kind', kind)}
      />
      <FormGrid>
        <NameFields form={form} />
      </FormGrid>
      <Textarea
        label={t('field.purpose')}
        description={t('about.purposeHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={3}
        maxLength={LIMITS.noteMax}
        {...form.getInputProps('purpose')}
      />
      <WorkFields form={form} />
    </>
  );
}
