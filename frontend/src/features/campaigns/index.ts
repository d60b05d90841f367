export { CampaignFormPage } from './CampaignFormPage.tsx';
export { CampaignsPage } from './CampaignsPage.tsx';
export {
  ActivityPage,
  NeedPage,
  NeedsPage,
  OutputsPage,
  OverviewPage,
  ParticipantsPage,
  PledgePage,
  PledgesPage,
  ReportPage,
  StockPage,
} from './pages.tsx';
