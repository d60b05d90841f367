import { create } from 'zustand';

/** Whether what the screens show is the present: the live channel is up, being sought, or has been away too long. */
export type ConnectionStatus = 'live' | 'reconnecting' | 'offline';

type Connection = { readonly status: ConnectionStatus; readonly lastUpdateAt: Date | null };

export const useConnection = create<Connection>()(() => ({ status: 'reconnecting', lastUpdateAt: null }));

/** Something was heard from the server just now, a heartbeat included. */
export function heardFromServer(): void {
  useConnection.setState({ status: 'live', lastUpdateAt: new Date() });
}
