import { Select, Textarea } from '@mantine/core';
import { type Finding, FindingSeverity, updateFinding } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '../../shared/forms/index.ts';
import {
  DayInput,
  FieldErrors,
  FormGrid,
  FormShell,
  notifyDone,
  SaveButtons,
} from '../../shared/ui/index.ts';
import { refresh } from './refresh.ts';

/** Better words, another date, another severity. */
export function EditFinding({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const { t } = useTranslation('visits');
  const { severity, text, dueOn } = finding;
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: updateFinding,
    target: { params: { findingId: finding.id } },
    ifMatch: finding.version,
    initialValues: { severity, text, dueOn },
    labels: { severity: t('field.severity'), text: t('findings.text'), dueOn: t('field.due') },
    onDone: async () => {
      notifyDone(t('findings.changed'));
      onClose();
      await refresh();
    },
  });
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <FormGrid>
        <Select
          label={t('field.severity')}
          required
          allowDeselect={false}
          data={FindingSeverity.options.map((value) => ({ value, label: t(`result.${value}`) }))}
          {...form.getInputProps('severity')}
        />
        <DayInput label={t('field.due')} required {...form.getInputProps('dueOn')} />
      </FormGrid>
      <Textarea
        label={t('findings.text')}
        required={finding.question === null}
        autosize
        minRows={2}
        {...form.getInputProps('text')}
      />
      <SaveButtons label={t('action.save')} isSubmitting={isSubmitting} onCancel={onClose} />
    </FormShell>
  );
}
