import type { Campaign } from '@qafila/contract';

/** Sections of a campaign in order, and where in its address each lives. */
export const TABS = [
  { name: 'overview', path: '' },
  { name: 'needs', path: '/needs' },
  { name: 'pledges', path: '/pledges' },
  { name: 'stock', path: '/stock' },
  { name: 'participants', path: '/participants' },
  { name: 'activity', path: '/activity' },
  { name: 'report', path: '/report' },
] as const;

export type TabName = (typeof TABS)[number]['name'];

export type CampaignInView = { campaign: Campaign; isActive: boolean };
