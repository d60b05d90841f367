import { ActionIcon } from '@mantine/core';
import type { VisitQuestion, VisitSection } from '@qafila/contract';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { type Edit, type Place, placeBeside } from './checklist.ts';
import { QuestionFields } from './QuestionFields.tsx';
import type { Faults } from './question-fields.ts';
import classes from './TemplateForm.module.css';
import { useQuestionText } from './use-texts.ts';

type QuestionEditorProps = {
  question: VisitQuestion;
  at: Place;
  sections: readonly VisitSection[];
  edit: (edit: Edit) => void;
  faults: Faults;
  isOpenAtFirst: boolean;
};

/** What was moved last by a key or a button: it keeps the focus in its new place. */
let lastMoved: { id: string; by: -1 | 1 } | null = null;

/** One question in a line that opens to be changed; moved by its grip, its buttons, or Alt with the arrows. */
export function QuestionEditor({ question, at, sections, edit, faults, isOpenAtFirst }: QuestionEditorProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const row = useRef<HTMLLIElement>(null);
  const path = `sections.${at.section}.questions.${at.index}`;
  const isFaulty = ['textAr', 'textEn', 'unitAr', 'unitEn', 'minimum', 'maximum', 'raises.value'].some(
    (field) => faults.errorAt(`${path}.${field}`),
  );
  const dragging = useDragging(at, edit);
  useEffect(function keepFocus() {
    if (lastMoved?.id !== question.id) return;
    const wanted = row.current?.querySelector<HTMLButtonElement>(`[data-by="${lastMoved.by}"]`);
    const found = wanted?.disabled ? row.current?.querySelector<HTMLButtonElement>('[data-summary]') : wanted;
    lastMoved = null;
    found?.focus();
  });
  const move = (by: -1 | 1) => {
    const to = placeBeside(sections, at, by);
    if (!to) return;
    lastMoved = { id: question.id, by };
    edit({ do: 'moveQuestion', at, to });
  };
  const moveByKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  const isShown = isOpen || isFaulty;
  return (
    <li
      ref={row}
      className={classes.question}
      data-over={dragging.isOver || undefined}
      onKeyDown={moveByKey}
      {...dragging.target}
    >
      <div className={classes.head}>
        <span className={classes.grip} {...dragging.grip} aria-hidden="true">
          <IconGripVertical size={18} />
        </span>
        <Summary question={question} at={at} isOpen={isShown} onToggle={() => setOpen(!isShown)} />
        <Tools at={at} sections={sections} onMove={move} edit={edit} />
      </div>
      {isShown && (
        <QuestionFields
          question={question}
          path={path}
          faults={faults}
          onChange={(changed) => edit({ do: 'changeQuestion', at, question: changed })}
        />
      )}
    </li>
  );
}

type SummaryProps = { question: VisitQuestion; at: Place; isOpen: boolean; onToggle: () => void };

function Summary({ question, at, isOpen, onToggle }: SummaryProps) {
  const { t } = useTranslation('visits');
  const { number } = useFormat();
  const textOf = useQuestionText();
  const facts = [
    t(`kind.${question.kind}`),
    question.isRequired && t('required'),
    'raises' in question && question.raises && t('question.raises'),
  ];
  return (
    <>
      <span className={classes.number} aria-hidden="true">
        {number(at.index + 1)}
      </span>
      <button
        type="button"
        className={classes.summary}
        data-summary
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        {textOf(question) || t('question.untitled')}
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </button>
    </>
  );
}

type ToolsProps = {
  at: Place;
  sections: readonly VisitSection[];
  onMove: (by: -1 | 1) => void;
  edit: (edit: Edit) => void;
};

function Tools({ at, sections, onMove, edit }: ToolsProps) {
  const { t } = useTranslation('visits');
  const { number } = useFormat();
  const named = { number: number(at.index + 1), section: number(at.section + 1) };
  return (
    <span className={classes.tools}>
      {([-1, 1] as const).map((by) => (
        <ActionIcon
          key={by}
          size={36}
          data-by={by}
          aria-label={t(by === -1 ? 'question.up' : 'question.down', named)}
          disabled={placeBeside(sections, at, by) === undefined}
          onClick={() => onMove(by)}
        >
          {by === -1 ? <IconArrowUp size={18} /> : <IconArrowDown size={18} />}
        </ActionIcon>
      ))}
      <ActionIcon
        size={36}
        aria-label={t('question.remove', named)}
        disabled={sections[at.section]?.questions.length === 1}
        onClick={() => edit({ do: 'removeQuestion', at })}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </span>
  );
}

const DRAGGED = 'application/x-qafila-question';

/** A question is taken by its grip and let go on another: there it is put. */
function useDragging(at: Place, edit: (edit: Edit) => void) {
  const [isOver, setOver] = useState(false);
  const isQuestion = (event: DragEvent) => event.dataTransfer.types.includes(DRAGGED);
  return {
    isOver,
    grip: {
      draggable: true,
      onDragStart: (event: DragEvent) => event.dataTransfer.setData(DRAGGED, JSON.stringify(at)),
    },
    target: {
      onDragOver: (event: DragEvent) => {
        if (!isQuestion(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (!isQuestion(event)) return;
        event.preventDefault();
        edit({ do: 'moveQuestion', at: JSON.parse(event.dataTransfer.getData(DRAGGED)) as Place, to: at });
      },
    },
  };
}
