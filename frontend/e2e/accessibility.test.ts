import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scan } from './axe.ts';
import { enterAs, type Looks, openBrowser, openScreen, shoot } from './harness.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Ids = {
  campaign: string;
  /** Under way. */
  initiative: string;
  /** One that has run for long. */
  project: string;
  convoyToBuild: string;
  convoyEnRoute: string;
  waybillSettled: string;
  waybillOpen: string;
  pledge: string;
  /** Of monthly aid, with help and months. */
  referral: string;
  visit: string;
  checklist: string;
  association: string;
  applicant: string;
  obligation: string;
  finance: string;
  notice: string;
};
type Place = { name: string; path: (ids: Ids) => string };

/** Every screen, by who uses it. */
const STAFF: Place[] = [
  { name: 'map', path: ({ campaign }) => `/c/${campaign}/map` },
  {
    name: 'map-convoy',
    path: ({ campaign, convoyEnRoute }) => `/c/${campaign}/map?convoy=${convoyEnRoute}`,
  },
  { name: 'replay', path: ({ campaign }) => `/c/${campaign}/map?at=${anHourAgo()}` },
  { name: 'campaign', path: ({ campaign }) => `/c/${campaign}` },
  { name: 'alerts', path: ({ campaign }) => `/c/${campaign}/alerts?state=all` },
  { name: 'alert-rules', path: ({ campaign }) => `/c/${campaign}/alerts/rules` },
  { name: 'links', path: ({ campaign }) => `/c/${campaign}/links` },
  { name: 'new-link', path: ({ campaign }) => `/c/${campaign}/links?dialog=new` },
  { name: 'convoys', path: ({ campaign }) => `/c/${campaign}/convoys` },
  { name: 'convoy', path: ({ campaign, convoyEnRoute }) => `/c/${campaign}/convoys/${convoyEnRoute}` },
  { name: 'route', path: ({ campaign, convoyEnRoute }) => `/c/${campaign}/convoys/${convoyEnRoute}/route` },
  { name: 'hazards', path: ({ campaign }) => `/c/${campaign}/hazards` },
  {
    name: 'movement',
    path: ({ campaign, convoyEnRoute }) => `/c/${campaign}/convoys/${convoyEnRoute}/movement`,
  },
  { name: 'builder', path: ({ campaign, convoyToBuild }) => `/c/${campaign}/convoys/${convoyToBuild}/build` },
  { name: 'deliveries', path: ({ campaign }) => `/c/${campaign}/deliveries` },
  { name: 'settle', path: ({ campaign, waybillOpen }) => `/c/${campaign}/deliveries/${waybillOpen}` },
  { name: 'settled', path: ({ campaign, waybillSettled }) => `/c/${campaign}/deliveries/${waybillSettled}` },
  { name: 'stock', path: ({ campaign }) => `/c/${campaign}/stock` },
  { name: 'pledge', path: ({ campaign, pledge }) => `/c/${campaign}/pledges/${pledge}` },
  { name: 'waybill', path: ({ waybillSettled }) => `/waybills/${waybillSettled}/print` },
  { name: 'campaigns', path: () => '/campaigns' },
  { name: 'registry', path: () => '/associations' },
  { name: 'registry-table', path: () => '/associations?as=table&of=all' },
  { name: 'associations', path: () => '/associations/list' },
  { name: 'new-association', path: () => '/associations/applications?edit=new' },
  { name: 'applications', path: () => '/associations/applications' },
  { name: 'association', path: ({ association }) => `/associations/${association}` },
  { name: 'particulars', path: ({ association }) => `/associations/${association}/particulars` },
  { name: 'documents', path: ({ association }) => `/associations/${association}/documents` },
  { name: 'registration', path: ({ applicant }) => `/associations/${applicant}/registration` },
  { name: 'initiative', path: ({ initiative }) => `/c/${initiative}` },
  { name: 'initiative-outputs', path: ({ initiative }) => `/c/${initiative}/outputs` },
  { name: 'initiative-report', path: ({ initiative }) => `/c/${initiative}/report` },
  { name: 'projects', path: () => '/projects' },
  { name: 'project', path: ({ project }) => `/projects/${project}` },
  { name: 'sites', path: () => '/sites' },
  { name: 'items', path: () => '/items' },
  { name: 'vehicles', path: () => '/vehicles' },
  { name: 'people', path: () => '/people' },
  { name: 'jobs', path: () => '/jobs' },
  { name: 'account', path: () => '/account' },
];
const ASSOCIATION: Place[] = [
  { name: 'my-notices', path: () => '/notices' },
  { name: 'desk', path: ({ campaign }) => `/c/${campaign}/desk` },
  { name: 'initiative-desk', path: ({ initiative }) => `/c/${initiative}/desk` },
  { name: 'my-project', path: ({ project }) => `/projects/${project}` },
  { name: 'new-project', path: () => '/projects/new' },
  { name: 'my-pledges', path: ({ campaign }) => `/c/${campaign}/pledges` },
  { name: 'my-pledge', path: ({ campaign, pledge }) => `/c/${campaign}/pledges/${pledge}` },
  { name: 'my-referrals', path: () => '/referrals' },
  { name: 'my-referral', path: ({ referral }) => `/referrals/${referral}` },
  { name: 'my-visits', path: () => '/visits?state=finished' },
  { name: 'my-visit', path: ({ visit }) => `/visits/${visit}` },
  { name: 'my-obligations', path: () => '/obligations' },
  { name: 'my-obligation', path: ({ obligation }) => `/obligations/${obligation}` },
  { name: 'my-finances', path: ({ association }) => `/associations/${association}/finances` },
  { name: 'association-map', path: ({ campaign }) => `/c/${campaign}/map` },
  { name: 'my-particulars', path: ({ association }) => `/associations/${association}/particulars` },
  { name: 'my-registration', path: ({ association }) => `/associations/${association}/registration` },
];
/** What visits are planned, read and followed up with. */
const VISITS: Place[] = [
  { name: 'visits', path: () => '/visits' },
  { name: 'findings', path: () => '/visits?view=findings&findings=all' },
  { name: 'not-visited', path: () => '/visits?view=overdue' },
  { name: 'visits-map', path: () => '/visits?view=map' },
  { name: 'visit-figures', path: () => '/visits?view=figures' },
  { name: 'new-visit', path: () => '/visits/new' },
  { name: 'visit', path: ({ visit }) => `/visits/${visit}` },
  { name: 'checklists', path: () => '/visits/templates' },
  { name: 'checklist', path: ({ checklist }) => `/visits/templates/${checklist}` },
  { name: 'visits-of-association', path: ({ association }) => `/associations/${association}/visits` },
];
/** What associations owe, and their money. */
const FILES: Place[] = [
  { name: 'obligations', path: () => '/obligations' },
  { name: 'obligations-month', path: () => '/obligations?view=month' },
  { name: 'obligation-rules', path: () => '/obligations/rules' },
  { name: 'pledge-permissions', path: () => '/obligations/overrides?state=all' },
  { name: 'obligation', path: ({ obligation }) => `/obligations/${obligation}` },
  { name: 'finances', path: ({ finance }) => `/finances/${finance}` },
  { name: 'obligations-of', path: ({ association }) => `/associations/${association}/obligations` },
  { name: 'finances-of', path: ({ association }) => `/associations/${association}/finances` },
];
/** What the directorate and the associations tell each other. */
const NOTICES: Place[] = [
  { name: 'notices', path: () => '/notices' },
  { name: 'notices-sent', path: () => '/notices?box=sent' },
  { name: 'new-notice', path: () => '/notices/new' },
  { name: 'notice', path: ({ notice }) => `/notices/${notice}` },
];
/** Without an account. */
const PUBLIC = [
  { name: 'login', path: '/' },
  { name: 'directory', path: '/directory' },
  { name: 'apply', path: '/apply' },
  { name: 'apply-seat', path: '/apply?step=seat' },
  { name: 'apply-board', path: '/apply?step=board' },
  { name: 'apply-contact', path: '/apply?step=contact' },
  { name: 'apply-status', path: '/apply/status' },
];
/** What only a caseworker opens. */
const CASEWORKER: Place[] = [
  { name: 'referrals', path: () => '/referrals?status=all' },
  { name: 'new-referral', path: () => '/referrals/new' },
  { name: 'referral', path: ({ referral }) => `/referrals/${referral}` },
  { name: 'referral-figures', path: () => '/referrals/figures' },
];
const LOOKS: Looks[] = [
  { language: 'ar', theme: 'light', size: 'desktop' },
  { language: 'ar', theme: 'dark', size: 'phone' },
  { language: 'en', theme: 'dark', size: 'desktop' },
  { language: 'en', theme: 'light', size: 'phone' },
];

