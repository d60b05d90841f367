import type { Request, RequestHandler } from 'express';
import { authorize } from './bind.ts';
import { findEndpoint } from './endpoint-index.ts';
import { Refusal } from './refusal.ts';
import { readBody } from './request-body.ts';

/** Methods that change nothing. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A write that a browser sends for another site's page is refused, whatever its cookies. */
export function refuseForeignWrites(publicUrl: string | undefined): RequestHandler {
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  return (req, _res, next) => {
    if (!SAFE.has(req.method) && isForeign(req, publicHost)) throw new Refusal('foreign_origin');
    next();
  };
}

function isForeign(req: Request, publicHost: string | undefined): boolean {
  const site = req.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') return true;
  const origin = req.get('origin');
  if (origin === undefined) return false;
  const host = URL.canParse(origin) ? new URL(origin).host : undefined;
  return host === undefined || (host !== req.host && host !== publicHost);
}

/**
 * Lets through what the contract has: an unknown path is 404, a known one with another method 405. Then reads the
 * body, in the form the endpoint takes, of those who may call it: of the others nothing is read.
 */
export const gate: RequestHandler = async (req, res, next) => {
  const { endpoint, allowed } = findEndpoint(req.method, req.originalUrl.split('?', 1)[0] ?? '');
  if (allowed.length === 0) throw new Refusal('not_found');
  if (req.method === 'OPTIONS') {
    res.set('Allow', allowed.join(', ')).status(204).end();
    return;
  }
  if (!endpoint) {
    res.set('Allow', allowed.join(', '));
    throw new Refusal('method_not_allowed');
  }
  authorize(endpoint.access, req);
  if (endpoint.method !== 'get') req.body = await readBody(req, endpoint);
  next();
};
