import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import * as outputs from './outputs.service.ts';
import { readTotals } from './totals.service.ts';

export function outputRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, contract.listOutputs, (asked) =>
    outputs.list(asked, asked.params.campaignId, asked.query),
  );
  bind(router, deps, contract.readOutputTotals, (asked) => readTotals(asked, asked.params.campaignId));
  bind(router, deps, contract.recordOutput, (asked) =>
    outputs.record(asked, asked.params.campaignId, asked.body),
  );
  bind(router, deps, contract.readOutput, (asked) => outputs.read(asked, asked.params.outputId));
  bind(router, deps, contract.correctOutput, (asked) =>
    outputs.correct(asked, asked.params.outputId, asked.version, asked.body),
  );
  return router;
}
