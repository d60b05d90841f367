import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useReplay } from './replay.store.ts';
import type { Axis } from './time-axis.ts';

const AT_PARAM = 'at';
/** The address follows this long after the last move. */
const ADDRESS_AFTER_MS = 300;
const ADDRESS_PLAYING_MS = 4_000;

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
  const write = useRef(setSearch);
  useEffect(() => {
    write.current = setSearch;
  });
  useEffect(function keepInAddress() {
    return inTurn(() => {
      const { atMs } = useReplay.getState();
      write.current((before) => withInstant(before, atMs), { replace: true });
    });
  }, []);
}

/** Soon after every move, and now and then while it plays; until the answer is called. */
function inTurn(write: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = useReplay.subscribe(({ atMs, isPlaying }, before) => {
    if (atMs === before.atMs && isPlaying === before.isPlaying) return;
    if (isPlaying && timer !== undefined) return;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        timer = undefined;
        write();
      },
      isPlaying ? ADDRESS_PLAYING_MS : ADDRESS_AFTER_MS,
    );
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function withInstant(before: URLSearchParams, atMs: number | null): URLSearchParams {
  const after = new URLSearchParams(before);
  if (atMs === null) after.delete(AT_PARAM);
  else after.set(AT_PARAM, `${new Date(atMs).toISOString().slice(0, 19)}Z`);
  return after;
}
