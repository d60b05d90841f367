import type { Campaign, CampaignKind } from '@qafila/contract';

/** Where in a campaign’s address each of its sections lives. */
export const TAB_PATHS = {
  overview: '',
  needs: '/needs',
  pledges: '/pledges',
  stock: '/stock',
  outputs: '/outputs',
  participants: '/participants',
  activity: '/activity',
  report: '/report',
} as const;

export type TabName = keyof typeof TAB_PATHS;

/** The sections that a campaign of each kind has, in order. */
export const TABS: Readonly<Record<CampaignKind, readonly TabName[]>> = {
  convoys: ['overview', 'needs', 'pledges', 'stock', 'participants', 'activity', 'report'],
  initiative: ['overview', 'outputs', 'participants', 'activity', 'report'],
};

export type CampaignInView = { campaign: Campaign; isActive: boolean };
