import type { Exchange } from './clock.ts';

/** What becomes of a request on a bad network. `refused` is final; `unreachable` is not. */
export type Reply<Body> =
  | { readonly kind: 'done'; readonly body: Body; readonly heard?: Exchange }
  | { readonly kind: 'ended' }
  | { readonly kind: 'refused'; readonly code: string; readonly paths: readonly string[] }
  | { readonly kind: 'unreachable'; readonly retryAfterS?: number };

/** A request that takes longer has met a network that hangs. */
const PATIENCE_MS = 30_000;
/** What will be refused again however often it is sent. */
const FINAL = new Set([400, 403, 404, 409, 410, 413, 422]);

type Problem = { code: string; errors?: { path: string }[] };

type Asked = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Of the API, without its version. */
  readonly path: string;
  readonly body?: unknown;
  readonly image?: Blob;
  readonly patienceMs?: number;
};

export async function ask<Body>({
  method,
  path,
  body,
  image,
  patienceMs = PATIENCE_MS,
}: Asked): Promise<Reply<Body>> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  const askedMs = Date.now();
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      signal: patience.signal,
      ...(image && { body: image, headers: { 'Content-Type': image.type } }),
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
    });
    const serverAt = response.headers.get('Date');
    const exchange = serverAt !== null && { heard: { serverAt, askedMs, heardMs: Date.now() } };
    if (response.status === 204) return { kind: 'done', body: undefined as Body, ...exchange };
    const retryAfterS = Number(response.headers.get('Retry-After'));
    return { ...toReply<Body>(response.status, await response.json(), retryAfterS), ...exchange };
  } catch {
    // No network, or something on the way that answers for the server and speaks no JSON.
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

/** Only what the server itself has said counts; a hotel's sign-in page that answers 200 has no such body. */
function toReply<Body>(status: number, body: unknown, retryAfterS: number): Reply<Body> {
  if (status === 200) return { kind: 'done', body: body as Body };
  const { code, errors = [] } = body as Problem;
  if (code === 'not_signed_in') return { kind: 'ended' };
  if (FINAL.has(status) && code) return { kind: 'refused', code, paths: errors.map(({ path }) => path) };
  return { kind: 'unreachable', ...(retryAfterS > 0 && { retryAfterS }) };
}
