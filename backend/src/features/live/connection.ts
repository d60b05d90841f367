import type { PreparedFrame } from './prepared-frame.ts';

/**
 * How all connections negotiate compression: every message by itself, so that a frame deflated once serves everybody;
 * the library itself deflates nothing. Who asks for a smaller window than ours gets no compression.
 */
export const SHARED_DEFLATE = {
  threshold: Number.POSITIVE_INFINITY,
  serverNoContextTakeover: true,
  clientNoContextTakeover: true,
  // The types leave out that it can be refused.
  serverMaxWindowBits: false as unknown as number,
};

/** What may wait for a slow reader before frames pass it by. */
const WAITING_BYTES = 65_536;
const WAITING_PACKETS = 32;

/** What of Engine.IO's connection is used here; all but `write` is not documented, so none of it is taken for granted. */
export type Connection = {
  write: (packet: string, options: { compress: boolean }) => unknown;
  readyState?: unknown;
  writeBuffer?: readonly unknown[];
  transport?: { name?: unknown; socket?: Partial<WebSocket> };
};

type WebSocket = {
  readyState: number;
  bufferedAmount: number;
  extensions: string;
  _sender: { sendFrame: (bytes: Buffer[]) => void };
};

const OPEN = 1;

/** Whether sockets take whole frames, and of which kind; it stays as it was negotiated, and looking costs time. */
const kinds = new WeakMap<object, 'plain' | 'deflating' | 'unknown'>();

function kindOf(socket: Partial<WebSocket>) {
  const known = kinds.get(socket);
  if (known) return known;
  const isKnown =
    typeof socket._sender?.sendFrame === 'function' &&
    typeof socket.bufferedAmount === 'number' &&
    typeof socket.extensions === 'string';
  const isDeflating = socket.extensions?.includes('permessage-deflate');
  const kind = isKnown ? (isDeflating ? 'deflating' : 'plain') : 'unknown';
  kinds.set(socket, kind);
  return kind;
}

/** The socket that takes whole frames; undefined for long polling and for a shape we do not know. */
export function frameSocketOf({ transport }: Connection): WebSocket | undefined {
  const socket = transport?.name === 'websocket' ? transport.socket : undefined;
  const isUsable = socket?.readyState === OPEN && kindOf(socket) !== 'unknown';
  return isUsable ? (socket as WebSocket) : undefined;
}

/** Whether so little waits for the reader that it may have more. */
export function isKeepingUp(connection: Connection): boolean {
  return hasRoom(connection, frameSocketOf(connection));
}

function hasRoom({ writeBuffer }: Connection, socket: WebSocket | undefined): boolean {
  return (writeBuffer?.length ?? 0) < WAITING_PACKETS && (socket?.bufferedAmount ?? 0) < WAITING_BYTES;
}

/** Sends after whatever the connection was given before; false, and nothing is sent, to who does not keep up. */
export function deliver(connection: Connection, frame: PreparedFrame): boolean {
  const socket = frameSocketOf(connection);
  if (!hasRoom(connection, socket)) return false;
  if (socket && connection.writeBuffer?.length === 0) {
    socket._sender.sendFrame([frame.bytes(kindOf(socket) === 'deflating')]);
  } else {
    connection.write(frame.packet, { compress: false });
  }
  return true;
}
