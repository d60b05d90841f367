import type { ServerResponse } from 'node:http';
import { type FieldError, fieldError } from '@qafila/contract';
import { Refusal, refuseFields } from '../../platform/refusal.ts';

export type Protocol = 'osmAnd' | 'traccarClient' | 'ownTracks';

/** When what could not be stored just now may be sent again. */
export const RETRY_AFTER_S = 5;
const EMPTY = ['Content-Length', '0'];
/** OwnTracks expects a list of messages for the phone, even when there are none. */
const NO_MESSAGES = '[]';
const NO_MESSAGES_HEADERS = ['Content-Type', 'application/json', 'Content-Length', '2'];

export function accept(res: ServerResponse, protocol: Protocol): void {
  if (protocol === 'ownTracks') res.writeHead(200, NO_MESSAGES_HEADERS).end(NO_MESSAGES);
  else res.writeHead(200, EMPTY).end();
}

/** OsmAnd clients know 400 alone; the JSON ones tell a wrong address by 404. */
export function refuseUnknownTracker(res: ServerResponse, protocol: Protocol): void {
  if (protocol === 'osmAnd') refuse(res, refuseFields(fieldError('id', 'no_such_reference')));
  else refuse(res, new Refusal('not_found'));
}

export function refuseWrongFields(res: ServerResponse, errors: FieldError[]): void {
  refuse(res, refuseFields(...errors));
}

export function refuseForNow(res: ServerResponse): void {
  refuse(res, new Refusal('unavailable', undefined, { retryAfterS: RETRY_AFTER_S }));
}

/** OwnTracks throws away what is refused for good, and takes every 4xx for that. */
export function refuseTooMany(res: ServerResponse, protocol: Protocol, retryAfterS: number): void {
  const code = protocol === 'ownTracks' ? 'unavailable' : 'too_many_requests';
  refuse(res, new Refusal(code, undefined, { retryAfterS }));
}

export function refuse(res: ServerResponse, refusal: Refusal, headers: readonly string[] = []): void {
  const problem = refusal.toProblem();
  const text = JSON.stringify(problem);
  const all = ['Content-Type', 'application/problem+json', 'Content-Length', String(Buffer.byteLength(text))];
  if (refusal.retryAfterS !== undefined) all.push('Retry-After', String(refusal.retryAfterS));
  res.writeHead(problem.status, [...all, 'Cache-Control', 'no-store', ...headers]).end(text);
}

/** For a body that was not read to its end: what is left of it must not be taken for the next request. */
export function refuseAndClose(res: ServerResponse, refusal: Refusal): void {
  refuse(res, refusal, ['Connection', 'close']);
}
