import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Why a request to another server gave nothing. */
export type OutboundReason = 'not_allowed' | 'unreachable' | 'timeout' | 'too_large' | 'refused';

export class OutboundError extends Error {
  override readonly name = 'OutboundError';
  readonly reason: OutboundReason;

  constructor(reason: OutboundReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

export type OutboundAnswer = { readonly status: number; readonly text: string };

/** One server that this one may ask, and nobody else. */
export type Outbound = {
  /** `path` is added to the configured address. */
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<OutboundAnswer>;
  readonly post: (
    path: string,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<OutboundAnswer>;
};

export type OutboundOptions = {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Whether a name may lead to an address of an inner network. */
  readonly allowPrivate: boolean;
};

/** Networks that are not the open internet, and those that lead to any address of the older protocol. */
const INNER = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  INNER.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const) {
  INNER.addSubnet(network, bits, 'ipv6');
}

export function isInnerAddress(address: string): boolean {
  return INNER.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Requests to one configured address. No redirect is followed; a name is resolved once, judged, and the connection
 * goes to the very address that was judged. An inner address is asked only where the configuration names it itself.
 */
export function outboundTo(base: string, options: OutboundOptions): Outbound {
  return {
    get: async (path, headers = {}) => await ask(urlOf(base, path), 'GET', headers, undefined, options),
    post: async (path, body, headers = {}) =>
      await ask(
        urlOf(base, path),
        'POST',
        { ...headers, 'Content-Type': 'application/json' },
        JSON.stringify(body),
        options,
      ),
  };
}

/** @throws {OutboundError} `not_allowed` when the path leads away from the configured server */
function urlOf(base: string, path: string): URL {
  const url = new URL(path === '' ? base : base.replace(/\/+$/, '') + path);
  if (url.origin !== new URL(base).origin) throw new OutboundError('not_allowed', 'another server');
  return url;
}

async function ask(
  url: URL,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
  { timeoutMs, maxBytes, allowPrivate }: OutboundOptions,
): Promise<OutboundAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  const { request } = url.protocol === 'https:' ? https : http;
  try {
    return await new Promise((resolve, reject) => {
      const asked = request(
        url,
        {
          method,
          headers: { 'Accept-Encoding': 'identity', 'User-Agent': 'Qafila', ...headers },
          lookup: allowPrivate ? undefined : lookupOutside,
          agent: false,
          signal,
        },
        (answer) => {
          collect(answer, maxBytes).then(resolve, reject);
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  } catch (error) {
    throw asOutboundError(error, signal);
  }
}

/** Resolves as usual, and gives the connection only addresses of the open internet. */
const lookupOutside: LookupFunction = (hostname, { family, hints, all }, answer) => {
  lookup(hostname, { family: family ?? 0, hints: hints ?? 0, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    const isInside = addresses?.some(({ address }) => isInnerAddress(address));
    if (error) answer(error, []);
    else if (isInside || !first) answer(new OutboundError('not_allowed', 'an inner address'), []);
    else if (all) answer(null, addresses);
    else answer(null, first.address, first.family);
  });
};

async function collect(answer: http.IncomingMessage, maxBytes: number): Promise<OutboundAnswer> {
  const status = answer.statusCode ?? 0;
  if (status >= 300 && status < 400) {
    answer.destroy();
    throw new OutboundError('refused', 'sends elsewhere');
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer) {
    length += chunk.length;
    if (length > maxBytes) throw new OutboundError('too_large', `more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return { status, text: Buffer.concat(chunks, length).toString('utf8') };
}

/** What is thrown names no address: it may carry a key. */
function asOutboundError(error: unknown, signal: AbortSignal): OutboundError {
  if (error instanceof OutboundError) return error;
  if (signal.aborted) return new OutboundError('timeout', 'no answer in time');
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
  return new OutboundError('unreachable', code);
}
