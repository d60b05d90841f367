import type { Campaign, Role, SessionUser } from '@qafila/contract';
import {
  IconArrowsExchange,
  IconBell,
  IconBuildingWarehouse,
  IconCalendarDue,
  IconClipboardCheck,
  IconClockPlay,
  IconFlame,
  IconFolder,
  IconHeartHandshake,
  IconHome,
  IconMail,
  IconMap2,
  IconMapPin,
  IconMapPinCheck,
  IconPackage,
  IconPlant2,
  IconShare3,
  IconTargetArrow,
  IconTruck,
  IconTruckDelivery,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { groupsOf } from '../shared/lists/index.ts';
import { mayEnter } from './may-enter.ts';
import { routes } from './routes.tsx';

type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: 'true' }>;

/**
 * - `work` — the campaigns and their convoys
 * - `directorate` — the standing work with the associations
 * - `setup` — stands apart at the foot: what is arranged once rather than worked in
 */
export type NavGroup = 'work' | 'directorate' | 'setup';

export type NavItem = {
  /** Word in the catalogue: `nav.<key>`. */
  readonly key: string;
  readonly icon: Icon;
  /** A route's path; `:campaignId` is filled with the campaign in hand, `:associationId` with the user's own. */
  readonly path: string;
  readonly audience: 'staff' | 'association' | 'everyone';
  readonly group: NavGroup;
  /** Whose daily work it is besides: for them it stands at the foot of a phone before what comes earlier here. */
  readonly dailyFor?: readonly Role[];
};

const ITEMS: readonly NavItem[] = [
  { key: 'desk', icon: IconHome, path: '/c/:campaignId/desk', audience: 'association', group: 'work' },
  {
    key: 'pledges',
    icon: IconHeartHandshake,
    path: '/c/:campaignId/pledges',
    audience: 'association',
    group: 'work',
  },
  { key: 'map', icon: IconMap2, path: '/c/:campaignId/map', audience: 'everyone', group: 'work' },
  { key: 'campaign', icon: IconTargetArrow, path: '/c/:campaignId', audience: 'staff', group: 'work' },
  { key: 'convoys', icon: IconTruck, path: '/c/:campaignId/convoys', audience: 'staff', group: 'work' },
  { key: 'alerts', icon: IconBell, path: '/c/:campaignId/alerts', audience: 'everyone', group: 'work' },
  { key: 'hazards', icon: IconFlame, path: '/c/:campaignId/hazards', audience: 'staff', group: 'work' },
  {
    key: 'deliveries',
    icon: IconClipboardCheck,
    path: '/c/:campaignId/deliveries',
    audience: 'staff',
    group: 'work',
  },
  {
    key: 'stock',
    icon: IconBuildingWarehouse,
    path: '/c/:campaignId/stock',
    audience: 'staff',
    group: 'work',
  },
  { key: 'links', icon: IconShare3, path: '/c/:campaignId/links', audience: 'staff', group: 'work' },
  {
    key: 'associations',
    icon: IconUsersGroup,
    path: '/associations',
    audience: 'staff',
    group: 'directorate',
  },
  {
    key: 'myAssociation',
    icon: IconFolder,
    path: '/associations/:associationId',
    audience: 'association',
    group: 'directorate',
  },
  {
    key: 'obligations',
    icon: IconCalendarDue,
    path: '/obligations',
    audience: 'everyone',
    group: 'directorate',
  },
  { key: 'notices', icon: IconMail, path: '/notices', audience: 'everyone', group: 'directorate' },
  {
    key: 'visits',
    icon: IconMapPinCheck,
    path: '/visits',
    audience: 'everyone',
    group: 'directorate',
    dailyFor: ['official'],
  },
  {
    key: 'referrals',
    icon: IconArrowsExchange,
    path: '/referrals',
    audience: 'staff',
    group: 'directorate',
    dailyFor: ['official'],
  },
  {
    key: 'myReferrals',
    icon: IconArrowsExchange,
    path: '/referrals',
    audience: 'association',
    group: 'directorate',
  },
  {
    key: 'projects',
    icon: IconPlant2,
    path: '/projects',
    audience: 'staff',
    group: 'directorate',
  },
  { key: 'sites', icon: IconMapPin, path: '/sites', audience: 'staff', group: 'setup' },
  { key: 'items', icon: IconPackage, path: '/items', audience: 'staff', group: 'setup' },
  { key: 'vehicles', icon: IconTruckDelivery, path: '/vehicles', audience: 'staff', group: 'setup' },
  { key: 'people', icon: IconUsers, path: '/people', audience: 'staff', group: 'setup' },
  { key: 'jobs', icon: IconClockPlay, path: '/jobs', audience: 'staff', group: 'setup' },
];

/** Rooms of a campaign of either kind; all its others belong to its convoys. */
const OF_EITHER_KIND: readonly string[] = ['desk', 'campaign'];

/** What this user can go to, in order. What needs a campaign is left out where there is none of its kind. */
export function navigationFor(user: SessionUser, campaign: Campaign | undefined): NavItem[] {
  const side = user.role === 'association' ? 'association' : 'staff';
  return ITEMS.filter((item) => item.audience === 'everyone' || item.audience === side)
    .filter((item) => isOpen(item.path, user))
    .filter((item) => !item.path.includes(':campaignId') || hasRoom(campaign, item))
    .map((item) => ({ ...item, path: item.path.replace(':associationId', user.association?.id ?? '') }));
}

function hasRoom(campaign: Campaign | undefined, { key }: NavItem): boolean {
  return campaign !== undefined && (campaign.kind === 'convoys' || OF_EITHER_KIND.includes(key));
}

/** The bottom bar of a phone holds as many, and "more". */
const ON_BOTTOM_BAR = 4;

/** What stands at the foot of this user's phone, in the order of all. */
export function bottomBarOf(items: readonly NavItem[], { role }: SessionUser): ReadonlySet<NavItem> {
  const daily = items.filter(({ dailyFor }) => dailyFor?.includes(role));
  const others = items.filter((item) => !daily.includes(item));
  return new Set([...daily, ...others].slice(0, ON_BOTTOM_BAR));
}

/** The items under their groups, in order; a group without items is not there. */
export function groupsIn(items: readonly NavItem[]): [NavItem, ...NavItem[]][] {
  return groupsOf(items, ({ group }) => group);
}

function isOpen(path: string, user: SessionUser): boolean {
  const route = routes.find((it) => it.path === path);
  return route !== undefined && mayEnter(user, route);
}

export function addressOf(item: NavItem, campaignId: string | undefined): string {
  return item.path.replace(':campaignId', campaignId ?? '');
}

/** The item that the address is within: the longest one that it begins with. */
export function currentOf(
  items: readonly NavItem[],
  path: string,
  campaignId: string | undefined,
): NavItem | undefined {
  return items
    .filter((item) => {
      const address = addressOf(item, campaignId);
      return path === address || path.startsWith(`${address}/`);
    })
    .sort((one, other) => other.path.length - one.path.length)[0];
}
