import { Checkbox, Select, TextInput } from '@mantine/core';
import { QUESTION_KINDS, type QuestionKind, type VisitQuestion } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { FormGrid } from '../../shared/ui/index.ts';
import { asKind } from './checklist.ts';
import { NumberField } from './NumberField.tsx';
import type { QuestionFieldsProps } from './question-fields.ts';
import { RuleFields } from './RuleFields.tsx';
import classes from './TemplateForm.module.css';

/** Everything about one question. */
export function QuestionFields({ question, path, faults, onChange }: QuestionFieldsProps) {
  const { t } = useTranslation('visits');
  return (
    <div className={classes.fields}>
      <FormGrid>
        <TextInput
          dir="rtl"
          lang="ar"
          required
          {...textField('textAr', { question, path, faults, onChange }, t('ask.textAr'))}
        />
        <TextInput
          dir="ltr"
          lang="en"
          required
          {...textField('textEn', { question, path, faults, onChange }, t('ask.textEn'))}
        />
        <Select
          label={t('question.kind')}
          allowDeselect={false}
          data={QUESTION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={question.kind}
          onChange={(kind) => onChange(asKind(question, kind as QuestionKind))}
        />
        <Checkbox
          label={t('required')}
          checked={question.isRequired}
          onChange={(event) => onChange({ ...question, isRequired: event.currentTarget.checked })}
        />
      </FormGrid>
      {question.kind === 'number' && (
        <NumberFields question={question} path={path} faults={faults} onChange={onChange} />
      )}
      {'raises' in question && (
        <RuleFields question={question} path={path} faults={faults} onChange={onChange} />
      )}
    </div>
  );
}

type NumberQuestion = Extract<VisitQuestion, { kind: 'number' }>;

function NumberFields(props: QuestionFieldsProps<NumberQuestion>) {
  const { question, path, faults, onChange } = props;
  const { t } = useTranslation('visits');
  const bound = (field: 'minimum' | 'maximum') => ({
    id: faults.idOf(`${path}.${field}`),
    label: t(`ask.${field}`),
    value: question[field],
    error: faults.errorAt(`${path}.${field}`),
    onChange: (value: number | null) => onChange({ ...question, [field]: value }),
  });
  return (
    <FormGrid>
      <TextInput dir="rtl" lang="ar" {...textField('unitAr', props, t('ask.unitAr'))} />
      <TextInput dir="ltr" lang="en" {...textField('unitEn', props, t('ask.unitEn'))} />
      <NumberField {...bound('minimum')} />
      <NumberField {...bound('maximum')} />
    </FormGrid>
  );
}

function textField<Field extends string, Question extends VisitQuestion & Record<Field, string>>(
  field: Field,
  { question, path, faults, onChange }: QuestionFieldsProps<Question>,
  label: string,
) {
  return {
    id: faults.idOf(`${path}.${field}`),
    label,
    value: question[field],
    error: faults.errorAt(`${path}.${field}`),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...question, [field]: event.currentTarget.value }),
  };
}
