import { SHARE_TOKEN_HEADER } from '@qafila/contract';
import type { RequestHandler } from 'express';
import type { Share } from './context.ts';
import { findEndpoint } from './endpoint-index.ts';

/** Knows by which link somebody came: fills `req.share` at the endpoints that take one, and nowhere else. */
export function shares(open: (token: string, address: string) => Promise<Share>): RequestHandler {
  return async (req, _res, next) => {
    const token = req.get(SHARE_TOKEN_HEADER);
    if (token !== undefined && isForShares(req.method, req.originalUrl)) {
      req.share = await open(token, req.ip ?? '');
    }
    next();
  };
}

function isForShares(method: string, url: string): boolean {
  return findEndpoint(method, url.split('?', 1)[0] ?? '').endpoint?.access === 'shared';
}
