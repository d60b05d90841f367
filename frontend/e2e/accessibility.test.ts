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
  convoyToBuild: string;
  convoyEnRoute: string;
  waybillSettled: string;
  waybillOpen: string;
  pledge: string;
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
  { name: 'associations', path: () => '/associations' },
  { name: 'sites', path: () => '/sites' },
  { name: 'items', path: () => '/items' },
  { name: 'vehicles', path: () => '/vehicles' },
  { name: 'people', path: () => '/people' },
  { name: 'account', path: () => '/account' },
];
const ASSOCIATION: Place[] = [
  { name: 'desk', path: ({ campaign }) => `/c/${campaign}/desk` },
  { name: 'my-pledges', path: ({ campaign }) => `/c/${campaign}/pledges` },
  { name: 'my-pledge', path: ({ campaign, pledge }) => `/c/${campaign}/pledges/${pledge}` },
  { name: 'association-map', path: ({ campaign }) => `/c/${campaign}/map` },
];
const LOOKS: Looks[] = [
  { language: 'ar', theme: 'light', size: 'desktop' },
  { language: 'ar', theme: 'dark', size: 'phone' },
  { language: 'en', theme: 'dark', size: 'desktop' },
  { language: 'en', theme: 'light', size: 'phone' },
];

describe.each(LOOKS)('$language, $theme, $size', (looks) => {
  test('axe finds nothing on the door', async () => {
    const { context, page } = await openScreen(browser, looks);
    await page.goto('/');
    await settleDown(page);
    expect(await scan(page)).toMatchObject({ findings: [] });
    await shoot(page, shotName('login', looks));
    await context.close();
  });

  test.each([
    ['admin@demo.qafila', STAFF],
    ['association1@demo.qafila', ASSOCIATION],
  ] as const)('axe finds nothing on any screen of %s', async (email, places) => {
    const { context, page, errors } = await openScreen(browser, looks);
    await enterAs(context, email);
    const ids = await findIds(page);
    const found: Record<string, unknown> = {};
    for (const place of places) {
      await page.goto(place.path(ids));
      await settleDown(page);
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

/** Until nothing is loading, no placeholder is left and the fonts are there. */
async function settleDown(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .mantine-Skeleton-root'));
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(150);
}

async function findIds(page: Page): Promise<Ids> {
  const read = async <T>(path: string): Promise<T> =>
    (await page.context().request.get(`/api/v1${path}`)).json();
  const campaigns = await read<{ id: string; nameEn: string }[]>('/campaigns');
  const campaign = campaigns.find((it) => it.nameEn.startsWith('Forest'))?.id ?? '';
  const convoys = await read<{ id: string; status: string }[]>(`/campaigns/${campaign}/convoys`);
  const deliveries = await read<{ id: string; settledAt: string | null }[]>(
    `/campaigns/${campaign}/deliveries`,
  );
  const pledges = await read<{ id: string; status: string; journey: { damaged: number } }[]>(
    `/campaigns/${campaign}/pledges`,
  );
  const convoyIn = (status: string) => convoys.find((it) => it.status === status)?.id ?? '';
  return {
    campaign,
    convoyToBuild: convoyIn('planned'),
    convoyEnRoute: convoyIn('en_route'),
    waybillSettled: deliveries.find((it) => it.settledAt !== null)?.id ?? '',
    waybillOpen: deliveries.find((it) => it.settledAt === null)?.id ?? '',
    pledge: (pledges.find((it) => it.journey.damaged > 0) ?? pledges[0])?.id ?? '',
  };
}
