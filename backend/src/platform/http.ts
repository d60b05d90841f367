import compression from 'compression';
import express, { type Express, type Router } from 'express';
import { answerWithProblem } from './answer-with-problem.ts';
import type { Config } from './config.ts';
import { type Logger, requestLogging } from './logging.ts';
import { Refusal } from './refusal.ts';
import { gate, refuseForeignWrites } from './request-gate.ts';
import { securityHeaders } from './security-headers.ts';
import { staticFiles } from './static-files.ts';

export type HttpParts = {
  readonly config: Pick<Config, 'trustProxy' | 'publicUrl' | 'frontendDir' | 'map'>;
  readonly log: Logger;
  readonly measure: express.RequestHandler;
  /** Health, metrics and documents: what answers without a session. */
  readonly outside: readonly Router[];
  /** Fills `req.signedIn`. */
  readonly sessions: readonly express.RequestHandler[];
  /** The features' routes. */
  readonly routes: readonly Router[];
};

/** The one order in which a request meets everything that looks at it. */
export function assembleApp({ config, log, measure, outside, sessions, routes }: HttpParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.use(requestLogging(log), measure);
  app.use(...securityHeaders(config));
  app.use(compression());
  for (const router of outside) app.use(router);
  app.use('/api', (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  app.use('/api', refuseForeignWrites(config.publicUrl), ...sessions, gate);
  for (const router of routes) app.use(router);
  app.use(staticFiles(config.frontendDir));
  app.use((_req, _res, next) => next(new Refusal('not_found')));
  app.use(answerWithProblem);
  return app;
}

/** Express's own judgement on whose word about the sender counts, for connections that do not pass through it. */
export function trustedProxy({
  trustProxy,
}: Pick<Config, 'trustProxy'>): (address: string, step: number) => boolean {
  const app = express();
  app.set('trust proxy', trustProxy);
  return app.get('trust proxy fn');
}
