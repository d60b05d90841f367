import { useFormat } from '../../shared/format/index.ts';
import type { Mark } from './marks.ts';
import classes from './ReplayBar.module.css';
import { useEventText } from './useEventText.ts';

type TimeTipProps = { share: number; atMs: number; mark: Mark | undefined };

const AT_MOST = 4;

/** The time under the pointer, and what happened there. */
export function TimeTip({ share, atMs, mark }: TimeTipProps) {
  const { dateTime, number } = useFormat();
  const textOf = useEventText();
  const events = mark?.events ?? [];
  return (
    <div
      className={classes.tip}
      role="presentation"
      style={{ insetInlineStart: `${Math.min(90, Math.max(10, share * 100))}%` }}
    >
      <strong>{dateTime(atMs)}</strong>
      {events.slice(0, AT_MOST).map((event) => (
        <div key={`${event.at} ${event.kind} ${event.convoyId} ${event.detail}`}>{textOf(event)}</div>
      ))}
      {events.length > AT_MOST && <div>{`+${number(events.length - AT_MOST)}`}</div>}
    </div>
  );
}
