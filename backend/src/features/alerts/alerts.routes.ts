import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { alertsOfCampaign, move, rulesOfCampaign, setRules } from './alerts.service.ts';

export function alertRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, contract.listAlerts, (asked) =>
    alertsOfCampaign(asked, asked.params.campaignId, asked.query),
  );
  bind(router, deps, contract.moveAlert, (asked) => move(asked, asked.params.alertId, asked.body));
  bind(router, deps, contract.readAlertRules, (asked) => rulesOfCampaign(asked, asked.params.campaignId));
  bind(router, deps, contract.updateAlertRules, (asked) =>
    setRules(asked, asked.params.campaignId, asked.version, asked.body),
  );
  return router;
}
