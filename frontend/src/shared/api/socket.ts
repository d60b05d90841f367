import { type PositionSnapshot, whoAmI } from '@qafila/contract';
import { heardFromServer } from './connection.ts';
import { keyOf } from './keys.ts';
import { type LiveSocket, openLiveSocket } from './live-socket.ts';
import { queryClient } from './query-client.ts';
import { invalidateTopics, invalidateWork } from './topics.ts';

type SnapshotListener = (snapshot: PositionSnapshot) => void;

const ACK_TIMEOUT_MS = 10_000;

let live: ReturnType<typeof openLiveSocket> | undefined;
/** Campaigns that screens watch now, and who waits for each one's snapshots. */
const watched = new Map<string, Set<SnapshotListener>>();

/** The one live connection of this page, by the session's cookie; opened by the shell after sign-in. */
export function connectSocket(): LiveSocket {
  if (live) return live.socket;
  live = openLiveSocket({ onConnect: readPresent });
  const { socket } = live;
  socket.on('campaign:changed', ({ campaignId, topics }) => {
    void invalidateTopics(queryClient, campaignId, topics);
  });
  socket.on('work:changed', ({ topics }) => void invalidateWork(queryClient, topics));
  socket.on('session:ended', () => void queryClient.invalidateQueries({ queryKey: keyOf(whoAmI, {}) }));
  return socket;
}

export function disconnectSocket(): void {
  live?.close();
  live = undefined;
}

function readPresent(wasAway: boolean): void {
  for (const campaignId of watched.keys()) rewatchCampaign(campaignId);
  if (wasAway) void queryClient.invalidateQueries();
}

/**
 * Keeps a campaign's changes and positions coming until the answer is called. Several screens may watch one campaign.
 * `onSnapshot` hears the present now, after every reconnect, and after `rewatchCampaign`.
 */
export function watchCampaign(
  campaignId: string,
  onSnapshot: SnapshotListener = () => undefined,
): () => void {
  const listeners = watched.get(campaignId) ?? new Set();
  const listener: SnapshotListener = (snapshot) => onSnapshot(snapshot);
  listeners.add(listener);
  watched.set(campaignId, listeners);
  if (live?.socket.connected) rewatchCampaign(campaignId);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    watched.delete(campaignId);
    if (live?.socket.connected) live.socket.emit('campaign:unwatch', campaignId, () => undefined);
  };
}

/** Asks for the present anew: after a gap in a feed's sequence. */
export function rewatchCampaign(campaignId: string): void {
  live?.socket.timeout(ACK_TIMEOUT_MS).emit('campaign:watch', campaignId, (error, answer) => {
    if (error || !answer.ok) return;
    heardFromServer();
    for (const listener of watched.get(campaignId) ?? []) listener(answer.data);
  });
}
