import type { IncomingMessage } from 'node:http';
import type { Endpoint } from '@qafila/contract';
import type { Request } from 'express';
import { parseJson } from './json-rules.ts';
import { Refusal } from './refusal.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** Only media types that a form on another site cannot send; what a file really is, its content tells. */
const TAKEN_AS_IT_IS: Readonly<Record<'image' | 'file', string[]>> = {
  image: ['image/*', 'application/octet-stream'],
  file: ['application/octet-stream'],
};

/** The body of a request as its endpoint takes it; undefined where there is none. */
export async function readBody(
  req: Request,
  { bodyType, bodyBytes }: Pick<Endpoint, 'bodyType' | 'bodyBytes'>,
): Promise<unknown> {
  if (!hasBody(req)) return undefined;
  const encoding = req.get('content-encoding');
  if (encoding !== undefined && encoding !== 'identity') throw new Refusal('unsupported_media_type');
  if (bodyType !== 'json') {
    if (!req.is(TAKEN_AS_IT_IS[bodyType])) throw new Refusal('unsupported_media_type');
    reserve(req, bodyBytes);
    return await collect(req, bodyBytes);
  }
  if (!isJson(req.get('content-type') ?? '')) throw new Refusal('unsupported_media_type');
  const bytes = await collect(req, bodyBytes);
  return bytes.length === 0 ? undefined : parseJson(decode(bytes));
}

function hasBody(req: IncomingMessage): boolean {
  return req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
}

/** A form on another site can send text/plain without asking first; it cannot send this. */
function isJson(contentType: string): boolean {
  return /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(contentType);
}

function decode(bytes: Buffer): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    throw new Refusal('malformed_json', 'the body is not UTF-8');
  }
}

/** Bytes of files that all requests together may hold at a time: what comes beyond that is asked to come again. */
const FILE_BYTES_AT_A_TIME = 120_000_000;
let reservedBytes = 0;

/** Until the request is over, for its file is held as long. */
function reserve(req: Request, maxBytes: number): void {
  const bytes = Math.min(Number(req.headers['content-length'] ?? maxBytes), maxBytes);
  if (reservedBytes + bytes > FILE_BYTES_AT_A_TIME) {
    req.resume();
    throw new Refusal('unavailable');
  }
  reservedBytes += bytes;
  req.res?.once('close', () => {
    reservedBytes -= bytes;
  });
}

/** What is too long is not kept, but read to its end, so that the sender hears the answer. */
async function collect(req: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(req.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(req, maxBytes);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of req.iterator({ destroyOnReturn: false })) {
      length += chunk.length;
      if (length > maxBytes) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw new Refusal('malformed_request', 'the body broke off', { cause: error });
  }
  if (length > maxBytes) throw tooLarge(req, maxBytes);
  return Buffer.concat(chunks, length);
}

function tooLarge(req: IncomingMessage, maxBytes: number): Refusal {
  req.resume();
  return new Refusal('body_too_large', `at most ${maxBytes} bytes`, { values: { maximum: maxBytes } });
}
