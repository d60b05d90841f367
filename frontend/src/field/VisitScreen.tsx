import { useEffect, useRef } from 'preact/hooks';
import phone from '../phone/phone.module.css';
import { progressOf } from './checklist.ts';
import { useSpeech, useVisiting } from './context.ts';
import { Findings } from './Findings.tsx';
import { Finish } from './Finish.tsx';
import classes from './field.module.css';
import { QuestionField } from './QuestionField.tsx';
import { NetPill, Standing } from './Standing.tsx';
import type { FieldVisit } from './steps.ts';
import { VisitFacts } from './VisitFacts.tsx';
import type { FieldState } from './visiting.ts';

/** One visit, from the way there to its end. */
export function VisitScreen({ visit, state }: { visit: FieldVisit; state: FieldState }) {
  const { name, say } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(function arrive() {
    heading.current?.focus();
    scrollTo(0, 0);
  }, []);
  return (
    <>
      <header className={phone.head}>
        <a href="#visits" className={classes.back}>
          {say('back')}
        </a>
        <NetPill isReached={state.isReached} />
        <h1 ref={heading} tabIndex={-1}>
          {name(visit.association)}
        </h1>
        <p>
          <bdi dir="ltr">{visit.code}</bdi> · {say(`status.${visit.status}`)}
        </p>
      </header>
      <main className={phone.page}>
        <Standing state={state} />
        <VisitFacts visit={visit} />
        {visit.status === 'planned' && <Begin visitId={visit.id} />}
        {visit.status === 'in_progress' && <Checklist visit={visit} />}
        {visit.status === 'finished' && <Over visit={visit} />}
      </main>
    </>
  );
}

function Begin({ visitId }: { visitId: string }) {
  const { say } = useSpeech();
  const visiting = useVisiting();
  return (
    <button type="button" className={classes.begin} onClick={() => void visiting.start(visitId)}>
      <strong>{say('begin')}</strong>
      <span>{say('begin.text')}</span>
    </button>
  );
}

function Checklist({ visit }: { visit: FieldVisit }) {
  const { inLanguage } = useSpeech();
  return (
    <>
      <Progress visit={visit} />
      {visit.sections.map((section) => (
        <section key={section.id} className={classes.section}>
          <h2>{inLanguage(section.titleAr, section.titleEn)}</h2>
          {section.questions.map((question) => (
            <QuestionField key={question.id} question={question} visit={visit} />
          ))}
        </section>
      ))}
      <Findings visit={visit} />
      <Finish visit={visit} />
    </>
  );
}

function Progress({ visit }: { visit: FieldVisit }) {
  const { number, say } = useSpeech();
  const { answered, total } = progressOf(visit);
  return (
    <div className={classes.progress}>
      <progress aria-label={say('progress.label')} value={answered} max={total} />
      <strong>{say('progress', { answered: number(answered), total: number(total) })}</strong>
    </div>
  );
}

function Over({ visit }: { visit: FieldVisit }) {
  const { say, when } = useSpeech();
  return (
    <section className={classes.over}>
      <h2>{say('finished', { when: when(visit.finishedAt ?? visit.plannedFor) })}</h2>
      <p>{say(visit.waitingCount > 0 ? 'finished.waiting' : 'finished.sent')}</p>
    </section>
  );
}
