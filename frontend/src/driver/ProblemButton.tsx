import { useRef, useState } from 'preact/hooks';
import buttons from '../phone/phone.module.css';
import sheet from '../phone/sheet.module.css';
import driver from './driver.module.css';
import { useSpeech } from './speech.ts';
import classes from './trip.module.css';

const KINDS = ['breakdown', 'accident', 'road', 'delay', 'fuel', 'cargo', 'other'] as const;
const WORDS_MAX = 500;

/** Says what is wrong with one tap, and with a few words if the driver has hands for them. */
export function ProblemButton({ onReport }: { onReport: (note: string) => void }) {
  const { say } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const [kind, setKind] = useState<(typeof KINDS)[number] | null>(null);
  const [words, setWords] = useState('');
  const close = () => {
    dialog.current?.close();
    setKind(null);
    setWords('');
  };
  return (
    <>
      <button
        type="button"
        className={`${buttons.secondary} ${driver.problem}`}
        onClick={() => dialog.current?.showModal()}
      >
        {say('problem')}
      </button>
      <dialog ref={dialog} className={sheet.sheet} aria-labelledby="problem-title" onClose={close}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!kind) return;
            onReport([say(`problem.${kind}`), words.trim()].filter(Boolean).join(': '));
            close();
          }}
        >
          <h2 id="problem-title">{say('problem.title')}</h2>
          <div className={classes.kinds}>
            {KINDS.map((it) => (
              <button key={it} type="button" aria-pressed={it === kind} onClick={() => setKind(it)}>
                {say(`problem.${it}`)}
              </button>
            ))}
          </div>
          <label>
            {say('problem.note')}
            <textarea
              rows={2}
              maxLength={WORDS_MAX}
              value={words}
              onInput={(event) => setWords(event.currentTarget.value)}
            />
          </label>
          <div className={buttons.pair}>
            <button type="button" className={buttons.secondary} onClick={close}>
              {say('cancel')}
            </button>
            <button type="submit" className={buttons.primary} disabled={!kind}>
              {say('problem.send')}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
