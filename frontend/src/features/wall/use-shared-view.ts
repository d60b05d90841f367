import { readSharedView, type SharedView } from '@qafila/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call, isProblem, keyOf, openLiveSocket } from '../../shared/api/index.ts';
import { useLive } from '../live-map/index.ts';

/** Changes are announced; this is for what an announcement did not reach, and for what passes by itself. */
const READ_EVERY_MS = 30_000;
/** Many screens hear the same announcement: they do not all ask in the same moment. */
const SPREAD_MS = 400;

export type SharedState =
  | { readonly status: 'ended' }
  | { readonly status: 'waiting'; readonly error: unknown }
  | {
      readonly status: 'open';
      readonly view: SharedView;
      readonly readAtMs: number;
      readonly isStale: boolean;
    };

/** What a share link shows, kept up to date, until it ends: then nothing of it stays. */
export function useSharedView(token: string | null): SharedState {
  const [hasEnded, setEnded] = useState(token === null);
  const query = useQuery({
    queryKey: [...keyOf(readSharedView, {}), token],
    queryFn: ({ signal }) => call(readSharedView, { share: token ?? '', signal }),
    enabled: !hasEnded,
    refetchInterval: READ_EVERY_MS,
    retry: false,
    gcTime: 0,
  });
  const isRefused = isProblem(query.error, 'share_link_ended') || isProblem(query.error, 'not_found');
  const { refetch, data } = query;
  useFeed(hasEnded || isRefused ? null : token, { refetch, onEnd: () => setEnded(true) });
  useEffect(
    function takeFixes() {
      if (!data) return;
      useLive.getState().follow(data.campaign.id);
      useLive.getState().takeSnapshot(data.campaign.id, data);
    },
    [data],
  );
  if (hasEnded || isRefused) return { status: 'ended' };
  if (!data) return { status: 'waiting', error: query.error };
  return { status: 'open', view: data, readAtMs: query.dataUpdatedAt, isStale: query.isError };
}

type FeedHandlers = { refetch: () => Promise<unknown>; onEnd: () => void };

/** Hears what the link lets hear: fixes, changes, and the end. */
function useFeed(token: string | null, handlers: FeedHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(
    function listen() {
      if (token === null) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const readSoon = () => {
        timer ??= setTimeout(() => {
          timer = undefined;
          void latest.current.refetch();
        }, Math.random() * SPREAD_MS);
      };
      const { socket, close } = openLiveSocket({
        share: token,
        onConnect: (wasAway) => wasAway && void latest.current.refetch(),
      });
      socket.on('campaign:changed', readSoon);
      socket.on('positions:changed', (frame) => {
        if (!useLive.getState().takeFrame(frame)) readSoon();
      });
      socket.on('share:ended', () => latest.current.onEnd());
      return () => {
        clearTimeout(timer);
        close();
      };
    },
    [token],
  );
}
