import type { ClientToServerEvents, PositionSnapshot, ServerToClientEvents } from '@qafila/contract';
import { whoAmI } from '@qafila/contract';
import { io, type Socket } from 'socket.io-client';
import { heardFromServer, useConnection } from './connection.ts';
import { keyOf } from './keys.ts';
import { queryClient } from './query-client.ts';
import { invalidateTopics } from './topics.ts';

export type LiveSocket = Socket<ServerToClientEvents, ClientToServerEvents>;
type SnapshotListener = (snapshot: PositionSnapshot) => void;

const ACK_TIMEOUT_MS = 10_000;
/** Away longer than this is no hiccup. */
const OFFLINE_AFTER_MS = 20_000;

let socket: LiveSocket | undefined;
let offlineTimer: ReturnType<typeof setTimeout> | undefined;
/** Campaigns that screens watch now, and who waits for each one's snapshots. */
const watched = new Map<string, Set<SnapshotListener>>();

/** The one live connection of this page, by the session's cookie; opened by the shell after sign-in. */
export function connectSocket(): LiveSocket {
  if (socket) return socket;
  const opened: LiveSocket = io({ transports: ['websocket', 'polling'], reconnectionDelayMax: 5_000 });
  socket = opened;
  followConnection(opened);
  opened.on('campaign:changed', ({ campaignId, topics }) => {
    heardFromServer();
    void invalidateTopics(queryClient, campaignId, topics);
  });
  opened.on('positions:changed', heardFromServer);
  opened.on('session:ended', () => void queryClient.invalidateQueries({ queryKey: keyOf(whoAmI, {}) }));
  return opened;
}

export function disconnectSocket(): void {
  clearTimeout(offlineTimer);
  socket?.disconnect();
  socket = undefined;
  useConnection.setState({ status: 'reconnecting', lastUpdateAt: null });
}

function followConnection(opened: LiveSocket): void {
  let wasAway = false;
  opened.on('connect', () => {
    clearTimeout(offlineTimer);
    offlineTimer = undefined;
    heardFromServer();
    for (const campaignId of watched.keys()) rewatchCampaign(campaignId);
    // What changed meanwhile was announced to nobody.
    if (wasAway) void queryClient.invalidateQueries();
    wasAway = false;
  });
  opened.on('disconnect', (reason) => {
    wasAway = true;
    noticeAbsence();
    // The server closed it on purpose (a session that ended, a restart): socket.io leaves the next try to us.
    if (reason === 'io server disconnect') setTimeout(() => socket === opened && opened.connect(), 1_000);
  });
  opened.on('connect_error', noticeAbsence);
  opened.io.on('ping', heardFromServer);
}

function noticeAbsence(): void {
  const isAway = useConnection.getState().status === 'offline' || globalThis.navigator?.onLine === false;
  useConnection.setState({ status: isAway ? 'offline' : 'reconnecting' });
  offlineTimer ??= setTimeout(() => useConnection.setState({ status: 'offline' }), OFFLINE_AFTER_MS);
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
  if (socket?.connected) rewatchCampaign(campaignId);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    watched.delete(campaignId);
    if (socket?.connected) socket.emit('campaign:unwatch', campaignId, () => undefined);
  };
}

/** Asks for the present anew: after a gap in a feed's sequence. */
export function rewatchCampaign(campaignId: string): void {
  socket?.timeout(ACK_TIMEOUT_MS).emit('campaign:watch', campaignId, (error, answer) => {
    if (error || !answer.ok) return;
    heardFromServer();
    for (const listener of watched.get(campaignId) ?? []) listener(answer.data);
  });
}
