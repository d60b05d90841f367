import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { createHandshake } from './handshake.ts';

const asked = (query: string): IncomingMessage =>
  ({
    url: `/socket.io/?EIO=4${query}`,
    headers: {},
    socket: { remoteAddress: '192.0.2.1' },
  }) as IncomingMessage;

test.each([
  ['without an id', '', false],
  ['with an empty id', '&sid=', false],
  ['with an id in another value', '&t=?sid=abc', false],
  ['with the id it stands under', '&sid=abc', true],
])('an address that has its share: a request %s', (_name, query, isAllowed) => {
  const engine = new EventEmitter();
  const handshake = createHandshake({
    publicUrl: undefined,
    trustProxy: () => false,
    connectionsPerAddress: 1,
  });
  handshake.count(engine as Parameters<typeof handshake.count>[0]);
  expect(handshake.allow(asked(query))).toBe(true);
  engine.emit('connection', Object.assign(new EventEmitter(), { request: asked('') }));
  expect(handshake.allow(asked(query))).toBe(isAllowed);
});
