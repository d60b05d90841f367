import { useState } from 'preact/hooks';
import phone from '../phone/phone.module.css';
import { dayOf } from '../phone/speech.ts';
import { progressOf, suggestedBy } from './checklist.ts';
import { useSpeech, useVisiting } from './context.ts';
import classes from './field.module.css';
import { Sheet } from './Sheet.tsx';
import type { FieldVisit } from './steps.ts';

/** The end of a visit, or what still stands before it. */
export function Finish({ visit }: { visit: FieldVisit }) {
  const { count, inLanguage, number, say } = useSpeech();
  const visiting = useVisiting();
  const [isAsking, setAsking] = useState(false);
  const { missing, answered, total } = progressOf(visit);
  const findings = suggestedBy(visit, dayOf(Date.now())).length + visit.noted.length;
  if (missing.length > 0) {
    return (
      <section className={classes.missing}>
        <h2>{say('missing')}</h2>
        <ul>
          {missing.map(({ id, textAr, textEn }) => (
            <li key={id}>
              <button type="button" onClick={() => goTo(id)}>
                {inLanguage(textAr, textEn)}
              </button>
            </li>
          ))}
        </ul>
      </section>
    );
  }
  return (
    <>
      <button type="button" className={phone.primary} onClick={() => setAsking(true)}>
        {say('finish')}
      </button>
      {isAsking && (
        <Sheet title={say('finish.title')} onClose={() => setAsking(false)}>
          <p>
            {say('progress.label')}: {say('progress', { answered: number(answered), total: number(total) })}
            <br />
            {say('findings')}: {count('finish.findings', findings)}
          </p>
          <p>{say('finish.text')}</p>
          <div className={phone.pair}>
            <button type="button" className={phone.secondary} onClick={() => setAsking(false)}>
              {say('cancel')}
            </button>
            <button type="button" className={phone.primary} onClick={() => void visiting.finish(visit.id)}>
              {say('finish')}
            </button>
          </div>
        </Sheet>
      )}
    </>
  );
}

function goTo(questionId: string): void {
  const question = document.getElementById(`q-${questionId}`);
  question?.scrollIntoView({ block: 'center' });
  question?.focus({ preventScroll: true });
}
