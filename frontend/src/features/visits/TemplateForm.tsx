import { Button } from '@mantine/core';
import type { createVisitTemplate, reviseVisitTemplate, VisitSection, VisitTemplate } from '@qafila/contract';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import type { Target } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { FieldErrors, FormActions, FormGrid, FormShell, NameFields, Panel } from '../../shared/ui/index.ts';
import { type Edit, edited, pathOf } from './checklist.ts';
import type { Faults } from './question-fields.ts';
import { SectionEditor } from './SectionEditor.tsx';
import classes from './TemplateForm.module.css';

type TemplateEndpoint = typeof createVisitTemplate | typeof reviseVisitTemplate;

type TemplateFormProps = {
  endpoint: TemplateEndpoint;
  target: Target<typeof createVisitTemplate> | Target<typeof reviseVisitTemplate>;
  ifMatch?: number;
  initial: Pick<VisitTemplate, 'nameAr' | 'nameEn' | 'sections'>;
  onDone: (saved: VisitTemplate) => unknown;
};

/** A checklist: its names, sections and questions, in an order of one’s own. */
export function TemplateForm({ endpoint, target, ifMatch, initial, onDone }: TemplateFormProps) {
  const { t } = useTranslation('visits');
  const [sections, apply] = useReducer(edited, initial.sections);
  const labels = useLabels(sections);
  const { form, submit, isSubmitting, failure, idOf } = useApiForm({
    endpoint: endpoint as typeof createVisitTemplate,
    target: target as Target<typeof createVisitTemplate>,
    ...(ifMatch !== undefined && { ifMatch }),
    initialValues: { nameAr: initial.nameAr, nameEn: initial.nameEn },
    labels,
    toBody: (names) => ({ ...names, sections }),
    onDone,
  });
  const edit = (change: Edit) => {
    form.setErrors(errorsAfter(form.errors, change));
    apply(change);
  };
  const faults: Faults = { errorAt: (path) => form.errors[path], idOf };
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      <Panel title={t('templates.names')}>
        <FormGrid>
          <NameFields form={form} />
        </FormGrid>
      </Panel>
      {sections.map((section, index) => (
        <SectionEditor
          key={section.id}
          section={section}
          index={index}
          sections={sections}
          edit={edit}
          faults={faults}
        />
      ))}
      <div className={classes.add}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => edit({ do: 'addSection' })}
        >
          {t('section.add')}
        </Button>
      </div>
      <FormActions>
        <Button type="submit" loading={isSubmitting}>
          {t(ifMatch === undefined ? 'templates.create' : 'templates.revise')}
        </Button>
      </FormActions>
    </FormShell>
  );
}

/** What was changed is not judged any more; where places changed, no path means what it did. */
function errorsAfter(errors: Record<string, ReactNode>, change: Edit): Record<string, ReactNode> {
  const path = pathOf(change);
  if (path === undefined) return {};
  return Object.fromEntries(Object.entries(errors).filter(([at]) => !at.startsWith(`${path}.`)));
}

const SECTION_FIELDS = ['titleAr', 'titleEn', 'questions'] as const;
const QUESTION_FIELDS = [
  'textAr',
  'textEn',
  'unitAr',
  'unitEn',
  'minimum',
  'maximum',
  'raises.value',
] as const;

/** Each field with the number of its question, for the summary of faults. */
function useLabels(sections: readonly VisitSection[]): Record<string, string> {
  const { t } = useTranslation('visits');
  const { number } = useFormat();
  const labels: Record<string, string> = {
    nameAr: t('form.nameAr'),
    nameEn: t('form.nameEn'),
    sections: t('section.all'),
  };
  sections.forEach((section, at) => {
    for (const field of SECTION_FIELDS) {
      labels[`sections.${at}.${field}`] = t('section.fault', {
        number: number(at + 1),
        field: t(`ask.${field}`),
      });
    }
    section.questions.forEach((_, index) => {
      for (const field of QUESTION_FIELDS) {
        labels[`sections.${at}.questions.${index}.${field}`] = t('question.fault', {
          number: number(index + 1),
          section: number(at + 1),
          field: t(`ask.${field.replace('raises.', '')}`),
        });
      }
    });
  });
  return labels;
}
