import { raisedBy, type VisitAnswer, type VisitQuestion } from '@qafila/contract';
import { useState } from 'preact/hooks';
import { photographed } from './checklist.ts';
import { useSpeech, useVisiting } from './context.ts';
import classes from './field.module.css';
import { NumberAnswer } from './NumberAnswer.tsx';
import { PhotoField } from './PhotoField.tsx';
import type { FieldVisit } from './steps.ts';
import { TextAnswer } from './TextAnswer.tsx';

type QuestionFieldProps = { question: VisitQuestion; visit: FieldVisit };

/** One question with its answer, pictures beside it, and a note on it. */
export function QuestionField({ question, visit }: QuestionFieldProps) {
  const { inLanguage, say } = useSpeech();
  const visiting = useVisiting();
  const answer = visit.answers.find(({ questionId }) => questionId === question.id);
  const value = answer?.value ?? null;
  const save = (said: Partial<Pick<VisitAnswer, 'value' | 'note'>>) =>
    void visiting.answer(visit.id, question.id, { value, note: answer?.note ?? '', ...said });
  const isAnswered = question.kind === 'photo' ? photographed(visit).has(question.id) : value !== null;
  const severity = raisedBy(question, value);
  const label = inLanguage(question.textAr, question.textEn);
  return (
    <fieldset
      id={`q-${question.id}`}
      className={classes.question}
      data-kind={question.kind}
      data-answered={isAnswered}
      tabIndex={-1}
    >
      <legend>
        {label} {question.isRequired && <em className={classes.required}>{say('required')}</em>}
      </legend>
      <Answer question={question} value={value} onAnswer={(given) => save({ value: given })} />
      {severity && (
        <p className={classes.raises} data-severity={severity}>
          {say('raises', { severity: say(`severity.${severity}`) })}
        </p>
      )}
      <div className={classes.beside}>
        <PhotoField question={question} visit={visit} />
        {question.kind !== 'photo' && (
          <NoteField question={label} note={answer?.note ?? ''} onChange={(note) => save({ note })} />
        )}
      </div>
    </fieldset>
  );
}

type AnswerProps = {
  question: VisitQuestion;
  value: VisitAnswer['value'];
  onAnswer: (value: VisitAnswer['value']) => void;
};

function Answer({ question, value, onAnswer }: AnswerProps) {
  const { inLanguage, number, say } = useSpeech();
  const label = inLanguage(question.textAr, question.textEn);
  switch (question.kind) {
    case 'yes_no':
      return (
        <Choices
          choices={[
            { value: true, label: say('answer.yes') },
            { value: false, label: say('answer.no') },
          ]}
          chosen={value}
          onChoose={onAnswer}
        />
      );
    case 'scale':
      return (
        <>
          <Choices
            choices={[1, 2, 3, 4, 5].map((step) => ({ value: step, label: number(step) }))}
            chosen={value}
            onChoose={onAnswer}
          />
          <p className={classes.hint}>{say('scale.hint')}</p>
        </>
      );
    case 'number':
      return <NumberAnswer question={question} value={value} onAnswer={onAnswer} />;
    case 'text':
      return (
        <TextAnswer
          label={label}
          value={value === null ? '' : String(value)}
          onAnswer={(text) => onAnswer(text || null)}
        />
      );
    case 'photo':
      return null;
  }
}

type ChoicesProps = {
  choices: readonly { value: boolean | number; label: string }[];
  chosen: VisitAnswer['value'];
  onChoose: (value: boolean | number | null) => void;
};

/** A second tap on the same takes it back. */
function Choices({ choices, chosen, onChoose }: ChoicesProps) {
  return (
    <div className={classes.choices}>
      {choices.map(({ value, label }) => (
        <button
          key={label}
          type="button"
          aria-pressed={value === chosen}
          onClick={() => onChoose(value === chosen ? null : value)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

type NoteFieldProps = { question: string; note: string; onChange: (note: string) => void };

function NoteField({ question, note, onChange }: NoteFieldProps) {
  const { say } = useSpeech();
  const [isOpen, setOpen] = useState(note !== '');
  if (!isOpen) {
    return (
      <button
        type="button"
        className={classes.quiet}
        aria-label={`${say('note.add')}: ${question}`}
        onClick={() => setOpen(true)}
      >
        {say('note.add')}
      </button>
    );
  }
  return (
    <div className={classes.note}>
      <span aria-hidden="true">{say('note')}</span>
      <TextAnswer label={`${say('note')}: ${question}`} value={note} onAnswer={onChange} />
    </div>
  );
}
