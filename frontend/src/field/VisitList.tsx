import { useState } from 'preact/hooks';
import phone from '../phone/phone.module.css';
import { dayOf } from '../phone/speech.ts';
import { type Group, groupOf, progressOf } from './checklist.ts';
import { useSpeech, useVisiting } from './context.ts';
import classes from './field.module.css';
import { Sheet } from './Sheet.tsx';
import { NetPill, Standing } from './Standing.tsx';
import type { FieldVisit } from './steps.ts';
import type { FieldState } from './visiting.ts';

const GROUPS: readonly Group[] = ['today', 'late', 'later', 'done'];

type VisitListProps = { visits: readonly FieldVisit[]; state: FieldState; onSignOut: () => void };

export function VisitList({ visits, state, onSignOut }: VisitListProps) {
  const { say } = useSpeech();
  const { visitor } = useVisiting();
  const today = dayOf(Date.now());
  const inOrder = [...visits].sort((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1));
  return (
    <>
      <header className={phone.head}>
        <h1>{say('heading')}</h1>
        <NetPill isReached={state.isReached} />
        <p>{visitor.name}</p>
      </header>
      <main className={phone.page}>
        {!isSecureContext && <p className={classes.warning}>{say('insecure')}</p>}
        <Standing state={state} />
        {visits.length === 0 && (
          <div className={classes.empty}>
            <h2>{say('none.title')}</h2>
            <p>{say('none.text')}</p>
          </div>
        )}
        {GROUPS.map((group) => {
          const members = inOrder.filter((visit) => groupOf(visit, dayOf, today) === group);
          if (members.length === 0) return null;
          return (
            <section key={group} className={classes.group}>
              <h2>{say(`group.${group}`)}</h2>
              <ul>
                {members.map((visit) => (
                  <li key={visit.id}>
                    <VisitCard visit={visit} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        {state.isReached && !state.isSignedOut && (
          <SignOut waitingCount={state.waiting.length} onSignOut={onSignOut} />
        )}
      </main>
    </>
  );
}

function VisitCard({ visit }: { visit: FieldVisit }) {
  const { count, name, number, say, when } = useSpeech();
  const { answered, total } = progressOf(visit);
  return (
    <a href={`#${visit.id}`} className={classes.card} data-status={visit.status}>
      <strong>{name(visit.association)}</strong>
      <span>{say('planned', { when: when(visit.plannedFor) })}</span>
      <span className={classes.cardFacts}>
        <em data-status={visit.status}>{say(`status.${visit.status}`)}</em>
        {visit.status === 'in_progress' && (
          <span>{say('progress', { answered: number(answered), total: number(total) })}</span>
        )}
        {visit.waitingCount > 0 && <span>{count('queue.unsent', visit.waitingCount)}</span>}
      </span>
    </a>
  );
}

function SignOut({ waitingCount, onSignOut }: { waitingCount: number; onSignOut: () => void }) {
  const { count, say } = useSpeech();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className={classes.quiet} onClick={() => setAsking(true)}>
        {say('signOut')}
      </button>
      {isAsking && (
        <Sheet title={say('signOut.title')} onClose={() => setAsking(false)}>
          {waitingCount > 0 ? (
            <p>
              <strong>{count('queue.unsent', waitingCount)}</strong>
              <br />
              {say('signOut.kept')}
            </p>
          ) : (
            <p>{say('signOut.none')}</p>
          )}
          <div className={phone.pair}>
            <button type="button" className={phone.secondary} onClick={() => setAsking(false)}>
              {say('cancel')}
            </button>
            <button type="button" className={phone.primary} onClick={onSignOut}>
              {say('signOut')}
            </button>
          </div>
        </Sheet>
      )}
    </>
  );
}
