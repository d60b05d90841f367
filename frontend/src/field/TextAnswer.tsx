import { LIMITS } from '@qafila/contract';
import { useDraft } from './use-draft.ts';

type TextAnswerProps = {
  label: string;
  value: string;
  onAnswer: (text: string) => void;
};

export function TextAnswer({ label, value, onAnswer }: TextAnswerProps) {
  const [text, setText, save] = useDraft(value, (typed) => onAnswer(typed.trim()));
  return (
    <textarea
      rows={3}
      maxLength={LIMITS.noteMax}
      value={text}
      aria-label={label}
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={save}
    />
  );
}
