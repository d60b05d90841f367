import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { listActivity } from './activity.service.ts';
import * as campaigns from './campaigns.service.ts';
import { addParticipant, listParticipants } from './participants.service.ts';
import { readSummary } from './summary.service.ts';

export function campaignRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, contract.listCampaigns, (asked) => campaigns.listCampaigns(asked));
  bind(router, deps, contract.readCampaign, (asked) =>
    campaigns.requireCampaign(asked, asked.params.campaignId),
  );
  bind(router, deps, contract.createCampaign, (asked) => campaigns.createCampaign(asked, asked.body));
  bind(router, deps, contract.updateCampaign, (asked) =>
    campaigns.updateCampaign(asked, asked.params.campaignId, asked.version, asked.body),
  );
  bind(router, deps, contract.moveCampaign, (asked) =>
    campaigns.transitionCampaign(asked, asked.params.campaignId, asked.body.command, asked.body.reason),
  );
  bind(router, deps, contract.listParticipants, (asked) => listParticipants(asked, asked.params.campaignId));
  bind(router, deps, contract.addParticipant, (asked) =>
    addParticipant(asked, asked.params.campaignId, asked.body.associationId),
  );
  bind(router, deps, contract.readCampaignSummary, (asked) => readSummary(asked, asked.params.campaignId));
  bind(router, deps, contract.listActivity, (asked) =>
    listActivity(asked, asked.params.campaignId, asked.query),
  );
  return router;
}
