import type { Action } from '@qafila/contract';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { findAllWords, findWords } from '../shared/i18n/index.ts';

/**
 * - `page` — inside the shell, with its padding
 * - `fill` — inside the shell, edge to edge and as high as the window, with the rail of icons: the live map
 * - `bare` — alone: paper to print
 */
export type Layout = 'page' | 'fill' | 'bare';

export type AppRoute = {
  /** wouter's pattern; everything within a campaign begins with `/c/:campaignId`. */
  readonly path: string;
  readonly component: LazyExoticComponent<ComponentType>;
  /** What the user's role must allow; without it anyone signed in. */
  readonly access?: Action;
  readonly layout?: Layout;
};

type Page<Module, Name extends keyof Module> = Module[Name] extends ComponentType ? Name : never;

/** A page that is fetched when it is first opened, by its name in its feature's index, after the words it needs. */
function page<Module, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Page<Module, Name>,
  words: () => Promise<void> = findAllWords,
): LazyExoticComponent<ComponentType> {
  return lazy(async () => {
    const [module] = await Promise.all([load(), words()]);
    return { default: module[name as Name] as ComponentType };
  });
}

const campaigns = () => import('../features/campaigns/index.ts');
const referrals = () => import('../features/referrals/index.ts');
const session = () => import('../features/session/pages.ts');

const applications = () => import('../features/applications/index.ts');
const projects = () => import('../features/projects/index.ts');
const obligations = () => import('../features/obligations/index.ts');
const notices = () => import('../features/notices/index.ts');
const wall = () => import('../features/wall/pages.ts');

/** What somebody sees who is not signed in: the pages outside of all routes. */
export const SignInPage = page(session, 'SignInPage', findWords);
export const InvitationPage = page(session, 'InvitationPage', findWords);
export const SharePage = page(wall, 'SharePage', async () => (await wall()).findLinkWords());

/** Open to everybody, signed in or not; the first that fits. */
export const publicRoutes: readonly Pick<AppRoute, 'path' | 'component'>[] = [
  { path: '/apply', component: page(applications, 'ApplyPage') },
  { path: '/apply/status', component: page(applications, 'StatusPage') },
  { path: '/directory', component: page(() => import('../features/directory/index.ts'), 'DirectoryPage') },
];

const associations = () => import('../features/associations/index.ts');
const visits = () => import('../features/visits/index.ts');

const associationPage = page(() => import('../features/association-page/index.ts'), 'AssociationPage');

/** The sections of one campaign, and the list of all. */
const campaignRoutes: readonly AppRoute[] = [
  {
    path: '/c/:campaignId/desk',
    component: page(() => import('../features/desk/index.ts'), 'DeskPage'),
    access: 'campaign:read',
  },
  { path: '/c/:campaignId/needs/new', component: page(campaigns, 'NeedPage'), access: 'need:manage' },
  { path: '/c/:campaignId/needs/:needId', component: page(campaigns, 'NeedPage'), access: 'need:manage' },
  { path: '/c/:campaignId/needs', component: page(campaigns, 'NeedsPage'), access: 'need:read' },
  {
    path: '/c/:campaignId/pledges/:pledgeId',
    component: page(campaigns, 'PledgePage'),
    access: 'pledge:read',
  },
  { path: '/c/:campaignId/pledges', component: page(campaigns, 'PledgesPage'), access: 'pledge:read' },
  { path: '/c/:campaignId/outputs', component: page(campaigns, 'OutputsPage'), access: 'output:read' },
  { path: '/c/:campaignId/stock', component: page(campaigns, 'StockPage'), access: 'stock:read' },
  {
    path: '/c/:campaignId/participants',
    component: page(campaigns, 'ParticipantsPage'),
    access: 'activity:read',
  },
  { path: '/c/:campaignId/activity', component: page(campaigns, 'ActivityPage'), access: 'activity:read' },
  { path: '/c/:campaignId/report', component: page(campaigns, 'ReportPage'), access: 'activity:read' },
  { path: '/c/:campaignId', component: page(campaigns, 'OverviewPage'), access: 'campaign:read' },
  { path: '/campaigns/new', component: page(campaigns, 'CampaignFormPage'), access: 'campaign:manage' },
  {
    path: '/campaigns/:campaignId/edit',
    component: page(campaigns, 'CampaignFormPage'),
    access: 'campaign:manage',
  },
  { path: '/campaigns', component: page(campaigns, 'CampaignsPage'), access: 'campaign:read' },
  { path: '/associations', component: page(associations, 'RegistryPage'), access: 'association:read' },
  {
    path: '/associations/list',
    component: page(associations, 'AssociationsPage'),
    access: 'association:read',
  },
  {
    path: '/associations/applications',
    component: page(associations, 'ApplicationsPage'),
    access: 'association:manage',
  },
  { path: '/associations/:associationId', component: associationPage, access: 'association:read' },
  { path: '/associations/:associationId/:tab', component: associationPage, access: 'association:read' },
  { path: '/visits', component: page(visits, 'VisitsPage'), access: 'visit:read' },
  { path: '/visits/new', component: page(visits, 'NewVisitPage'), access: 'visit:manage' },
  { path: '/visits/templates', component: page(visits, 'TemplatesPage'), access: 'visit:manage' },
  {
    path: '/visits/templates/:templateId',
    component: page(visits, 'TemplatePage'),
    access: 'visit:manage',
  },
  { path: '/visits/:visitId/edit', component: page(visits, 'EditVisitPage'), access: 'visit:manage' },
  { path: '/visits/:visitId', component: page(visits, 'VisitPage'), access: 'visit:read' },
  {
    path: '/sites',
    component: page(() => import('../features/sites/index.ts'), 'SitesPage'),
    access: 'site:read',
  },
  {
    path: '/items',
    component: page(() => import('../features/items/index.ts'), 'ItemsPage'),
    access: 'catalogue:read',
  },
];

