import { answerFault, type VisitAnswer, type VisitQuestion } from '@qafila/contract';
import { useId } from 'preact/hooks';
import { useSpeech } from './context.ts';
import classes from './field.module.css';
import { parseNumber } from './number.ts';
import { useDraft } from './use-draft.ts';

type NumberQuestion = Extract<VisitQuestion, { kind: 'number' }>;
type NumberAnswerProps = {
  question: NumberQuestion;
  value: VisitAnswer['value'];
  onAnswer: (value: number | null) => void;
};

/** Kept as soon as it is a number within its bounds; what is not is said beside it and not kept. */
export function NumberAnswer({ question, value, onAnswer }: NumberAnswerProps) {
  const { inLanguage } = useSpeech();
  const [faultId, unitId] = [useId(), useId()];
  const [text, setText, save] = useDraft(value === null ? '' : String(value), (typed) => {
    const number = parseNumber(typed);
    if (number === undefined || (number !== null && answerFault(question, number))) return;
    onAnswer(number);
  });
  const fault = useFault(question, text);
  return (
    <>
      <div className={classes.number}>
        <input
          type="text"
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          value={text}
          aria-label={inLanguage(question.textAr, question.textEn)}
          aria-invalid={fault !== null}
          aria-describedby={`${unitId} ${faultId}`}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={save}
        />
        <span id={unitId}>{inLanguage(question.unitAr, question.unitEn)}</span>
      </div>
      <p id={faultId} className={fault === null ? classes.hint : classes.fault} role="status">
        {fault}
      </p>
    </>
  );
}

function useFault(question: NumberQuestion, text: string): string | null {
  const { number, say } = useSpeech();
  const typed = parseNumber(text);
  if (typed === undefined) return say('number.wrong');
  if (typed === null || !answerFault(question, typed)) return null;
  const { minimum, maximum } = question;
  if (minimum !== null && maximum !== null)
    return say('number.range', { minimum: number(minimum), maximum: number(maximum) });
  return minimum !== null
    ? say('number.atLeast', { minimum: number(minimum) })
    : say('number.atMost', { maximum: number(maximum ?? 0) });
}
