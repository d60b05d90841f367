import { randomUUID } from 'node:crypto';
import {
  addConvoyVehicle,
  addManifestLines,
  type ConvoyFile,
  createConvoy,
  listStock,
  loadGoods,
  type ManifestLine,
  moveConvoy,
  moveStop,
  type RouteLine,
  readWaybill,
  settleWaybill,
} from '@qafila/contract';
import type { Client } from './client.ts';
import type { StoryClock } from './clock.ts';
import type { Event } from './pledging.ts';
import { LEGS } from './roads.ts';
import { type Ids, idOf } from './setting.ts';
import { DEMO_SIGNATURE } from './signature.ts';
import { SITES, VEHICLES } from './world.ts';
import type { DemoConvoy } from './world-convoys.ts';

type Told = {
  coordinator: Client;
  clock: StoryClock;
  campaignId: string;
  ids: Ids;
  lots: Ids;
  vehicleIds: readonly string[];
};

const HOUR_MS = 3_600_000;
const BUILT_BEFORE_H = 14;
const LOADED_BEFORE_H = 2;

export function routeOf(convoy: DemoConvoy): RouteLine {
  return legsOf(convoy).flatMap((leg, index) => (index === 0 ? leg : leg.slice(1)));
}

function legsOf(convoy: DemoConvoy): RouteLine[] {
  const keys = [convoy.origin, ...convoy.stops.map((stop) => stop.site)];
  return convoy.stops.map((_, index) => {
    const leg = LEGS[`${keys[index]}>${keys[index + 1]}` as keyof typeof LEGS];
    if (!leg) throw new Error(`The demo has no road ${keys[index]}>${keys[index + 1]}`);
    return leg;
  });
}

/** What happens to one convoy, up to where the story has it now. */
export function convoyEvents(told: Told, convoy: DemoConvoy): Event[] {
  const departs = convoy.departsInHours;
  let file: ConvoyFile;
  const events: Event[] = [
    {
      atHours: Math.min(departs - BUILT_BEFORE_H, -0.5),
      happen: async () => {
        file = await build(told, convoy);
      },
    },
  ];
  if (convoy.reached === 'planned') return events;
  events.push({
    atHours: Math.min(departs - LOADED_BEFORE_H, -0.3),
    happen: async () => {
      file = await load(told, convoy, file);
    },
  });
  if (convoy.reached === 'loading') return events;
  events.push({ atHours: departs, happen: () => move(told, file.convoy.id, 'depart') });
  if (convoy.reached === 'en_route') return events;
  const lateH = convoy.lateHours ?? 0;
  for (const [index, stop] of convoy.stops.entries()) {
    const arrives = departs + stop.hoursAfterDeparture - lateH;
    events.push({ atHours: arrives, happen: () => arrive(told, file, index) });
    events.push({ atHours: arrives + 1.2, happen: () => settle(told, convoy, file, index) });
  }
  events.push({
    atHours: departs + (convoy.stops.at(-1)?.hoursAfterDeparture ?? 0) + 2,
    happen: () => move(told, file.convoy.id, 'settle'),
  });
  return events;
}

async function build(told: Told, convoy: DemoConvoy): Promise<ConvoyFile> {
  const { coordinator, clock, campaignId, ids } = told;
  const planned = convoy.departsInHours - (convoy.lateHours ?? 0);
  const legs = legsOf(convoy);
  const made = await coordinator(createConvoy, {
    params: { campaignId },
    body: {
      originSiteId: idOf(ids, convoy.origin),
      plannedDepartureAt: clock.at(planned).toISOString(),
      leaderName: convoy.leader,
      leaderPhone: demoPhone(convoy.vehicles[0] ?? 0),
      note: '',
      stops: convoy.stops.map((stop, index) => ({
        siteId: idOf(ids, stop.site),
        plannedArrivalAt: new Date(
          clock.at(planned).getTime() + stop.hoursAfterDeparture * HOUR_MS,
        ).toISOString(),
        route: legs[index],
      })),
    },
  });
  const convoyId = made.convoy.id;
  let file = made;
  for (const index of convoy.vehicles) file = await addVehicle(told, convoyId, index);
  const accounts = await accountsByLot(told);
  file = await coordinator(addManifestLines, {
    params: { convoyId },
    body: {
      lines: convoy.cargo.map(([vehicle, site, pledge, quantity]) => ({
        convoyVehicleId: file.convoy.vehicles[vehicle]?.id ?? '',
        stopId: file.convoy.stops.find((stop) => stop.site.id === idOf(ids, site))?.id ?? '',
        accountId: accounts.get(idOf(told.lots, pledge)) ?? 0,
        quantity,
      })),
    },
  });
  return await coordinator(moveConvoy, { params: { convoyId }, body: { command: 'plan' } });
}

