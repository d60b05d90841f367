import type { Alert, CampaignSummary, LiveMap } from '@qafila/contract';
import type { ReplaySession } from '../replay/index.ts';
import type { LiveViews } from './live-views.ts';

/** What the page has read and every part of the screen is given. */
export type LiveScreenProps = {
  campaignId: string;
  live: LiveMap;
  summary: CampaignSummary;
  views: LiveViews;
  clock: () => Date;
  session: ReplaySession;
  /** Open ones, raised or acknowledged. */
  alerts: readonly Alert[];
};
