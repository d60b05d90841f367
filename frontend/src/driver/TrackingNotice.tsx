import { useSpeech } from './speech.ts';
import type { TrackingState } from './tracking.ts';
import classes from './trip.module.css';

/** Why the phone gives no position, and what to do about it. */
export function TrackingNotice({ tracking }: { tracking: TrackingState }) {
  const { say } = useSpeech();
  if (tracking !== 'denied' && tracking !== 'insecure' && tracking !== 'unavailable') return null;
  return (
    <section className={classes.notice} role="alert">
      <strong>{say(`tracking.${tracking}.title`)}</strong>
      <p>{say(`tracking.${tracking}.text`)}</p>
    </section>
  );
}
