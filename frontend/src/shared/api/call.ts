import { APPLICATION_KEY_HEADER, type Endpoint, Problem, SHARE_TOKEN_HEADER } from '@qafila/contract';
import type { z } from 'zod';
import { ApiProblem, NetworkError, UnexpectedAnswer } from './errors.ts';
import { randomUuid } from './uuid.ts';

type Nothing = Record<string, never>;
/** Left out where the endpoint takes nothing that is due. */
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [N in Name]?: undefined }
  : Nothing extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value };

/** Where a call goes: what `useApiQuery` takes, and half of what a call takes. */
export type Target<E extends Endpoint> = Part<'params', z.input<E['params']>> &
  Part<'query', z.input<E['query']>>;

export type CallInput<E extends Endpoint> = Target<E> &
  Part<'body', z.input<E['body']>> & {
    /** Version last read: needed by edits that are `versioned`. */
    readonly ifMatch?: number;
    /** One key for one submission, however often it is sent; made afresh when left out. */
    readonly idempotencyKey?: string;
    /** The body of an endpoint that takes an image. */
    readonly image?: Blob;
    /** The body of an endpoint that takes a file. */
    readonly file?: Blob;
    /** The secret of a share link, where that is what lets one in. */
    readonly share?: string;
    /** The key of an application, for those who made it. */
    readonly applicant?: string;
    readonly signal?: AbortSignal;
  };

export type Answer<E extends Endpoint> = z.output<E['response']>;

/**
 * Calls the server as the endpoint says and reads its answer by the endpoint's schema.
 * @throws {ApiProblem | NetworkError | UnexpectedAnswer}
 */
export async function call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Answer<E>> {
  const response = await send(endpoint, input);
  if (!response.ok) throw await readProblem(response);
  if (response.status === 204) return undefined as Answer<E>;
  const parsed = endpoint.response.safeParse(await readJson(response));
  if (!parsed.success) throw new UnexpectedAnswer(parsed.error.message);
  return parsed.data as Answer<E>;
}

type Loose = {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
  readonly image?: Blob;
  readonly file?: Blob;
  readonly share?: string;
  readonly applicant?: string;
  readonly signal?: AbortSignal;
};

async function send(endpoint: Endpoint, input: CallInput<Endpoint>): Promise<Response> {
  const loose = input as Loose;
  try {
    return await fetch(addressOf(endpoint, loose), {
      method: endpoint.method.toUpperCase(),
      credentials: 'same-origin',
      headers: headersOf(endpoint, loose),
      ...bodyOf(endpoint, loose),
      ...(loose.signal && { signal: loose.signal }),
    });
  } catch (error) {
    if (loose.signal?.aborted) throw error;
    throw new NetworkError('no answer', { cause: error });
  }
}

/** The path with its parameters filled in, and the query; also the `src` of an image endpoint. */
export function addressOf(endpoint: Pick<Endpoint, 'path'>, input: Pick<Loose, 'params' | 'query'>): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(String(input.params?.[name])),
  );
  const query = Object.entries(input.query ?? {}).filter(([, value]) => value !== undefined);
  if (query.length === 0) return path;
  return `${path}?${new URLSearchParams(query.map(([key, value]) => [key, String(value)]))}`;
}

function headersOf(endpoint: Endpoint, input: Loose): Record<string, string> {
  return {
    Accept: 'application/json, application/problem+json',
    ...(endpoint.idempotent && { 'Idempotency-Key': input.idempotencyKey ?? randomUuid() }),
    ...(endpoint.versioned && input.ifMatch !== undefined && { 'If-Match': `"${input.ifMatch}"` }),
    ...(input.image && { 'Content-Type': input.image.type }),
    ...(input.file && { 'Content-Type': 'application/octet-stream' }),
    ...(input.share && { [SHARE_TOKEN_HEADER]: input.share }),
    ...(input.applicant && { [APPLICATION_KEY_HEADER]: input.applicant }),
    ...(input.body !== undefined && { 'Content-Type': 'application/json' }),
  };
}

function bodyOf(endpoint: Endpoint, input: Loose): { body?: BodyInit } {
  const sent = input.image ?? input.file;
  if (endpoint.bodyType !== 'json') return sent ? { body: sent } : {};
  return input.body === undefined ? {} : { body: JSON.stringify(input.body) };
}

async function readProblem(response: Response): Promise<Error> {
  const parsed = Problem.safeParse(await readJson(response).catch(() => undefined));
  if (parsed.success) return new ApiProblem(parsed.data);
  // A proxy in between answers for a server that is away.
  if (response.status >= 502 && response.status <= 504) return new NetworkError(`status ${response.status}`);
  return new UnexpectedAnswer(`status ${response.status} without a problem`);
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new UnexpectedAnswer('not JSON', { cause: error });
  }
}
