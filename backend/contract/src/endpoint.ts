import { z } from 'zod';
import { LIMITS } from './limits.ts';
import type { Action } from './permissions.ts';

/**
 * One HTTP operation, said once: the backend binds a handler to it, the frontend calls it, OpenAPI lists it.
 * Who may call it is part of it: `public`, any signed-in user, the holder of a share link, a driver’s phone, an applicant by
 * the key of the application, or an action of the permission table.
 */
export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Express path with `:name` parameters, from `/api/v1` on. */
  readonly path: `/api/v1/${string}`;
  /** One line for the API reference. */
  readonly summary: string;
  readonly access: 'public' | 'signed_in' | 'shared' | 'driver' | 'applicant' | Action;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** HTTP status of the answer that carries `response`. */
  readonly success: 200 | 201 | 204;
  readonly response: Response;
  /** Takes `Idempotency-Key`: every creating or moving POST, unless it says otherwise. */
  readonly idempotent: boolean;
  /** The edit needs `If-Match` with the version last read: 428 without, 412 when stale. */
  readonly versioned: boolean;
  /** What the body is: JSON, or one image or file sent as it is. */
  readonly bodyType: 'json' | 'image' | 'file';
  /** The most that is read of it. */
  readonly bodyBytes: number;
  /** `file`: the handler writes the answer itself, with its own media type and name. */
  readonly responseType: 'json' | 'image' | 'file';
  /** What a file can be. */
  readonly mediaTypes: readonly string[];
};

const Nothing = z.strictObject({});
const NoBody = z.undefined();
type Nothing = typeof Nothing;
type NoBody = typeof NoBody;

const BODY_BYTES = {
  json: LIMITS.jsonBodyBytes,
  image: LIMITS.photoBytes,
  file: LIMITS.documentBytes,
} as const;

/** Fills what an endpoint leaves unsaid: no parameters, no body, no answer; POSTs idempotent. */
export function endpoint<
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = NoBody,
  Response extends z.ZodType = NoBody,
>(
  it: Pick<Endpoint, 'method' | 'path' | 'summary' | 'access'> &
    Partial<Endpoint<Params, Query, Body, Response>>,
): Endpoint<Params, Query, Body, Response> {
  const unsaid = {
    params: Nothing,
    query: Nothing,
    body: NoBody,
    response: NoBody,
    success: it.response ? 200 : 204,
    idempotent: it.method === 'post',
    versioned: false,
    bodyType: 'json',
    bodyBytes: BODY_BYTES[it.bodyType ?? 'json'],
    responseType: 'json',
    mediaTypes: [],
  };
  return { ...unsaid, ...it } as Endpoint<Params, Query, Body, Response>;
}
