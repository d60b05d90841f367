export { CampaignFormPage } from './CampaignFormPage.tsx';
export { CampaignsPage } from './CampaignsPage.tsx';
export {
  ActivityPage,
  NeedPage,
  NeedsPage,
  OverviewPage,
  ParticipantsPage,
  PledgePage,
  PledgesPage,
  ReportPage,
  StockPage,
} from './pages.tsx';
