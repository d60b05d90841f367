import { HEARTBEAT_MS } from '@qafila/contract';
import { create } from 'zustand';

/** Whether what the screens show is the present: the live channel is up, being sought, or has been away too long. */
export type ConnectionStatus = 'live' | 'reconnecting' | 'offline';

type Connection = { readonly status: ConnectionStatus; readonly lastUpdateAt: Date | null };

/** A heartbeat and a half without a word: the page no longer knows that it shows the present. */
const SILENT_AFTER_MS = HEARTBEAT_MS * 1.6;
/** Away longer than this is no hiccup. */
const OFFLINE_AFTER_MS = 20_000;

export const useConnection = create<Connection>()(() => ({ status: 'reconnecting', lastUpdateAt: null }));

let silenceTimer: ReturnType<typeof setTimeout> | undefined;
let offlineTimer: ReturnType<typeof setTimeout> | undefined;

/** Something was heard from the server just now, a heartbeat included. */
export function heardFromServer(): void {
  clearTimeout(offlineTimer);
  offlineTimer = undefined;
  clearTimeout(silenceTimer);
  silenceTimer = setTimeout(noticeAbsence, SILENT_AFTER_MS);
  useConnection.setState({ status: 'live', lastUpdateAt: new Date() });
}

/** The server is not there, or the network to it is not. */
export function noticeAbsence(): void {
  const isAway = useConnection.getState().status === 'offline' || globalThis.navigator?.onLine === false;
  useConnection.setState({ status: isAway ? 'offline' : 'reconnecting' });
  offlineTimer ??= setTimeout(() => useConnection.setState({ status: 'offline' }), OFFLINE_AFTER_MS);
}

/** Nobody listens any more. */
export function forgetConnection(): void {
  clearTimeout(silenceTimer);
  clearTimeout(offlineTimer);
  offlineTimer = undefined;
  useConnection.setState({ status: 'reconnecting', lastUpdateAt: null });
}
