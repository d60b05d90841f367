import { questionsIn } from '@qafila/contract';
import phone from '../phone/phone.module.css';
import { useSpeech, useVisiting } from './context.ts';
import classes from './field.module.css';
import type { FieldState, KeptRefusal } from './visiting.ts';

/** The door is the application's; it leads back here. */
export function SignInLink() {
  const { say } = useSpeech();
  return (
    <a href="/login?then=/field" className={phone.primary}>
      {say('signIn')}
    </a>
  );
}

export function NetPill({ isReached }: { isReached: boolean }) {
  const { say } = useSpeech();
  return (
    <span className={phone.net} data-reached={isReached} role="status">
      {say(isReached ? 'net.on' : 'net.off')}
    </span>
  );
}

/** What has arrived, what waits, and what will never be taken. */
export function Standing({ state }: { state: FieldState }) {
  const { count, say } = useSpeech();
  const { waiting, isReached, isSignedOut, refused } = state;
  const isOnItsWay = isReached && !isSignedOut;
  return (
    <>
      {isSignedOut && (
        <section className={classes.expired} role="alert">
          <h2>{say('expired.title')}</h2>
          <p>{say('expired.text')}</p>
          <SignInLink />
        </section>
      )}
      <section className={phone.queue} data-waiting={(waiting.length > 0 && !isOnItsWay) || undefined}>
        <p role="status">
          <strong>
            {waiting.length === 0 ? say('queue.none') : count(whatWaits(state), waiting.length)}
          </strong>
        </p>
        {waiting.length > 0 && !isOnItsWay && <p className={phone.facts}>{say('queue.safe')}</p>}
      </section>
      {refused.map((refusal) => (
        <Refused key={refusal.id} refusal={refusal} state={state} />
      ))}
    </>
  );
}

function whatWaits({ isReached, isSignedOut }: FieldState) {
  if (isSignedOut) return 'queue.unsent';
  return isReached ? 'queue.sending' : 'queue.waiting';
}

function Refused({ refusal, state }: { refusal: KeptRefusal; state: FieldState }) {
  const { name, reason, say } = useSpeech();
  const visiting = useVisiting();
  return (
    <section className={classes.refused} role="alert">
      <h2>{say('refused.title')}</h2>
      <p>
        {refusal.association ? name(refusal.association) : say('refused.visit')}
        {' · '}
        <bdi>{useSubject(refusal, state)}</bdi>
      </p>
      <p>{reason(refusal.code)}</p>
      <button type="button" className={classes.small} onClick={() => void visiting.dismiss(refusal.id)}>
        {say('understood')}
      </button>
    </section>
  );
}

/** In words, what it was that was not taken. */
function useSubject({ step }: KeptRefusal, { visits }: FieldState): string {
  const { inLanguage, say } = useSpeech();
  if (step.kind !== 'record') return say(`refused.${step.kind}`);
  const { record } = step;
  if (record.kind === 'photo_removal') return say('refused.photo');
  if (record.kind === 'finding') return say('refused.finding', { text: record.finding?.text ?? '' });
  const visit = visits.find(({ id }) => id === step.visitId);
  const question = questionsIn(visit?.sections ?? []).find(({ id }) => id === record.questionId);
  return say('refused.answer', { text: question ? inLanguage(question.textAr, question.textEn) : '' });
}
