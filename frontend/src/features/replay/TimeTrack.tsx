import { type PointerEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { directionOf, usePreferences } from '../../shared/i18n/index.ts';
import { marksOf } from './marks.ts';
import classes from './ReplayBar.module.css';
import { useReplay } from './replay.store.ts';
import { TimeMarks } from './TimeMarks.tsx';
import { TimeThumb } from './TimeThumb.tsx';
import { TimeTip } from './TimeTip.tsx';
import { type Axis, atShare, shareOf } from './time-axis.ts';
import type { ReplaySession } from './useReplaySession.ts';

/** As near to a mark as this, the mark is meant; pixels. */
const SNAP_PX = 7;
const MARK_PX = 13;

type TimeTrackProps = { session: ReplaySession; axis: Axis };

/** The time line: its days and hours, what happened, and the instant that is shown, to be dragged. */
export function TimeTrack({ session, axis }: TimeTrackProps) {
  const box = useRef<HTMLDivElement>(null);
  const isRtl = usePreferences(({ language }) => directionOf(language) === 'rtl');
  const width = useWidth(box);
  const marks = useMemo(() => marksOf(session.events, axis, MARK_PX / width), [session.events, axis, width]);
  const [hovered, setHovered] = useState<number | null>(null);
  const shareAt = ({ clientX }: PointerEvent): number => {
    const { left, right, width: across } = box.current?.getBoundingClientRect() ?? new DOMRect();
    const share = (isRtl ? right - clientX : clientX - left) / Math.max(1, across);
    const near = marks.find((mark) => Math.abs(mark.share - share) * across < SNAP_PX);
    return near ? shareOf(axis, near.atMs) : Math.min(1, Math.max(0, share));
  };
  const seek = (event: PointerEvent) => {
    setHovered(shareAt(event));
    useReplay.getState().seek(atShare(axis, shareAt(event)));
  };
  const grab = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.querySelector<HTMLElement>('[role="slider"]')?.focus({ preventScroll: true });
    seek(event);
  };
  return (
    <div
      ref={box}
      className={classes.track}
      onPointerDown={grab}
      onPointerMove={(event) => (event.buttons === 1 ? seek(event) : setHovered(shareAt(event)))}
      onPointerLeave={() => setHovered(null)}
    >
      <TimeMarks axis={axis} marks={marks} width={width} />
      <TimeThumb axis={axis} marks={marks} session={session} isRtl={isRtl} />
      {hovered !== null && (
        <TimeTip
          share={hovered}
          atMs={atShare(axis, hovered)}
          mark={marks.find(({ share }) => share === hovered)}
        />
      )}
    </div>
  );
}

function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(600);
  useEffect(
    function measure() {
      const element = box.current;
      if (!element) return;
      const observer = new ResizeObserver(() => setWidth(Math.max(1, element.clientWidth)));
      observer.observe(element);
      return () => observer.disconnect();
    },
    [box],
  );
  return width;
}
