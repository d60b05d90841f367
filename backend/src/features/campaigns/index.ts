export { campaignRoutes } from './campaigns.routes.ts';
export {
  refuseArchived,
  requireActiveCampaign,
  requireCampaign,
  requireOpenCampaign,
} from './campaigns.service.ts';
export { requireParticipant } from './participants.service.ts';
