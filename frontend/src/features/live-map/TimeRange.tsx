import type { EtaRange } from '@qafila/contract';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import classes from './TimeRange.module.css';

/** A range of clock times in reading direction, the earlier first; with the day where it is not today. */
export function TimeRange({ range: { earliest, latest }, now }: { range: EtaRange; now: Date }) {
  const { time, when } = useFormat();
  const isToday = calendarDay(earliest) === calendarDay(now);
  const [from, to] = [isToday ? time(earliest) : when(earliest, now), time(latest)];
  return (
    <span className={classes.range}>
      <bdi>{from}</bdi>
      {to !== time(earliest) && (
        <>
          –<bdi>{to}</bdi>
        </>
      )}
    </span>
  );
}
