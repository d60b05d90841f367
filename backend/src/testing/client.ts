import type { Endpoint, Problem } from '@qafila/contract';
import type { z } from 'zod';

export type Asked<P, Q> = {
  params?: P;
  query?: Q;
  body?: unknown;
  ifMatch?: number | string;
  idempotencyKey?: string;
  headers?: Record<string, string>;
};

/** The same answer under two names: read `body` where it should have gone well, `problem` where not. */
export type Answer<Body> = { status: number; body: Body; problem: Problem; headers: Headers };

/** Calls the contract's endpoints as a browser would, keeping its cookies. */
export class Client {
  readonly url: string;
  readonly userId: string;
  readonly associationId: string | null;
  cookie: string = '';

  constructor(
    url: string,
    who: { userId: string; associationId: string | null } = { userId: '', associationId: null },
  ) {
    this.url = url;
    this.userId = who.userId;
    this.associationId = who.associationId;
  }

  async call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    it: Endpoint<P, Q, B, R>,
    asked: Asked<z.input<P>, z.input<Q>> = {},
  ): Promise<Answer<z.output<R>>> {
    const headers: Record<string, string> = { ...asked.headers };
    if (asked.ifMatch !== undefined) {
      headers['If-Match'] = typeof asked.ifMatch === 'number' ? `"${asked.ifMatch}"` : asked.ifMatch;
    }
    if (asked.idempotencyKey !== undefined) headers['Idempotency-Key'] = asked.idempotencyKey;
    const isFile = asked.body instanceof Uint8Array;
    if (asked.body !== undefined)
      headers['Content-Type'] ??= isFile ? 'application/octet-stream' : 'application/json';
    const response = await this.raw(fillPath(it.path, asked.params) + queryOf(asked.query), {
      method: it.method.toUpperCase(),
      headers,
      body: isFile ? (asked.body as BodyInit) : bodyOf(asked.body),
    });
    return await answerOf<z.output<R>>(response);
  }

  /** Any request at all, with this client's cookies. */
  async raw(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie) headers.set('Cookie', this.cookie);
    const response = await fetch(this.url + path, { redirect: 'manual', ...init, headers });
    this.#keepCookies(response);
    return response;
  }

  #keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      this.cookie = /expires=Thu, 01 Jan 1970/i.test(line) ? '' : pair;
    }
  }
}

function bodyOf(body: unknown): string | null {
  return body === undefined ? null : JSON.stringify(body);
}

function fillPath(path: string, params: unknown): string {
  const values = new Map(Object.entries((params ?? {}) as Record<string, string>));
  return path.replace(/:(\w+)/g, (_match, name: string) => encodeURIComponent(values.get(name) ?? ''));
}

function queryOf(query: unknown): string {
  const given = Object.entries((query ?? {}) as Record<string, unknown>).filter(
    ([, value]) => value !== undefined,
  );
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}

async function answerOf<Body>(response: Response): Promise<Answer<Body>> {
  const text = /json/.test(response.headers.get('content-type') ?? '') ? await response.text() : '';
  const body = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, body, problem: body, headers: response.headers };
}
