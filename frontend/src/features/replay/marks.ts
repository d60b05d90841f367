import type { ReplayEvent, ReplayEventKind } from '@qafila/contract';
import { type Axis, shareOf } from './time-axis.ts';

/** What the time line shows; that a convoy was closed says no more than its last delivery did. */
export type MarkKind = Exclude<ReplayEventKind, 'settled'>;

/** The gravest of those that would cover each other is drawn; all are named. */
const WEIGHT: Readonly<Record<MarkKind, number>> = {
  departed: 0,
  arrived: 1,
  delivered: 2,
  hazard: 3,
  alert: 4,
};

export type Mark = {
  readonly share: number;
  readonly atMs: number;
  readonly kind: MarkKind;
  readonly detail: string | null;
  readonly events: readonly ReplayEvent[];
};

function isMarked(event: ReplayEvent): event is ReplayEvent & { kind: MarkKind } {
  return event.kind !== 'settled';
}

/** Events as marks along the axis, those nearer to each other than `width` (a share of it) as one. */
export function marksOf(events: readonly ReplayEvent[], axis: Axis, width: number): Mark[] {
  const inOrder = events
    .filter(isMarked)
    .map((event) => ({ event, atMs: Date.parse(event.at) }))
    .filter(({ atMs }) => atMs >= axis.fromMs && atMs <= axis.toMs)
    .sort((a, b) => a.atMs - b.atMs);
  const marks: Mark[] = [];
  for (const { event, atMs } of inOrder) {
    const share = shareOf(axis, atMs);
    const last = marks.at(-1);
    if (last && share - last.share < width) {
      const isGraver = WEIGHT[event.kind] > WEIGHT[last.kind];
      const shown = isGraver ? { kind: event.kind, detail: event.detail, atMs } : {};
      marks[marks.length - 1] = { ...last, ...shown, events: [...last.events, event] };
    } else marks.push({ share, atMs, kind: event.kind, detail: event.detail, events: [event] });
  }
  return marks;
}

/** The mark next to an instant in a direction; undefined at the end. */
export function nextMark(marks: readonly Mark[], atMs: number, direction: 1 | -1): Mark | undefined {
  return direction > 0
    ? marks.find((mark) => mark.atMs > atMs + 500)
    : marks.findLast((mark) => mark.atMs < atMs - 500);
}
