import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useReplay } from './replay.store.ts';
import type { Axis } from './time-axis.ts';

const AT_PARAM = 'at';
/** The address follows this long after the last move. */
const ADDRESS_AFTER_MS = 400;

/** Moves the instant on while it plays; at the end it stops, or arrives in the present. */
export function useReplayClock(axis: Axis | null, nowMs: () => number): void {
  const isPlaying = useReplay((state) => state.isPlaying);
  useEffect(
    function play() {
      if (!isPlaying || !axis) return;
      let before = performance.now();
      let frame = requestAnimationFrame(function next(now) {
        const { atMs, speed, seek, setPlaying, leave } = useReplay.getState();
        const nextMs = (atMs ?? axis.fromMs) + (now - before) * speed;
        before = now;
        if (nextMs >= nowMs()) return leave();
        if (nextMs >= axis.toMs) {
          seek(axis.toMs);
          return setPlaying(false);
        }
        seek(nextMs);
        frame = requestAnimationFrame(next);
      });
      return () => cancelAnimationFrame(frame);
    },
    [isPlaying, axis, nowMs],
  );
}

/** Keeps the instant in the address, `?at=2026-10-14T09:30:00Z`, and begins with what it says. */
export function useReplayAddress(): void {
  const [search, setSearch] = useSearchParams();
  const [opened] = useState(() => search.get(AT_PARAM));
  useEffect(
    function begin() {
      const atMs = Date.parse(opened ?? '');
      if (Number.isFinite(atMs) && useReplay.getState().atMs === null) useReplay.getState().seek(atMs);
      return () => useReplay.getState().leave();
    },
    [opened],
  );
  useEffect(
    function keepInAddress() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const write = () => {
        timer = undefined;
        const { atMs } = useReplay.getState();
        setSearch((before) => withInstant(before, atMs), { replace: true });
      };
      const stop = useReplay.subscribe(({ atMs }, before) => {
        if (atMs === before.atMs || timer !== undefined) return;
        timer = setTimeout(write, useReplay.getState().isPlaying ? ADDRESS_AFTER_MS * 10 : ADDRESS_AFTER_MS);
      });
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
    [setSearch],
  );
}

function withInstant(before: URLSearchParams, atMs: number | null): URLSearchParams {
  const after = new URLSearchParams(before);
  if (atMs === null) after.delete(AT_PARAM);
  else after.set(AT_PARAM, `${new Date(atMs).toISOString().slice(0, 19)}Z`);
  return after;
}
