import { addDays, FINDING_DUE_DAYS, LIMITS, type NotedFinding } from '@qafila/contract';
import { useState } from 'preact/hooks';
import phone from '../phone/phone.module.css';
import { dayOf } from '../phone/speech.ts';
import { useSpeech } from './context.ts';
import classes from './field.module.css';
import { Sheet } from './Sheet.tsx';

const SEVERITIES = ['minor', 'major', 'critical'] as const;
type Severity = (typeof SEVERITIES)[number];
type Said = Pick<NotedFinding, 'severity' | 'text' | 'dueOn'>;

type FindingSheetProps = { finding: Said | null; onSave: (finding: Said) => void; onClose: () => void };

export function FindingSheet({ finding, onSave, onClose }: FindingSheetProps) {
  const { say } = useSpeech();
  const today = dayOf(Date.now());
  const usual = (of: Severity) => addDays(today, FINDING_DUE_DAYS[of]);
  const [severity, setSeverity] = useState<Severity>(finding?.severity ?? 'major');
  const [dueOn, setDueOn] = useState(finding?.dueOn ?? usual('major'));
  const [text, setText] = useState(finding?.text ?? '');
  const choose = (chosen: Severity) => {
    // A date that was set by hand stays.
    if (dueOn === usual(severity)) setDueOn(usual(chosen));
    setSeverity(chosen);
  };
  return (
    <Sheet title={say(finding ? 'finding.edit' : 'finding.new')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave({ severity, text: text.trim(), dueOn });
          onClose();
        }}
      >
        <label>
          {say('finding.text')}
          <textarea
            rows={3}
            maxLength={LIMITS.noteMax}
            required
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <fieldset className={classes.plainset}>
          <legend>{say('finding.severity')}</legend>
          <div className={classes.choices}>
            {SEVERITIES.map((it) => (
              <button key={it} type="button" aria-pressed={it === severity} onClick={() => choose(it)}>
                {say(`severity.${it}`)}
              </button>
            ))}
          </div>
        </fieldset>
        <label>
          {say('finding.due')}
          <input
            type="date"
            required
            min={today}
            value={dueOn}
            onInput={(event) => setDueOn(event.currentTarget.value)}
          />
        </label>
        <div className={phone.pair}>
          <button type="button" className={phone.secondary} onClick={onClose}>
            {say('cancel')}
          </button>
          <button type="submit" className={phone.primary} disabled={text.trim() === '' || dueOn < today}>
            {say('finding.save')}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