/** What a screen takes to say that it is loading, and to draw what has come. */
const SHOWN_MS = 200;

/** All looks are taken at once, on whatever machine. */
const PATIENCE = { timeout: 600_000 };

describe.concurrent.each(LOOKS)('$language, $theme, $size', PATIENCE, (looks) => {
  test('axe finds nothing on the door and on what is open to everybody', async () => {
    const { context, page } = await openScreen(browser, looks);
    const found: Record<string, unknown> = {};
    await page.goto('/');
    for (const place of PUBLIC) {
      await go(page, place.path);
      await shoot(page, shotName(place.name, looks));
      const { findings } = await scan(page);
      if (findings.length > 0) found[place.name] = findings;
    }
    expect(found).toEqual({});
    await context.close();
  });

  test.each([
    ['admin@demo.qafila', STAFF],
    ['official@demo.qafila', [...CASEWORKER, ...VISITS, ...FILES, ...NOTICES]],
    ['association1@demo.qafila', ASSOCIATION],
  ] as const)('axe finds nothing on any screen of %s', async (email, places) => {
    const { context, page, errors } = await openScreen(browser, looks);
    await enterAs(context, email);
    const ids = await findIds(page);
    const found: Record<string, unknown> = {};
    await page.goto('/account');
    for (const place of places) {
      await go(page, place.path(ids));
      await shoot(page, shotName(place.name, looks));
      const { findings, contrastChecked } = await scan(page);
      if (findings.length > 0) found[place.name] = findings;
      expect(contrastChecked, `${place.name}: contrast was judged`).toBeGreaterThan(5);
    }
    expect(found).toEqual({});
    expect(errors).toEqual([]);
    await context.close();
  });
});

