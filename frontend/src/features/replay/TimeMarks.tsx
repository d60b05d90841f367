import type { AlertKind } from '@qafila/contract';
import { IconFlame } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import { useFormat } from '../../shared/format/index.ts';
import { type Glyph, StageGlyph } from '../../shared/ui/index.ts';
import { severityOf } from '../alerts/index.ts';
import type { Mark } from './marks.ts';
import classes from './ReplayBar.module.css';
import { type Axis, shareOf, ticksOf } from './time-axis.ts';

type TimeMarksProps = { axis: Axis; marks: readonly Mark[]; width: number };

/** What stands on the time line: ticks below it, events above. */
export const TimeMarks = memo(function TimeMarks({ axis, marks, width }: TimeMarksProps) {
  const { date, time } = useFormat();
  const ticks = useMemo(() => ticksOf(axis, width), [axis, width]);
  const hasDays = ticks.length > 1 && ticks.every(({ isDay }) => isDay);
  const dayOf = (atMs: number) => date(atMs).split(' ')[0];
  // Some Arabic months have two words; a year, where there is one, is left to the date beside.
  const dayAndMonth = (atMs: number) => date(atMs).replace(/ \p{Nd}{4}$/u, '');
  return (
    <div aria-hidden="true">
      {ticks.map(({ atMs, isDay }) => (
        <span
          key={atMs}
          className={classes.tick}
          data-day={(isDay && !hasDays) || undefined}
          style={{ insetInlineStart: `${shareOf(axis, atMs) * 100}%` }}
        >
          <i />
          <b>{hasDays ? dayOf(atMs) : isDay ? dayAndMonth(atMs) : time(atMs)}</b>
        </span>
      ))}
      {marks.map((mark) => (
        <span
          key={`${mark.atMs} ${mark.kind}`}
          className={classes.mark}
          data-kind={mark.kind}
          style={{ insetInlineStart: `${mark.share * 100}%` }}
        >
          {mark.kind === 'hazard' ? (
            <IconFlame size={15} stroke={2} />
          ) : (
            <StageGlyph glyph={glyphOf(mark)} size={12} />
          )}
        </span>
      ))}
    </div>
  );
});

function glyphOf({ kind, detail }: Mark): Glyph {
  if (kind === 'departed') return 'en_route';
  if (kind === 'arrived') return 'arrived';
  if (kind === 'delivered') return 'settled';
  return detail && severityOf({ kind: detail as AlertKind }) === 'critical' ? 'incident' : 'delayed';
}
