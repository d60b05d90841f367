import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export type Frame = { isText: boolean; isDeflated: boolean; payload: Buffer; wireBytes: number };
export type WsClient = { send: (text: string) => void; close: () => void };

type WsOrder = {
  port: number;
  path: string;
  headers: Record<string, string>;
  onOpen?: () => void;
  onFrame: (frame: Frame) => void;
  onClose: () => void;
};

export const SOCKET_PATH = '/socket.io/?EIO=4&transport=websocket';
/** What browsers offer, as far as one frame can then be meant for all. */
export const EXTENSIONS = 'permessage-deflate; server_no_context_takeover; client_no_context_takeover';

const PING = 9;
const PONG = 10;
const TEXT = 1;
const END_OF_HEAD = '\r\n\r\n';

/** A WebSocket that reads frames and does nothing else with them: a thousand of these fit beside what they watch. */
export function openWs({ port, path, headers, onOpen, onFrame, onClose }: WsOrder): WsClient {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let isOpen = false;
  let rest: Buffer = Buffer.alloc(0);
  const take = (opcode: number, frame: Frame): void => {
    if (opcode === PING) write(socket, PONG, frame.payload);
    else onFrame(frame);
  };
  const takeAnswer = (): void => {
    const end = rest.indexOf(END_OF_HEAD);
    if (end < 0) return;
    if (!rest.toString('latin1', 0, end).startsWith('HTTP/1.1 101')) socket.destroy();
    isOpen = true;
    rest = rest.subarray(end + END_OF_HEAD.length);
    onOpen?.();
  };
  socket.on('connect', () => socket.write(upgradeRequest(path, headers)));
  socket.on('data', (chunk: Buffer) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    if (!isOpen) takeAnswer();
    if (isOpen) rest = takeFrames(rest, take);
  });
  socket.on('error', () => undefined);
  socket.on('close', onClose);
  return {
    send: (text) => write(socket, TEXT, Buffer.from(text)),
    close: () => socket.destroy(),
  };
}

function upgradeRequest(path: string, headers: Record<string, string>): string {
  const all = {
    Host: '127.0.0.1',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** Hands over every whole frame; answers what is left. */
function takeFrames(bytes: Buffer, take: (opcode: number, frame: Frame) => void): Buffer {
  let rest = bytes;
  for (let size = sizesOf(rest); size && rest.length >= size.head + size.body; size = sizesOf(rest)) {
    const wireBytes = size.head + size.body;
    const first = rest[0] ?? 0;
    const opcode = first & 15;
    const payload = rest.subarray(size.head, wireBytes);
    rest = rest.subarray(wireBytes);
    take(opcode, { isText: opcode === TEXT, isDeflated: (first & 64) !== 0, payload, wireBytes });
  }
  return rest;
}

/** How long the head of a frame and what it carries are; undefined while that has not all come. */
function sizesOf(bytes: Buffer): { head: number; body: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = (bytes[1] ?? 0) & 127;
  if (short < 126) return { head: 2, body: short };
  if (short === 126) return bytes.length < 4 ? undefined : { head: 4, body: bytes.readUInt16BE(2) };
  return bytes.length < 10 ? undefined : { head: 10, body: bytes.readUInt32BE(6) };
}

/** Clients must mask what they send; a mask of zeros leaves it as it is. */
function write(socket: Socket, opcode: number, payload: Buffer): void {
  const head =
    payload.length < 126
      ? Buffer.from([128 | opcode, 128 | payload.length])
      : Buffer.from([128 | opcode, 128 | 126, payload.length >> 8, payload.length & 255]);
  socket.write(Buffer.concat([head, Buffer.alloc(4), payload]));
}