function anHourAgo(): string {
  return new Date(Date.now() - 3_600_000).toISOString();
}

function shotName(name: string, { language, theme, size }: Looks): string {
  return `${name}-${language}-${theme}-${size}`;
}

/** As by a link of the page, until it has its heading, nothing is loading and the fonts are there. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => history.pushState(null, '', address), path);
  await page.waitForTimeout(SHOWN_MS);
  // While the next page is fetched, React keeps the last one where it is, and hides it.
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('h1')].some((heading) => heading.checkVisibility()) &&
      !document.querySelector('[aria-busy="true"], .mantine-Skeleton-root'),
  );
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(SHOWN_MS);
}

async function findIds(page: Page): Promise<Ids> {
  const read = async <T>(path: string): Promise<T> =>
    (await page.context().request.get(`/api/v1${path}`)).json();
  const campaigns = await read<{ id: string; nameEn: string; kind: string; status: string }[]>('/campaigns');
  const campaign = campaigns.find((it) => it.nameEn.startsWith('Forest'))?.id ?? '';
  const convoys = await read<{ id: string; status: string }[]>(`/campaigns/${campaign}/convoys`);
  const deliveries = await read<{ id: string; settledAt: string | null }[]>(
    `/campaigns/${campaign}/deliveries`,
  );
  const pledges = await read<{ id: string; status: string; journey: { damaged: number } }[]>(
    `/campaigns/${campaign}/pledges`,
  );
  const associations = await read<{ items: { id: string }[] }>('/associations?limit=1');
  const applications = await read<{ items?: { associationId: string }[] }>('/applications?limit=1');
  const association = associations.items[0]?.id ?? '';
  const referrals = await read<{ items: { id: string }[] }>(
    '/referrals?status=in_progress&cadence=monthly&limit=1',
  );
  const visits = await read<{ items: { id: string }[] }>('/visits?state=finished&limit=1');
  const checklists = await read<{ id: string }[]>('/visits/templates');
  const firstOf = async (path: string): Promise<string> =>
    (await read<{ items: { id: string }[] }>(path)).items[0]?.id ?? '';
  const initiative = campaigns.find((it) => it.kind === 'initiative' && it.status === 'active');
  const projects = await read<{ items: { project: { id: string } }[] }>('/projects?status=running&limit=1');
  const convoyIn = (status: string) => convoys.find((it) => it.status === status)?.id ?? '';
  return {
    campaign,
    initiative: initiative?.id ?? '',
    project: projects.items[0]?.project.id ?? '',
    convoyToBuild: convoyIn('planned'),
    convoyEnRoute: convoyIn('en_route'),
    waybillSettled: deliveries.find((it) => it.settledAt !== null)?.id ?? '',
    waybillOpen: deliveries.find((it) => it.settledAt === null)?.id ?? '',
    pledge: (pledges.find((it) => it.journey.damaged > 0) ?? pledges[0])?.id ?? '',
    association,
    referral: referrals.items[0]?.id ?? '',
    obligation: await firstOf('/obligations?limit=1'),
    finance: await firstOf('/finances?limit=1'),
    notice: await firstOf('/notices?limit=1'),
    visit: visits.items[0]?.id ?? '',
    checklist: checklists[0]?.id ?? '',
    applicant: applications.items?.[0]?.associationId ?? association,
  };
}
