import { readReplayTracks } from '@qafila/contract';
import { useMemo, useState } from 'react';
import { call } from '../../shared/api/index.ts';
import { decodeTrack } from './track.ts';
import { TrackCache } from './track-cache.ts';

/** Enough for a line on the screen through a stretch of six hours: one point in half a minute. */
const POINTS_PER_VEHICLE = 720;

/** The campaign's tracks, and a number that changes whenever more of them have come. */
export function useReplayTracks(campaignId: string): { tracks: TrackCache; loaded: number } {
  const [loaded, setLoaded] = useState(0);
  const tracks = useMemo(
    () =>
      new TrackCache(
        async (fromMs, toMs) => {
          const [from, to] = [new Date(fromMs).toISOString(), new Date(toMs).toISOString()];
          const answer = await call(readReplayTracks, {
            params: { campaignId },
            query: { from, to, pointsPerVehicle: POINTS_PER_VEHICLE },
          });
          return answer.tracks.map((track) => decodeTrack(track, answer.from));
        },
        () => setLoaded((count) => count + 1),
      ),
    [campaignId],
  );
  return { tracks, loaded };
}
