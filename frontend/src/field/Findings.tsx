import type { NotedFinding } from '@qafila/contract';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import phone from '../phone/phone.module.css';
import { dayOf } from '../phone/speech.ts';
import { randomUuid } from '../shared/api/uuid.ts';
import { suggestedBy } from './checklist.ts';
import { useSpeech, useVisiting } from './context.ts';
import { FindingSheet } from './FindingSheet.tsx';
import classes from './field.module.css';
import { RemoveButton } from './RemoveButton.tsx';
import type { FieldVisit } from './steps.ts';

/** What finishing will raise: by the rules of the questions, and what the visitors noted. */
export function Findings({ visit }: { visit: FieldVisit }) {
  const { inLanguage, say } = useSpeech();
  const visiting = useVisiting();
  const [edited, setEdited] = useState<{ id: string; finding: NotedFinding | null } | null>(null);
  const suggested = suggestedBy(visit, dayOf(Date.now()));
  return (
    <section className={classes.section}>
      <h2>{say('findings')}</h2>
      {suggested.length + visit.noted.length === 0 && <p className={classes.hint}>{say('findings.none')}</p>}
      {suggested.length > 0 && <h3>{say('findings.byRule')}</h3>}
      {suggested.map(({ question, note, ...it }) => (
        <FindingCard key={question.id} {...it}>
          <strong>{inLanguage(question.textAr, question.textEn)}</strong>
          {note && <span>{note}</span>}
        </FindingCard>
      ))}
      {visit.noted.length > 0 && <h3>{say('findings.noted')}</h3>}
      {visit.noted.map((finding) => (
        <FindingCard key={finding.id} {...finding}>
          <strong>{finding.text}</strong>
          <div className={classes.ways}>
            <button
              type="button"
              className={classes.small}
              aria-label={`${say('finding.change')}: ${finding.text}`}
              onClick={() => setEdited({ id: finding.id, finding })}
            >
              {say('finding.change')}
            </button>
            <RemoveButton
              className={classes.small}
              label={`${say('finding.remove')}: ${finding.text}`}
              text={say('finding.remove')}
              onRemove={() => void visiting.noteFinding(visit.id, finding.id, null)}
            />
          </div>
        </FindingCard>
      ))}
      <button
        type="button"
        className={phone.secondary}
        onClick={() => setEdited({ id: randomUuid(), finding: null })}
      >
        {say('finding.add')}
      </button>
      {edited && (
        <FindingSheet
          finding={edited.finding}
          onClose={() => setEdited(null)}
          onSave={(finding) => void visiting.noteFinding(visit.id, edited.id, finding)}
        />
      )}
    </section>
  );
}

type FindingCardProps = Pick<NotedFinding, 'severity' | 'dueOn'> & { children: ComponentChildren };

function FindingCard({ severity, dueOn, children }: FindingCardProps) {
  const { date, say } = useSpeech();
  return (
    <article className={classes.finding} data-severity={severity}>
      <p>
        <em>{say(`severity.${severity}`)}</em> · {say('due', { date: date(dueOn) })}
      </p>
      {children}
    </article>
  );
}
