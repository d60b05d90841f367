import type { AlertKind, ReplayEvent, SharedView } from '@qafila/contract';
import { IconFlame } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { calendarDay, useFormat } from '../../shared/format/index.ts';
import { Code, type Glyph, StageGlyph } from '../../shared/ui/index.ts';
import { AlertGlyph } from '../alerts/index.ts';
import { useEventWords } from '../replay/index.ts';
import classes from './Wall.module.css';

const AT_MOST = 12;
const GLYPHS: Readonly<Record<Exclude<ReplayEvent['kind'], 'alert' | 'hazard'>, Glyph>> = {
  departed: 'en_route',
  arrived: 'arrived',
  delivered: 'settled',
  settled: 'settled',
};

/** What happened last, newest first; as many as there is room for. */
export function WallEvents({ view, now }: { view: SharedView; now: Date }) {
  const { t } = useTranslation('wall');
  const { time, when } = useFormat();
  const wordsOf = useEventWords();
  if (view.events.length === 0) return null;
  return (
    <section className={`${classes.section} ${classes.grow}`}>
      <h2>{t('events')}</h2>
      <ol className={classes.events}>
        {view.events.slice(0, AT_MOST).map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two events may be alike in all that they tell
          <li key={index}>
            <time dateTime={event.at}>
              {calendarDay(event.at) === calendarDay(now) ? time(event.at) : when(event.at, now)}
            </time>
            <EventGlyph event={event} />
            {event.convoyCode && <Code>{event.convoyCode}</Code>}
            <span>{wordsOf(event)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function EventGlyph({ event: { kind, detail } }: { event: ReplayEvent }) {
  if (kind === 'hazard')
    return <IconFlame size={22} stroke={1.8} className={classes.fire ?? ''} aria-hidden="true" />;
  if (kind === 'alert') return <AlertGlyph kind={(detail ?? 'problem') as AlertKind} size={22} />;
  return <StageGlyph glyph={GLYPHS[kind]} size={19} />;
}
