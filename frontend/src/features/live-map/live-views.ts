import type { LiveMap } from '@qafila/contract';
import { useCallback, useLayoutEffect, useState } from 'react';
import { type ConvoyView, viewsOf } from './convoy-view.ts';
import { useLive } from './live.store.ts';

/** Lists are drawn anew this often and no oftener, however many positions come in. */
const TICK_MS = 1_000;

export type LiveViews = { readonly now: Date; readonly convoys: readonly ConvoyView[] };

/** The server's present: this device's clock, corrected by what the server said when it last answered. */
export function useServerClock(asOf: string | undefined, answeredAtMs: number): () => Date {
  const aheadMs = asOf === undefined ? 0 : Date.parse(asOf) - answeredAtMs;
  return useCallback(() => new Date(Date.now() + aheadMs), [aheadMs]);
}

/** The convoys as they are this second. Undefined until the first answer. */
export function useLiveViews(live: LiveMap | undefined, clock: () => Date): LiveViews | undefined {
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
