import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from './config.ts';
import { tileOrigins } from './map-config.ts';

const ONE_YEAR_S = 31_536_000;

/**
 * Scripts, sockets and pages of this server alone, and the map's tiles from the one host that is configured; styles may
 * be inline, for components set them.
 */
export function securityHeaders({ map }: Pick<Config, 'map'>): RequestHandler[] {
  const tiles = tileOrigins(map);
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          scriptSrcAttr: ["'none'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:', ...tiles.images],
          fontSrc: ["'self'", 'data:'],
          connectSrc: ["'self'", 'ws:', 'wss:', ...tiles.fetched],
          workerSrc: ["'self'"],
          manifestSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      // Map tiles of others are served only to pages that say where they are from.
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      strictTransportSecurity: false,
      xFrameOptions: { action: 'deny' },
    }),
    (req, res, next) => {
      if (req.secure) res.set('Strict-Transport-Security', `max-age=${ONE_YEAR_S}`);
      next();
    },
  ];
}
