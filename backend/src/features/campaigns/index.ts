export { activeCampaignIds, alertRulesOf } from './campaigns.repository.ts';
export { campaignRoutes } from './campaigns.routes.ts';
export {
  refuseArchived,
  requireActiveCampaign,
  requireCampaign,
  requireOpenCampaign,
} from './campaigns.service.ts';
export { requireParticipant } from './participants.service.ts';
