import { Router } from 'express';
import type { Readiness } from './readiness.repository.ts';

/** `/healthz`: this process answers. `/readyz`: it can do its work, so requests may be sent here. */
export function healthRoutes(readiness: () => Promise<Readiness>): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'alive' });
  });
  router.get('/readyz', async (_req, res) => {
    const status = await readiness();
    res
      .set('Cache-Control', 'no-store')
      .status(status === 'ready' ? 200 : 503)
      .json({ status });
  });
  return router;
}
