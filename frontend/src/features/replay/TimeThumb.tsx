import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { type Mark, nextMark } from './marks.ts';
import classes from './ReplayBar.module.css';
import { useReplay } from './replay.store.ts';
import { type Axis, shareOf } from './time-axis.ts';
import { useEventText } from './useEventText.ts';
import type { ReplaySession } from './useReplaySession.ts';

const MIN_MS = 60_000;
/** So far along, the time stands before the thumb. */
const LATE_SHARE = 0.86;

type TimeThumbProps = { axis: Axis; marks: readonly Mark[]; session: ReplaySession; isRtl: boolean };

/**
 * The instant that is shown. Arrows move it by a minute, with Shift by ten; Page Up and Page Down from event to event;
 * Home and End to the ends; Space plays. Its place follows every frame without React.
 */
export function TimeThumb({ axis, marks, session, isRtl }: TimeThumbProps) {
  const { t } = useTranslation('replay');
  const { dateTime, time } = useFormat();
  const textOf = useEventText();
  const thumb = useRef<HTMLDivElement>(null);
  const minute = useReplay(({ atMs }) => Math.floor((atMs ?? axis.toMs) / MIN_MS));
  const isReady = useReplay(({ atMs }) => atMs === null || session.tracks.isReady(atMs));
  useThumbPlace(thumb, axis);
  const shownMs = minute * MIN_MS;
  const mark = marks.find(({ atMs }) => Math.floor(atMs / MIN_MS) === minute);
  const spoken = [dateTime(shownMs), ...(mark?.events.map(textOf) ?? [])].join(t('coverage.separator'));
  const onKeyDown = (event: KeyboardEvent) => {
    const { atMs, isPlaying, seek, setPlaying } = useReplay.getState();
    if (event.key === ' ') {
      event.preventDefault();
      return setPlaying(!isPlaying);
    }
    const next = afterKey(event, atMs ?? axis.toMs, { axis, marks, isRtl });
    if (next === undefined) return;
    event.preventDefault();
    seek(Math.min(axis.toMs, Math.max(axis.fromMs, next)));
  };
  return (
    <>
      <div className={classes.rail}>
        <span className={classes.done} data-done />
      </div>
      <div
        ref={thumb}
        className={classes.thumb}
        role="slider"
        tabIndex={0}
        data-loading={!isReady || undefined}
        aria-busy={!isReady || undefined}
        aria-label={t('slider')}
        aria-valuemin={Math.floor(axis.fromMs / MIN_MS)}
        aria-valuemax={Math.floor(axis.toMs / MIN_MS)}
        aria-valuenow={minute}
        aria-valuetext={spoken}
        onKeyDown={onKeyDown}
      >
        <b className={classes.time}>
          <bdi>{time(shownMs)}</bdi>
        </b>
      </div>
    </>
  );
}

function useThumbPlace(thumb: { readonly current: HTMLElement | null }, axis: Axis): void {
  useEffect(
    function follow() {
      const place = () => {
        const { atMs } = useReplay.getState();
        const share = shareOf(axis, atMs ?? axis.toMs);
        const element = thumb.current;
        if (!element) return;
        element.style.insetInlineStart = `${share * 100}%`;
        element.toggleAttribute('data-late', share > LATE_SHARE);
        const done = element.previousElementSibling?.querySelector<HTMLElement>('[data-done]');
        if (done) done.style.inlineSize = `${share * 100}%`;
      };
      place();
      return useReplay.subscribe(place);
    },
    [thumb, axis],
  );
}

type KeyContext = { axis: Axis; marks: readonly Mark[]; isRtl: boolean };

/** Where a key leads to; undefined for one that means nothing here. */
function afterKey(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  atMs: number,
  { axis, marks, isRtl }: KeyContext,
): number | undefined {
  const stepMs = shiftKey ? 10 * MIN_MS : MIN_MS;
  const onwards = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const backwards = isRtl ? 'ArrowRight' : 'ArrowLeft';
  if (key === onwards || key === 'ArrowUp') return atMs + stepMs;
  if (key === backwards || key === 'ArrowDown') return atMs - stepMs;
  if (key === 'Home') return axis.fromMs;
  if (key === 'End') return axis.toMs;
  if (key === 'PageUp') return nextMark(marks, atMs, 1)?.atMs;
  if (key === 'PageDown') return nextMark(marks, atMs, -1)?.atMs;
  return undefined;
}
