import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io as connectTo, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Connection, frameSocketOf, SHARED_DEFLATE } from './connection.ts';
import { Encoded, parser } from './encoded.ts';
import { createFanOut, type FanOut } from './fan-out.ts';

const ROOM = 'campaign:c1';
type Frame = { sequence: number; fixes: unknown[] };

let io: Server;
let fanOut: FanOut;
let everything: string | undefined;
let address: string;
const clients: Socket[] = [];
/** Connections as the fan-out sees them, to be disturbed. */
const disturbed = new Map<string, (conn: Connection) => Connection>();
const failures: unknown[] = [];

const frameOf = (sequence: number, vehicles = 1): string =>
  JSON.stringify({
    sequence,
    fixes: Array.from({ length: vehicles }, (_, n) => [n, 1_770_000_000, 34.1, 36]),
  });
const send = (json: string): Promise<void> => fanOut.send([[ROOM, json]]);

beforeEach(async () => {
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  io = new Server(http, { perMessageDeflate: SHARED_DEFLATE, parser });
  io.on('connection', (socket) => {
    void socket.join(ROOM);
    socket.on('ask', (ack) => ack({ ok: true, data: new Encoded('{"sequence":7}') }));
  });
  everything = frameOf(99, 3);
  disturbed.clear();
  failures.length = 0;
  fanOut = createFanOut({
    members: (room) => io.sockets.adapter.rooms.get(room) ?? new Set(),
    connection(id) {
      const conn = io.sockets.sockets.get(id)?.conn as unknown as Connection | undefined;
      return conn && (disturbed.get(id)?.(conn) ?? conn);
    },
    everything: () => everything,
    onFailure: (error) => failures.push(error),
  });
});
afterEach(async () => {
  fanOut.close();
  for (const client of clients.splice(0)) client.disconnect();
  await io.close();
});

async function join(options: object = { transports: ['websocket'] }) {
  const client = connectTo(address, { reconnection: false, forceNew: true, ...options });
  clients.push(client);
  const heard: Frame[] = [];
  client.on('positions:changed', (frame: Frame) => heard.push(frame));
  await new Promise((resolve) => client.once('connect', () => resolve(undefined)));
  const connection = io.sockets.sockets.get(client.id ?? '')?.conn as unknown as Connection;
  return { id: client.id ?? '', client, heard, connection, sequences: () => heard.map((it) => it.sequence) };
}

test('the libraries are as the frames take them to be', async () => {
  const { connection } = await join();
  expect(connection.writeBuffer).toEqual([]);
  expect(frameSocketOf(connection)?.extensions).toBe('permessage-deflate');
  const uncompressed = await join({ transports: ['websocket'], perMessageDeflate: false });
  expect(frameSocketOf(uncompressed.connection)?.extensions).toBe('');
});

test.each([
  ['deflated', { transports: ['websocket'] }],
  ['plain', { transports: ['websocket'], perMessageDeflate: false }],
  ['over long polling', { transports: ['polling'] }],
])('%s, every frame arrives whole and in order, of every length', async (_name, options) => {
  const { heard, sequences } = await join(options);
  const lengths = [0, 1, 30, 1_000, 4_000];
  for (const [index, vehicles] of lengths.entries()) await send(frameOf(index, vehicles));
  await expect.poll(() => heard.length).toBe(lengths.length);
  expect(sequences()).toEqual([0, 1, 2, 3, 4]);
  expect(heard.map(({ fixes }) => fixes.length)).toEqual(lengths);
});

test('frames come after what the connection was given before', async () => {
  const { client, heard } = await join();
  const order: string[] = [];
  client.onAny((event: string) => order.push(event));
  for (let index = 0; index < 20; index++) io.emit(`event ${index}`, 'x'.repeat(2_000));
  await send(frameOf(1));
  await expect.poll(() => heard.length).toBe(1);
  expect(order.at(-1)).toBe('positions:changed');
  expect(order).toHaveLength(21);
});

test('a deflated frame takes at most two fifths of the bytes', async () => {
  const { connection } = await join();
  const socket = frameSocketOf(connection) as unknown as { _socket: { bytesWritten: number } };
  const before = socket._socket.bytesWritten;
  const fixes = Array.from({ length: 200 }, (_, n) => [
    1_000 + n,
    1_770_000_000 + n,
    +(36 + n * 0.0123457).toFixed(5),
    +(37 + n * 0.0098765).toFixed(5),
    40 + (n % 30),
    n % 360,
    null,
    null,
  ]);
  const json = JSON.stringify({ sequence: 1, fixes });
  await send(json);
  expect((socket._socket.bytesWritten - before) / json.length).toBeLessThan(0.4);
});

test('a connection of a shape nobody knows still gets every frame', async () => {
  const { id, heard } = await join();
  disturbed.set(id, (conn) => ({ write: (packet, options) => conn.write(packet, options) }));
  await send(frameOf(1));
  await send(frameOf(2));
  await expect.poll(() => heard.length).toBe(2);
});

test('who does not keep up is passed by, and gets everything at once when they can take it', async () => {
  const [slow, quick] = [await join(), await join()];
  disturbed.set(slow.id, (conn) => ({
    write: (packet, options) => conn.write(packet, options),
    writeBuffer: Array.from({ length: 50 }),
  }));
  for (const sequence of [1, 2, 3]) await send(frameOf(sequence));
  await expect.poll(quick.sequences).toEqual([1, 2, 3]);
  expect(slow.heard).toEqual([]);
  disturbed.clear();
  await expect.poll(slow.sequences).toEqual([99]);
  expect(slow.heard[0]?.fixes).toHaveLength(3);
  await send(frameOf(100));
  await expect.poll(slow.sequences).toEqual([99, 100]);
});

test('who has left the room while behind is told no more of it', async () => {
  const { id, heard } = await join();
  disturbed.set(id, (conn) => ({ write: conn.write, writeBuffer: Array.from({ length: 50 }) }));
  await send(frameOf(1));
  await io.sockets.sockets.get(id)?.leave(ROOM);
  disturbed.clear();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(heard).toEqual([]);
});

test('who leaves while behind is forgotten, and one broken connection does not stop the others', async () => {
  const [broken, leaving, staying] = [await join(), await join(), await join()];
  disturbed.set(broken.id, () => ({
    write() {
      throw new Error('broken');
    },
  }));
  disturbed.set(leaving.id, (conn) => ({ write: conn.write, writeBuffer: Array.from({ length: 50 }) }));
  await send(frameOf(1));
  leaving.client.disconnect();
  await send(frameOf(2));
  await expect.poll(staying.sequences).toEqual([1, 2]);
  expect(failures).toHaveLength(2);
});

test('an answer that stands ready arrives as the data of its acknowledgement', async () => {
  const { client } = await join();
  expect(await client.timeout(1_000).emitWithAck('ask')).toEqual({ ok: true, data: { sequence: 7 } });
});
