import { type ReplayEvent, readReplay } from '@qafila/contract';
import { useCallback, useMemo } from 'react';
import { useApiQuery } from '../../shared/api/index.ts';
import { useNow } from '../../shared/ui/index.ts';
import { type Axis, axisOf } from './time-axis.ts';
import type { TrackCache } from './track-cache.ts';
import { useReplayAddress, useReplayClock } from './useReplayClock.ts';
import { useReplayTracks } from './useReplayTracks.ts';

const READ_EVERY_MS = 60_000;
const NO_EVENTS: readonly ReplayEvent[] = [];

export type ReplaySession = {
  /** Null while nothing has moved yet. */
  readonly axis: Axis | null;
  readonly events: readonly ReplayEvent[];
  readonly tracks: TrackCache;
  /** Changes whenever more tracks have come. */
  readonly loaded: number;
};

/** What can be replayed of a campaign, with the clock that plays it. */
export function useReplaySession(campaignId: string, clock: () => Date): ReplaySession {
  const { data } = useApiQuery(
    readReplay,
    { params: { campaignId } },
    { refetchIntervalMs: READ_EVERY_MS, staleMs: READ_EVERY_MS },
  );
  const minute = useNow().getTime();
  const span = data?.span;
  const axis = useMemo(() => (span ? axisOf(span, minute) : null), [span, minute]);
  const { tracks, loaded } = useReplayTracks(campaignId);
  const nowMs = useCallback(() => clock().getTime(), [clock]);
  useReplayClock(axis, nowMs);
  useReplayAddress();
  return { axis, events: data?.events ?? NO_EVENTS, tracks, loaded };
}
