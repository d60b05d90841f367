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

/** The socket that takes whole frames; undefined for long polling and for a shape we do not know. */
export function frameSocketOf({ transport }: Connection): WebSocket | undefined {
  const socket = transport?.name === 'websocket' ? transport.socket : undefined;
  const isKnown =
    typeof socket?._sender?.sendFrame === 'function' &&
    typeof socket.bufferedAmount === 'number' &&
    typeof socket.extensions === 'string';
  return isKnown && socket.readyState === OPEN ? (socket as WebSocket) : undefined;
}

/** Whether so little waits for the reader that it may have more. */
export function isKeepingUp(connection: Connection): boolean {
  const waiting = connection.writeBuffer?.length ?? 0;
  return waiting < WAITING_PACKETS && (frameSocketOf(connection)?.bufferedAmount ?? 0) < WAITING_BYTES;
}

/** Sends after whatever the connection was given before. */
export function deliver(connection: Connection, frame: PreparedFrame): void {
  const socket = connection.writeBuffer?.length === 0 ? frameSocketOf(connection) : undefined;
  if (socket) socket._sender.sendFrame([frame.bytes(socket.extensions.includes('permessage-deflate'))]);
  else connection.write(frame.packet, { compress: false });
}
