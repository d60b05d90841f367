import classes from '../phone/phone.module.css';
import type { DriverState } from './driving.ts';
import { useSpeech } from './speech.ts';
import type { TrackingState } from './tracking.ts';

/** What has arrived and what waits. Fixes of the last seconds on a network that works are on their way, not waiting. */
export function Queue({ state, tracking }: { state: DriverState; tracking: TrackingState }) {
  const { count, percent, say, when } = useSpeech();
  const { waiting, held, isReached, lastSentAt, lastFix, wasRefused } = state;
  const messages = Math.max(0, waiting.reports - (held ? 1 : 0));
  const positions = isReached ? 0 : waiting.fixes;
  return (
    <section className={classes.queue} data-waiting={messages + positions > 0 || undefined}>
      <p role="status">
        {messages > 0 && <strong>{count('queue.messages', messages)}</strong>}
        {positions > 0 && <span>{count('queue.positions', positions)}</span>}
        {messages + positions === 0 && <strong>{say('queue.none')}</strong>}
      </p>
      {wasRefused && <p className={classes.refused}>{say('refused')}</p>}
      <p className={classes.facts}>
        <span>{lastSentAt ? say('position.sent', { when: when(lastSentAt) }) : say('position.never')}</span>
        {lastFix?.batteryPct != null && (
          <span>{say('battery', { percent: percent(lastFix.batteryPct) })}</span>
        )}
        {(tracking === 'asking' || tracking === 'searching') && <span>{say(`tracking.${tracking}`)}</span>}
      </p>
    </section>
  );
}
