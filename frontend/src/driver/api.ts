import type { DriverFix, DriverReport, DriverView } from '@qafila/contract';

/** What becomes of a request on a bad network. `refused` is final; `unreachable` is not. */
export type Reply<Body> =
  | { readonly kind: 'done'; readonly body: Body }
  | { readonly kind: 'ended' }
  | { readonly kind: 'refused'; readonly code: string; readonly paths: readonly string[] }
  | { readonly kind: 'unreachable'; readonly retryAfterS?: number };

/** A request that takes longer has met a network that hangs. */
const PATIENCE_MS = 30_000;
/** What will be refused again however often it is sent. */
const FINAL = new Set([400, 404, 409, 410, 413, 422]);

type Problem = { code: string; errors?: { path: string }[] };

async function ask<Body>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Reply<Body>> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(`/api/v1/driver${path}`, {
      method,
      signal: patience.signal,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
    });
    return toReply(response.status, await response.json(), Number(response.headers.get('Retry-After')));
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

export const api = {
  begin: (secret: string, phoneKey: string) => ask<DriverView>('POST', '/session', { secret, phoneKey }),
  view: () => ask<DriverView>('GET', ''),
  sendReport: (report: DriverReport) => ask<DriverView>('POST', '/reports', report),
  sendFixes: (fixes: readonly DriverFix[]) =>
    ask<{ stored: number; refused: number[] }>('POST', '/fixes', { fixes }),
};
export type Api = typeof api;
