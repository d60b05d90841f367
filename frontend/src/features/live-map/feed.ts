import type { ServerToClientEvents } from '@qafila/contract';
import { useEffect } from 'react';
import { connectSocket, rewatchCampaign, useConnection, watchCampaign } from '../../shared/api/index.ts';
import { useLive } from './live.store.ts';

/** A snapshot that has not come by then is asked for again. */
const SNAPSHOT_DUE_MS = 15_000;

/** Keeps the store fed with the campaign's positions while the screen is open; a gap means: ask for the present. */
export function useLiveFeed(campaignId: string): void {
  useEffect(
    function feed() {
      const { follow, takeSnapshot, takeFrame } = useLive.getState();
      follow(campaignId);
      const socket = connectSocket();
      const onFrame: ServerToClientEvents['positions:changed'] = (frame) => {
        if (!takeFrame(frame)) rewatchCampaign(campaignId);
      };
      socket.on('positions:changed', onFrame);
      const unwatch = watchCampaign(campaignId, (snapshot) => takeSnapshot(campaignId, snapshot));
      const timer = setInterval(() => {
        const isDue = useLive.getState().sequence === null && useConnection.getState().status === 'live';
        if (isDue) rewatchCampaign(campaignId);
      }, SNAPSHOT_DUE_MS);
      return () => {
        clearInterval(timer);
        socket.off('positions:changed', onFrame);
        unwatch();
      };
    },
    [campaignId],
  );
}
