import type { SharedView } from '@qafila/contract';
import { useEffect, useMemo, useState } from 'react';
import { type ConvoyView, useLive, viewsOf } from '../live-map/index.ts';
import { asLiveConvoy } from './shared-scene.ts';

const TICK_MS = 1_000;

/** This device's clock, corrected by what the server said when it last answered. */
export function useSharedClock({ asOf }: SharedView, readAtMs: number): Date {
  const aheadMs = Date.parse(asOf) - readAtMs;
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(function tick() {
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return useMemo(() => new Date(nowMs + aheadMs), [nowMs, aheadMs]);
}

/** The convoys of a link as the live map would tell them at that moment. */
export function useSharedConvoys(view: SharedView, now: Date): ConvoyView[] {
  const convoys = useMemo(() => view.convoys.map((convoy) => asLiveConvoy(view, convoy)), [view]);
  return useMemo(() => viewsOf(convoys, useLive.getState().fixes, now), [convoys, now]);
}
