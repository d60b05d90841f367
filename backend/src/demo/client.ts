import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@qafila/contract';
import type { z } from 'zod';
import { DEMO_PASSWORD } from './world.ts';

type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params?: z.input<P>;
  query?: z.input<Q>;
  body?: z.input<B>;
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
  return async (it, input = {}) => {
    const body = input.body === undefined ? undefined : JSON.stringify(input.body);
    const answer = await fetch(baseUrl + pathOf(it.path, input.params), {
      method: it.method.toUpperCase(),
      headers: {
        cookie,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(it.idempotent && { 'idempotency-key': randomUUID() }),
      },
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${it.method} ${it.path}: ${answer.status} ${text} for ${body ?? ''}`);
    return it.response.parse(text === '' ? undefined : JSON.parse(text)) as never;
  };
}

function pathOf(path: string, params: unknown): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, string>)[name])),
  );
}
