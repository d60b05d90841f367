import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { Refusal } from './refusal.ts';

/** An IPv6 customer has a whole /64. */
const IPV6_SUBNET = 64;

/**
 * For what anybody may call: so many requests from one address in so many seconds, or so many writes where reads are
 * free; counted by this process.
 */
export function atMost(
  { count, everyS }: { count: number; everyS: number },
  { isReadFree = false }: { isReadFree?: boolean } = {},
): RequestHandler {
  return rateLimit({
    skip: (req) => isReadFree && req.method === 'GET',
    limit: count,
    windowMs: everyS * 1000,
    standardHeaders: false,
    legacyHeaders: false,
    // Whose word about the sender counts is Express’s own setting, checked when the server starts.
    validate: false,
    keyGenerator: (req) => ipKeyGenerator(req.ip ?? '', IPV6_SUBNET),
    handler: (_req, _res, next) => {
      next(new Refusal('too_many_requests', undefined, { retryAfterS: everyS, values: { seconds: everyS } }));
    },
  });
}
