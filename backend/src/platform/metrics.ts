import { createHash, timingSafeEqual } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { Refusal } from './refusal.ts';

export type Metrics = {
  /** Where features register what they count. */
  readonly registry: Registry;
  /** Times each request by its route. */
  readonly measure: RequestHandler;
  readonly routes: Router;
};

/** Prometheus metrics at `/metrics`, for whoever has the token; without a token there is no such place. */
export function createMetrics(token: string | undefined): Metrics {
  const registry = new Registry();
  if (token !== undefined) collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const routes = Router();
  routes.get('/metrics', async (req, res) => {
    if (token === undefined) throw new Refusal('not_found');
    if (!isBearer(req.get('authorization'), token)) {
      res.set('WWW-Authenticate', 'Bearer');
      throw new Refusal('not_signed_in', 'needs the metrics token');
    }
    res
      .set('Cache-Control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  });
  return { registry, measure: measureInto(duration), routes };
}

function measureInto(duration: Histogram<'method' | 'route' | 'status'>): RequestHandler {
  return (req, res, next) => {
    const end = duration.startTimer();
    res.once('close', () => {
      const route: unknown = req.route?.path;
      end({ method: req.method, route: typeof route === 'string' ? route : 'other', status: res.statusCode });
    });
    next();
  };
}

function isBearer(header: string | undefined, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}