/** First match wins. A screen in the navigation appears there as soon as its line is here. */
export const routes: readonly AppRoute[] = [
  {
    path: '/c/:campaignId/map',
    component: page(() => import('../features/live-map/pages.ts'), 'LiveMapPage', findWords),
    access: 'position:read',
    layout: 'fill',
  },
  ...campaignRoutes,
  {
    path: '/c/:campaignId/alerts',
    component: page(() => import('../features/alerts/pages.ts'), 'AlertsPage'),
    access: 'alert:read',
  },
  {
    path: '/c/:campaignId/alerts/rules',
    component: page(() => import('../features/alerts/pages.ts'), 'AlertRulesPage'),
    access: 'alert:read',
  },
  {
    path: '/c/:campaignId/links',
    component: page(() => import('../features/share-links/index.ts'), 'ShareLinksPage'),
    access: 'share:manage',
  },
  {
    path: '/people',
    component: page(() => import('../features/people/index.ts'), 'PeoplePage'),
    access: 'invitation:manage',
  },
  {
    path: '/c/:campaignId/convoys',
    component: page(() => import('../features/convoys/index.ts'), 'ConvoysPage'),
    access: 'convoy:read',
  },
  {
    path: '/c/:campaignId/convoys/:convoyId',
    component: page(() => import('../features/convoys/index.ts'), 'ConvoyPage'),
    access: 'convoy:read',
  },
  {
    path: '/c/:campaignId/convoys/:convoyId/movement',
    component: page(() => import('../features/movement/index.ts'), 'MovementPage'),
    access: 'position:read',
  },
  {
    path: '/c/:campaignId/convoys/:convoyId/build',
    component: page(() => import('../features/builder/index.ts'), 'BuilderPage'),
    access: 'convoy:manage',
  },
  {
    path: '/c/:campaignId/convoys/:convoyId/route',
    component: page(() => import('../features/routes/index.ts'), 'RoutePage'),
    access: 'convoy:manage',
  },
  {
    path: '/c/:campaignId/hazards',
    component: page(() => import('../features/hazards/pages.ts'), 'HazardsPage'),
    access: 'hazard:manage',
  },
  {
    path: '/c/:campaignId/deliveries',
    component: page(() => import('../features/deliveries/index.ts'), 'DeliveriesPage'),
    access: 'delivery:read',
  },
  {
    path: '/c/:campaignId/deliveries/:waybillId',
    component: page(() => import('../features/deliveries/index.ts'), 'DeliveryPage'),
    access: 'waybill:read',
  },
  {
    path: '/waybills/:waybillId/print',
    component: page(() => import('../features/waybills/index.ts'), 'WaybillPrintPage'),
    access: 'waybill:read',
    layout: 'bare',
  },
  {
    path: '/obligations/rules',
    component: page(obligations, 'ObligationTypesPage'),
    access: 'obligation:review',
  },
  {
    path: '/obligations/overrides',
    component: page(obligations, 'PledgeOverridesPage'),
    access: 'obligation:review',
  },
  {
    path: '/obligations/:obligationId',
    component: page(obligations, 'ObligationPage'),
    access: 'obligation:read',
  },
  { path: '/obligations', component: page(obligations, 'ObligationsPage'), access: 'obligation:read' },
  {
    path: '/finances/:financeId',
    component: page(() => import('../features/finances/index.ts'), 'FinancePage'),
    access: 'finance:read',
  },
  { path: '/notices', component: page(notices, 'NoticesPage'), access: 'notice:read' },
  { path: '/notices/new', component: page(notices, 'NewNoticePage'), access: 'notice:send' },
  { path: '/notices/:noticeId', component: page(notices, 'NoticePage'), access: 'notice:read' },
  {
    path: '/vehicles',
    component: page(() => import('../features/vehicles/index.ts'), 'VehiclesPage'),
    access: 'vehicle:read',
  },
  {
    path: '/jobs',
    component: page(() => import('../features/jobs/index.ts'), 'JobsPage'),
    access: 'job:read',
  },
  { path: '/projects/new', component: page(projects, 'ProjectFormPage'), access: 'project:manage' },
  {
    path: '/projects/:projectId/edit',
    component: page(projects, 'ProjectFormPage'),
    access: 'project:manage',
  },
  { path: '/projects/:projectId', component: page(projects, 'ProjectPage'), access: 'project:read' },
  { path: '/projects', component: page(projects, 'ProjectsPage'), access: 'project:read' },
  { path: '/referrals/new', component: page(referrals, 'NewReferralPage'), access: 'referral:register' },
  { path: '/referrals/figures', component: page(referrals, 'FiguresPage'), access: 'referral:figures' },
  { path: '/referrals/:referralId', component: page(referrals, 'ReferralPage'), access: 'referral:read' },
  { path: '/referrals', component: page(referrals, 'ReferralsPage'), access: 'referral:read' },
  { path: '/account', component: page(session, 'AccountPage') },
];
