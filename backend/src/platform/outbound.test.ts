import { afterEach, describe, expect, test } from 'vitest';
import { startOtherServer } from '../testing/other-server.ts';
import { isInnerAddress, type OutboundReason, outboundTo } from './outbound.ts';

type Other = Awaited<ReturnType<typeof startOtherServer>>;
const others: Other[] = [];
async function other(...given: Parameters<typeof startOtherServer>): Promise<Other> {
  const server = await startOtherServer(...given);
  others.push(server);
  return server;
}
afterEach(async () => {
  for (const server of others.splice(0)) await server.close();
});

const OPTIONS = { timeoutMs: 5_000, maxBytes: 1_000, allowPrivate: false };

function reasonOf(promise: Promise<unknown>): Promise<OutboundReason> {
  return promise.then(
    () => {
      throw new Error('It was answered');
    },
    (error: { reason: OutboundReason }) => error.reason,
  );
}

describe('a request to another server', () => {
  test('goes to the configured address with what was given, and brings what was answered', async () => {
    const server = await other((_req, res) => res.writeHead(404).end('{"a":"٣"}'));
    const outbound = outboundTo(`${server.url}/base/`, OPTIONS);
    expect(await outbound.post('/way?x=1', { q: 1 }, { Authorization: 'k' })).toEqual({
      status: 404,
      text: '{"a":"٣"}',
    });
    expect(server.asked).toMatchObject([
      {
        method: 'POST',
        url: '/base/way?x=1',
        body: '{"q":1}',
        headers: { authorization: 'k', 'content-type': 'application/json', 'accept-encoding': 'identity' },
      },
    ]);
  });

  test('follows no redirect', async () => {
    const target = await other((_req, res) => res.end('secret'));
    const server = await other((_req, res) => res.writeHead(302, { Location: target.url }).end());
    expect(await reasonOf(outboundTo(server.url, OPTIONS).get('/'))).toBe('refused');
    expect(target.asked).toEqual([]);
  });

  test('does not read on when the answer grows too large, said or unsaid', async () => {
    const endless = await other((_req, res) => {
      const more = (): boolean => res.write('x'.repeat(10_000));
      while (more());
      res.on('drain', more);
    });
    expect(await reasonOf(outboundTo(endless.url, OPTIONS).get('/'))).toBe('too_large');
  });

  test('does not wait longer than it may, for the head or for the rest', async () => {
    const silent = await other(() => undefined);
    const options = { ...OPTIONS, timeoutMs: 150 };
    expect(await reasonOf(outboundTo(silent.url, options).get('/'))).toBe('timeout');
    const halting = await other((_req, res) => res.write('{'));
    expect(await reasonOf(outboundTo(halting.url, options).get('/'))).toBe('timeout');
  });

  test('that finds nobody, or is cut off, says so without the address', async () => {
    const cut = await other((req) => req.socket.destroy());
    const failed = outboundTo(`${cut.url}/key-123`, OPTIONS).get('/');
    expect(await reasonOf(failed)).toBe('unreachable');
    await expect(failed).rejects.not.toThrow(/key-123/);
  });

  test('never leaves the configured server, whatever path is made', async () => {
    const server = await other((_req, res) => res.end());
    const outbound = outboundTo(server.url, OPTIONS);
    expect(await reasonOf(outbound.get('@127.0.0.2/'))).toBe('not_allowed');
    expect(server.asked).toEqual([]);
  });
});

describe('an inner address', () => {
  test('is not asked through a name, unless the configuration allows it', async () => {
    const server = await other((_req, res) => res.end('inside'));
    const named = server.url.replace('127.0.0.1', 'localhost');
    expect(await reasonOf(outboundTo(named, OPTIONS).get('/'))).toBe('not_allowed');
    expect(server.asked).toEqual([]);
    expect((await outboundTo(named, { ...OPTIONS, allowPrivate: true }).get('/')).text).toBe('inside');
  });

  test.each([
    ['127.0.0.1', true],
    ['10.1.2.3', true],
    ['172.31.255.255', true],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['0.0.0.0', true],
    ['224.0.0.1', true],
    ['::1', true],
    ['::', true],
    ['fd00::1', true],
    ['fe80::1', true],
    ['::ffff:10.0.0.1', true],
    ['64:ff9b::a00:1', true],
    ['64:ff9b:1::a00:1', true],
    ['::10.0.0.1', true],
    ['2002:a00:1::1', true],
    ['2001:0:1::1', true],
    ['fec0::1', true],
    ['8.8.8.8', false],
    ['172.32.0.1', false],
    ['2606:4700::1111', false],
    ['2001:4860:4860::8888', false],
    ['::ffff:8.8.8.8', false],
  ])('%s is one: %s', (address, expected) => {
    expect(isInnerAddress(address)).toBe(expected);
  });
});
