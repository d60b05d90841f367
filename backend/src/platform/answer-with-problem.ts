import type { ProblemCode } from '@qafila/contract';
import type { ErrorRequestHandler, Request } from 'express';
import { asRefusal } from './database-errors.ts';
import { Refusal } from './refusal.ts';

/** The last word on a request that failed: a problem document; what is our own fault is logged, not told. */
export const answerWithProblem: ErrorRequestHandler = (thrown: unknown, req, res, next) => {
  if (res.headersSent) {
    next(thrown);
    return;
  }
  const refusal = toRefusal(thrown);
  const { status } = refusal.toProblem();
  if (status >= 500) req.log.error({ err: thrown }, 'failed');
  if (refusal.retryAfterS !== undefined) res.set('Retry-After', String(Math.ceil(refusal.retryAfterS)));
  // The rest of a body nobody wants would otherwise be read as the next request.
  if (!req.complete) res.set('Connection', 'close');
  res.set('Cache-Control', 'no-store');
  res
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify(refusal.toProblem(idOf(req))));
};

/** Errors of express and its parsers carry the status they mean. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed_request',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'body_too_large',
  415: 'unsupported_media_type',
};

function toRefusal(thrown: unknown): Refusal {
  const known = asRefusal(thrown);
  if (known instanceof Refusal) return known;
  const code = BY_STATUS[statusOf(known)];
  return new Refusal(code ?? 'internal', undefined, { cause: thrown });
}

function statusOf(error: unknown): number {
  const isHttpError = error instanceof Error && 'status' in error && typeof error.status === 'number';
  return isHttpError ? Number(error.status) : 500;
}

function idOf(req: Request): string | undefined {
  return typeof req.id === 'string' ? req.id : undefined;
}
