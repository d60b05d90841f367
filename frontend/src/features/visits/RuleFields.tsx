import { Select } from '@mantine/core';
import { FindingSeverity, type VisitQuestion } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { NumberField } from './NumberField.tsx';
import type { QuestionFieldsProps } from './question-fields.ts';
import classes from './TemplateForm.module.css';

type Ruled = Extract<VisitQuestion, { raises: unknown }>;
type Rule = NonNullable<Ruled['raises']>;
type When = Rule['when'];

const WHENS = {
  yes_no: ['no', 'yes'],
  scale: ['at_most', 'at_least'],
  number: ['at_most', 'at_least'],
} as const satisfies Record<Ruled['kind'], readonly When[]>;
const FIRST_BOUND = 2;

/** The answer that raises a finding by itself, and how severe it is. */
export function RuleFields({ question, path, faults, onChange }: QuestionFieldsProps<Ruled>) {
  const { t } = useTranslation('visits');
  const { raises } = question;
  const put = (rule: Rule | null) => onChange({ ...question, raises: rule } as VisitQuestion);
  return (
    <div className={classes.rule}>
      <Select
        label={t('rule.label')}
        placeholder={t('rule.never')}
        clearable
        data={WHENS[question.kind].map((value) => ({ value, label: t(`rule.${value}`) }))}
        value={raises?.when ?? null}
        onChange={(when) => put(when === null ? null : ruleFor(when as When, raises))}
      />
      {raises && 'value' in raises && (
        <NumberField
          id={faults.idOf(`${path}.raises.value`)}
          label={t('ask.value')}
          required
          value={raises.value}
          error={faults.errorAt(`${path}.raises.value`)}
          onChange={(value) => put({ ...raises, value } as Rule)}
        />
      )}
      {raises && (
        <Select
          label={t('field.severity')}
          allowDeselect={false}
          data={FindingSeverity.options.map((value) => ({ value, label: t(`result.${value}`) }))}
          value={raises.severity}
          onChange={(severity) => put({ ...raises, severity: severity as FindingSeverity })}
        />
      )}
    </div>
  );
}

function ruleFor(when: When, before: Rule | null): Rule {
  const severity = before?.severity ?? 'major';
  if (when === 'yes' || when === 'no') return { when, severity };
  return { when, value: before && 'value' in before ? before.value : FIRST_BOUND, severity };
}
