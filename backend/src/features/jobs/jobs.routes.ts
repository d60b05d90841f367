import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import type { Jobs } from '../../platform/jobs.ts';
import * as jobs from './jobs.service.ts';

export type JobRouteDeps = BindDeps & { readonly jobs: Jobs };

export function jobRoutes(deps: JobRouteDeps): Router {
  const router = Router();
  bind(router, deps, contract.listJobs, (asked) => jobs.list(asked));
  bind(router, deps, contract.listJobRuns, (asked) => jobs.listRuns(asked, asked.params.jobName));
  bind(
    router,
    deps,
    contract.runJob,
    (asked) => jobs.runAsked(asked, deps.jobs, asked.params.jobName),
    // A run opens transactions of its own, and is on record when it fails.
    { ownTransactions: true },
  );
  return router;
}