async function addVehicle(
  { coordinator, vehicleIds }: Told,
  convoyId: string,
  index: number,
): Promise<ConvoyFile> {
  const driver = VEHICLES[index]?.driver ?? '';
  return await coordinator(addConvoyVehicle, {
    params: { convoyId },
    body: {
      vehicleId: vehicleIds[index] ?? '',
      driverName: driver,
      driverPhone: driver === '' ? '' : demoPhone(index),
      driverLicence: driver === '' ? '' : `310-00${47_812 + index * 61}`,
      seals: '',
    },
  });
}

/** Nobody's number: it has a digit too few. */
function demoPhone(index: number): string {
  return `+963 9${String(3_310_020 + index * 7_391).padStart(7, '0')}`;
}

async function accountsByLot({ coordinator, campaignId }: Told): Promise<Map<string, number>> {
  const stock = await coordinator(listStock, { params: { campaignId } });
  return new Map(stock.map((line) => [line.lotCode, line.accountId]));
}

async function load(told: Told, convoy: DemoConvoy, file: ConvoyFile): Promise<ConvoyFile> {
  const convoyId = file.convoy.id;
  const loading = await told.coordinator(moveConvoy, { params: { convoyId }, body: { command: 'load' } });
  const share = convoy.loadedShare ?? 1;
  const lines = loading.lines.slice(0, Math.ceil(loading.lines.length * share));
  return await told.coordinator(loadGoods, {
    params: { convoyId },
    body: {
      movementId: randomUUID(),
      lines: lines.map((line) => ({ lineId: line.id, quantity: line.quantity })),
    },
  });
}

async function move(told: Told, convoyId: string, command: 'depart' | 'settle'): Promise<void> {
  await told.coordinator(moveConvoy, { params: { convoyId }, body: { command } });
}

async function arrive(told: Told, file: ConvoyFile, stopIndex: number): Promise<void> {
  const stopId = file.convoy.stops[stopIndex]?.id ?? '';
  await told.coordinator(moveStop, { params: { stopId }, body: { command: 'arrive' } });
}

async function settle(told: Told, convoy: DemoConvoy, file: ConvoyFile, stopIndex: number): Promise<void> {
  const { coordinator, clock } = told;
  const stop = file.convoy.stops[stopIndex];
  await coordinator(moveStop, { params: { stopId: stop?.id ?? '' }, body: { command: 'unload' } });
  for (const { id } of file.waybills.filter((it) => it.stopId === stop?.id)) {
    const waybill = await coordinator(readWaybill, { params: { waybillId: id } });
    const signed = clock.now().toISOString();
    await coordinator(settleWaybill, {
      params: { waybillId: id },
      body: {
        deliveryId: randomUUID(),
        receiverName: SITES[convoy.stops[stopIndex]?.site ?? 'tartous'].contact,
        receiverRole: 'مسؤول مركز التوزيع',
        signature: DEMO_SIGNATURE,
        remarks: '',
        unloadingStartedAt: signed,
        signedAt: signed,
        lines: waybill.lines.map((line) => count(told, convoy, file.lines, line)),
      },
    });
  }
}

function count(
  told: Told,
  convoy: DemoConvoy,
  lines: readonly ManifestLine[],
  it: { lineId: string; units: number },
) {
  const lotCode = lines.find((line) => line.id === it.lineId)?.lotCode;
  const found = convoy.counts?.find((row) => told.lots.get(row.pledge) === lotCode);
  if (!found) return { lineId: it.lineId, good: it.units, damaged: 0, missing: 0, reason: null };
  return {
    lineId: it.lineId,
    good: it.units - found.damaged - found.missing,
    damaged: found.damaged,
    missing: found.missing,
    reason: found.reason,
    reasonNote: found.note,
  };
}
