import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { VisitSection } from '@qafila/contract';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { FormGrid, Panel } from '../../shared/ui/index.ts';
import { type Edit, newQuestion } from './checklist.ts';
import { QuestionEditor } from './QuestionEditor.tsx';
import type { Faults } from './question-fields.ts';
import classes from './TemplateForm.module.css';

type SectionEditorProps = {
  section: VisitSection;
  index: number;
  sections: readonly VisitSection[];
  edit: (edit: Edit) => void;
  faults: Faults;
};

/** One section of a checklist with its questions. */
export function SectionEditor({ section, index, sections, edit, faults }: SectionEditorProps) {
  const { t } = useTranslation('visits');
  const { number } = useFormat();
  const [added, setAdded] = useState('');
  const path = `sections.${index}`;
  const title = (field: 'titleAr' | 'titleEn') => ({
    id: faults.idOf(`${path}.${field}`),
    label: t(`ask.${field}`),
    required: true,
    value: section[field],
    error: faults.errorAt(`${path}.${field}`),
    onChange: (event: { currentTarget: { value: string } }) =>
      edit({ do: 'changeSection', section: index, fields: { [field]: event.currentTarget.value } }),
  });
  const addQuestion = () => {
    const question = newQuestion();
    setAdded(question.id);
    edit({ do: 'addQuestion', section: index, question });
  };
  return (
    <Panel
      title={t('section.title', { number: number(index + 1) })}
      aside={<Tools index={index} count={sections.length} edit={edit} />}
    >
      <FormGrid>
        <TextInput dir="rtl" lang="ar" {...title('titleAr')} />
        <TextInput dir="ltr" lang="en" {...title('titleEn')} />
      </FormGrid>
      <ol className={classes.questions} id={faults.idOf(`${path}.questions`)} tabIndex={-1}>
        {section.questions.map((question, at) => (
          <QuestionEditor
            key={question.id}
            question={question}
            at={{ section: index, index: at }}
            sections={sections}
            edit={edit}
            faults={faults}
            isOpenAtFirst={question.id === added || question.textAr === ''}
          />
        ))}
      </ol>
      <Button variant="light" leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={addQuestion}>
        {t('question.add')}
      </Button>
    </Panel>
  );
}

type ToolsProps = { index: number; count: number; edit: (edit: Edit) => void };

function Tools({ index, count, edit }: ToolsProps) {
  const { t } = useTranslation('visits');
  const { number } = useFormat();
  const named = { number: number(index + 1) };
  return (
    <span className={classes.tools}>
      <ActionIcon
        size={36}
        aria-label={t('section.up', named)}
        disabled={index === 0}
        onClick={() => edit({ do: 'moveSection', section: index, by: -1 })}
      >
        <IconArrowUp size={18} />
      </ActionIcon>
      <ActionIcon
        size={36}
        aria-label={t('section.down', named)}
        disabled={index === count - 1}
        onClick={() => edit({ do: 'moveSection', section: index, by: 1 })}
      >
        <IconArrowDown size={18} />
      </ActionIcon>
      <ActionIcon
        size={36}
        aria-label={t('section.remove', named)}
        disabled={count === 1}
        onClick={() => edit({ do: 'removeSection', section: index })}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </span>
  );
}
