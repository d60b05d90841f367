import type { ClientToServerEvents, ServerToClientEvents } from '@qafila/contract';
import { io, type Socket } from 'socket.io-client';
import { forgetConnection, heardFromServer, noticeAbsence, useConnection } from './connection.ts';

export type LiveSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** How long between two tries while somebody looks, and while nobody does. */
const TRY_EVERY_MS = 1_000;
const TRY_HIDDEN_EVERY_MS = 30_000;
const REFUSED_EVERY_MS = 2_000;
const CONNECT_TIMEOUT_MS = 8_000;
/** A connection that says nothing for so long is dead, though nobody has told it. */
const DEAD_AFTER_MS = 10_000;

type LiveOptions = {
  /** What a share link's holder shows in place of a session. */
  readonly share?: string;
  /** Connected; `wasAway`: not for the first time, and what changed meanwhile was announced to nobody. */
  readonly onConnect: (wasAway: boolean) => void;
};

/** A live connection that keeps itself up and says honestly whether it is; `close` ends it. */
export function openLiveSocket({ share, onConnect }: LiveOptions): { socket: LiveSocket; close: () => void } {
  const socket: LiveSocket = io({
    transports: ['websocket', 'polling'],
    // Some networks let no web socket through: without this the second way is never tried.
    tryAllTransports: true,
    forceNew: true,
    timeout: CONNECT_TIMEOUT_MS,
    reconnectionDelay: TRY_EVERY_MS / 2,
    reconnectionDelayMax: TRY_EVERY_MS,
    ...(share && { auth: { share } }),
  });
  let wasAway = false;
  socket.on('connect', () => {
    heardFromServer();
    onConnect(wasAway);
    wasAway = false;
  });
  socket.on('disconnect', (reason) => {
    wasAway = true;
    noticeAbsence();
    // The server closed it on purpose (a session that ended, a restart): socket.io leaves the next try to us.
    if (reason === 'io server disconnect') setTimeout(() => socket.active || socket.connect(), TRY_EVERY_MS);
  });
  socket.on('connect_error', () => {
    noticeAbsence();
    // Refused by the server rather than not reached: socket.io leaves this next try to us, too.
    if (!socket.active) setTimeout(() => socket.active || socket.connect(), REFUSED_EVERY_MS);
  });
  socket.onAny(heardFromServer);
  socket.io.on('ping', heardFromServer);
  const stopWatching = watchSurroundings(socket);
  return {
    socket,
    close: () => {
      stopWatching();
      socket.removeAllListeners();
      socket.disconnect();
      forgetConnection();
    },
  };
}

/** The network that goes and comes, the page that is looked at again, the connection that died unnoticed. */
function watchSurroundings(socket: LiveSocket): () => void {
  const tryNow = () => {
    if (socket.connected || document.hidden) return;
    socket.disconnect().connect();
  };
  const onVisibility = () => {
    socket.io.reconnectionDelayMax(document.hidden ? TRY_HIDDEN_EVERY_MS : TRY_EVERY_MS);
    tryNow();
  };
  const deadTimer = setInterval(() => {
    const { lastUpdateAt } = useConnection.getState();
    const silentMs = lastUpdateAt ? Date.now() - lastUpdateAt.getTime() : 0;
    if (socket.connected && silentMs > DEAD_AFTER_MS) socket.io.engine.close();
  }, TRY_EVERY_MS);
  window.addEventListener('online', tryNow);
  window.addEventListener('offline', noticeAbsence);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    clearInterval(deadTimer);
    window.removeEventListener('online', tryNow);
    window.removeEventListener('offline', noticeAbsence);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
