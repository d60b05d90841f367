import { lineLengthM } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { type Client, signInAs } from './client.ts';
import { type StoryClock, storyClock } from './clock.ts';
import { convoyEvents, routeOf } from './convoying.ts';
import { addDemoPeople, addDemoTrackers } from './demo.repository.ts';
import { tellOfFires } from './fires.ts';
import { pledgeEvents } from './pledging.ts';
import {
  allAssociations,
  bringVehicles,
  itemIds,
  openSites,
  registerAssociations,
  startCampaign,
  stateNeeds,
} from './setting.ts';
import { tellStandingWork } from './standing/index.ts';
import { drive, type Trip } from './trips.ts';
import { PEOPLE } from './world.ts';
import { CONVOYS, type DemoConvoy } from './world-convoys.ts';
import { NEEDS, SOCIAL } from './world-needs.ts';

export { isUntouched } from './demo.repository.ts';

/** A running server of ours over the database being filled, with the story's clock instead of the real one. */
export type ServeAt = (now: () => Date) => Promise<{ url: string; close: () => Promise<void> }>;

/** When the associations were entered, and when the campaigns begin. */
const REGISTER_BEGINS_H = -412 * 24;
const STORY_BEGINS_H = -160;
const FIX_EVERY_S = { moving: 60, settled: 180 };
const FILE_SPACING_M = 400;

/**
 * Fills an untouched database with the demo world, through the server's own API: what is in it passed every rule
 * that a real campaign would have to pass.
 */
export async function loadDemo(db: Db, real: Date, serveAt: ServeAt): Promise<void> {
  const clock = storyClock(real);
  clock.goTo(REGISTER_BEGINS_H);
  await addDemoPeople(db, new Map());
  const server = await serveAt(clock.now);
  try {
    await tell(db, clock, server.url);
  } finally {
    await server.close();
  }
}

async function tell(db: Db, clock: StoryClock, url: string): Promise<void> {
  const associations = await registerAssociations(await signInAs(url, 'official@demo.qafila'));
  await addDemoPeople(db, associations);
  clock.goTo(STORY_BEGINS_H);
  const official = await signInAs(url, 'official@demo.qafila');
  const coordinator = await signInAs(url, 'coordinator@demo.qafila');
  const members = new Map<string, Client>();
  for (const { email, of } of PEOPLE) if (of !== null) members.set(of, await signInAs(url, email));
  const vehicleIds = await bringVehicles(coordinator);
  await addDemoTrackers(db, vehicleIds);
  const ids = new Map([...associations, ...(await openSites(coordinator)), ...(await itemIds(coordinator))]);
  await tellStandingWork(db, clock, url, ids);
  clock.goTo(STORY_BEGINS_H);
  await startSocialCampaign(official, coordinator, clock, ids);
  const campaignId = await startCampaign(
    official,
    clock,
    {
      nameAr: 'حملة استجابة حرائق الغابات',
      nameEn: 'Forest-Fire Response Campaign',
      purpose: 'ست قوافل من دمشق إلى المحافظات المتضررة من الحرائق: غذاء ولباس وأغطية وشواحن.',
      fromDay: -7,
      toDay: 30,
      governorates: ['SY04', 'SY06', 'SY10'],
    },
    allAssociations(associations),
  );
  const needs = await stateNeeds(coordinator, clock, campaignId, NEEDS, ids);
  const lots = new Map<string, string>();
  const told = { coordinator, clock, campaignId, ids, lots, vehicleIds };
  const events = [
    ...pledgeEvents(coordinator, members, clock, campaignId, ids, needs, lots),
    ...CONVOYS.flatMap((convoy) => convoyEvents(told, convoy)),
  ].sort((a, b) => a.atHours - b.atHours);
  for (const event of events) {
    clock.goTo(event.atHours);
    await event.happen();
  }
  clock.goTo(0);
  await tellOfFires(coordinator, clock);
  await drive(
    url,
    CONVOYS.flatMap((convoy) => tripsOf(clock, convoy)),
  );
}

async function startSocialCampaign(
  official: Client,
  coordinator: Client,
  clock: StoryClock,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const campaignId = await startCampaign(
    official,
    clock,
    {
      nameAr: 'الحملة الوطنية للاستجابة الاجتماعية الطارئة',
      nameEn: 'National Campaign for Emergency Social Response',
      purpose: '',
      fromDay: -40,
      toDay: 60,
      governorates: ['SY01', 'SY03', 'SY06', 'SY10'],
    },
    allAssociations(ids, SOCIAL.associations),
  );
  await stateNeeds(coordinator, clock, campaignId, SOCIAL.needs, ids);
}

/** How each vehicle of a departed convoy went; nothing for one that has not left. */
function tripsOf(clock: StoryClock, convoy: DemoConvoy): Trip[] {
  if (convoy.reached !== 'en_route' && convoy.reached !== 'settled') return [];
  const route = routeOf(convoy);
  const totalM = lineLengthM(route);
  const settled = convoy.reached === 'settled';
  const arrivedH = convoy.departsInHours + (convoy.stops.at(-1)?.hoursAfterDeparture ?? 0);
  const referenceAt = clock.at(settled ? arrivedH : 0);
  return convoy.vehicles.map((vehicle, index) => ({
    trackerId: `demo-${vehicle + 1}`,
    route,
    departedAt: clock.at(convoy.departsInHours),
    referenceAt,
    referenceProgressM: settled ? totalM : totalM * (convoy.progressShare ?? 0.5),
    lastFixAt: new Date(referenceAt.getTime() - (convoy.silentMin?.[index] ?? 0) * 60_000),
    behindM: index * FILE_SPACING_M,
    everyS: settled ? FIX_EVERY_S.settled : FIX_EVERY_S.moving,
  }));
}
