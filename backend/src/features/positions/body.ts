import type { IncomingMessage } from 'node:http';

const MAX_BYTES = 65_536;
const COMPLETE_WITHIN_MS = 10_000;

export type Body = { text: string } | { failure: 'too_large' | 'too_slow' };

/** Calls back once with the whole body, or with why it is not taken; not at all when the sender went away. */
export function readBody(req: IncomingMessage, then: (body: Body) => void): void {
  if (Number(req.headers['content-length'] ?? 0) > MAX_BYTES) {
    then({ failure: 'too_large' });
    return;
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  const timer = setTimeout(() => finish({ failure: 'too_slow' }), COMPLETE_WITHIN_MS);

  function finish(body: Body): void {
    clearTimeout(timer);
    req.off('data', take).off('end', end).off('close', giveUp);
    then(body);
  }
  function take(chunk: Buffer): void {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) finish({ failure: 'too_large' });
    else chunks.push(chunk);
  }
  function end(): void {
    finish({ text: (chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))?.toString('utf8') ?? '' });
  }
  function giveUp(): void {
    clearTimeout(timer);
  }
  req.on('data', take).on('end', end).on('close', giveUp);
}
