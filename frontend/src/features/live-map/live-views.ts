import type { LiveMap } from '@qafila/contract';
import { useCallback, useLayoutEffect, useState } from 'react';
import {
  convoyAsOf,
  fixesAt,
  type ReplaySession,
  useIsReplaying,
  useReplay,
  withProgress,
} from '../replay/index.ts';
import { type ConvoyView, viewsOf } from './convoy-view.ts';
import { useLive } from './live.store.ts';

/** Lists are drawn anew this often and no oftener, however many positions come in. */
const TICK_MS = 1_000;
const REPLAY_TICK_MS = 250;

export type LiveViews = { readonly now: Date; readonly convoys: readonly ConvoyView[] };

/** The server's present: this device's clock, corrected by what the server said when it last answered. */
export function useServerClock(asOf: string | undefined, answeredAtMs: number): () => Date {
  const aheadMs = asOf === undefined ? 0 : Date.parse(asOf) - answeredAtMs;
  return useCallback(() => new Date(Date.now() + aheadMs), [aheadMs]);
}

/** The convoys at the instant that is shown: now, or whenever the replay is. Undefined until the first answer. */
export function useShownViews(
  live: LiveMap | undefined,
  clock: () => Date,
  session: ReplaySession,
): LiveViews | undefined {
  const isReplaying = useIsReplaying();
  const present = useLiveViews(live, clock);
  const past = usePastViews(isReplaying ? live : undefined, clock, session);
  return isReplaying ? (past ?? present) : present;
}

/** The convoys as they stood, with the same reckoning as the present ones. */
function usePastViews(
  live: LiveMap | undefined,
  clock: () => Date,
  { tracks, loaded }: ReplaySession,
): LiveViews | undefined {
  const [views, setViews] = useState<LiveViews>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: tracks that have come in are to be shown
  useLayoutEffect(
    function follow() {
      if (!live) return setViews(undefined);
      let shownMs: number | null = null;
      const show = () => {
        const { atMs } = useReplay.getState();
        if (atMs === null || atMs === shownMs) return;
        shownMs = atMs;
        setViews(viewsAt(live, atMs, tracks.around(atMs, clock().getTime())));
      };
      show();
      const timer = setInterval(show, REPLAY_TICK_MS);
      return () => clearInterval(timer);
    },
    [live, clock, tracks, loaded],
  );
  return views;
}

function viewsAt(live: LiveMap, atMs: number, tracks: Parameters<typeof fixesAt>[0]): LiveViews {
  const now = new Date(atMs);
  const convoys = live.convoys.flatMap((each) => {
    const convoy = convoyAsOf(each.convoy, now);
    return convoy ? [{ ...each, convoy }] : [];
  });
  const fixes = withProgress(
    fixesAt(tracks, atMs),
    convoys.map(({ convoy }) => convoy),
  );
  return { now, convoys: viewsOf(convoys, fixes, now) };
}

/** The convoys as they are this second. */
function useLiveViews(live: LiveMap | undefined, clock: () => Date): LiveViews | undefined {
  const [views, setViews] = useState<LiveViews>();
  useLayoutEffect(
    function keepUp() {
      if (!live) return;
      const tick = () => {
        const [now, { fixes }] = [clock(), useLive.getState()];
        setViews({ now, convoys: viewsOf(live.convoys, fixes, now) });
      };
      tick();
      const timer = setInterval(tick, TICK_MS);
      const stop = useLive.subscribe(({ sequence }, before) => {
        // The first snapshot is worth showing at once.
        if (before.sequence === null && sequence !== null) tick();
      });
      return () => {
        clearInterval(timer);
        stop();
      };
    },
    [live, clock],
  );
  return views;
}
