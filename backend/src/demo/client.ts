import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@qafila/contract';
import type { z } from 'zod';
import { DEMO_PASSWORD } from './world.ts';

type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params?: z.input<P>;
  query?: z.input<Q>;
  body?: z.input<B>;
  /** The body of an endpoint that takes a file. */
  file?: Buffer;
  /** Version last read, for edits that are `versioned`. */
  ifMatch?: number;
};

/** Calls contract endpoints over HTTP as one signed-in user; throws on anything but success. */
export type Client = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  it: Endpoint<P, Q, B, R>,
  input?: Input<P, Q, B>,
) => Promise<z.output<R>>;

export async function signInAs(baseUrl: string, email: string): Promise<Client> {
  const response = await fetch(`${baseUrl}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  if (!response.ok) throw new Error(`${email} could not sign in: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ');
  return visitorOf(baseUrl, { cookie });
}

/** Somebody without an account, who brings these headers along. */
export function visitorOf(baseUrl: string, headers: Record<string, string> = {}): Client {
  return async (it, input = {}) => {
    const { type, body } = contentOf(input);
    const answer = await fetch(baseUrl + pathOf(it.path, input.params) + queryOf(input.query), {
      method: it.method.toUpperCase(),
      headers: {
        ...headers,
        ...(type !== undefined && { 'content-type': type }),
        ...(it.idempotent && { 'idempotency-key': randomUUID() }),
        ...(input.ifMatch !== undefined && { 'if-match': `"${input.ifMatch}"` }),
      },
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    if (!answer.ok) {
      const sent = JSON.stringify(input.body ?? {});
      throw new Error(`${it.method} ${it.path}: ${answer.status} ${text} for ${sent}`);
    }
    return it.response.parse(text === '' ? undefined : JSON.parse(text)) as never;
  };
}

function contentOf({ file, body }: { file?: Buffer; body?: unknown }): { type?: string; body?: BodyInit } {
  if (file) return { type: 'application/octet-stream', body: new Uint8Array(file) };
  return body === undefined ? {} : { type: 'application/json', body: JSON.stringify(body) };
}

function pathOf(path: string, params: unknown): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, string>)[name])),
  );
}

function queryOf(query: unknown): string {
  const given = Object.entries((query ?? {}) as Record<string, unknown>).filter(
    ([, value]) => value !== undefined,
  );
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}
