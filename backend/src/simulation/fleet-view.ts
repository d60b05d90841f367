import {
  type Convoy,
  type ConvoyVehicle,
  type FixTuple,
  listCampaigns,
  listConvoys,
  listTrackers,
  readPositions,
} from '@qafila/contract';
import type { Client } from '../demo/client.ts';

/** A vehicle that a simulated tracker can speak for. */
export type SimulatedVehicle = {
  id: string;
  deviceId: string;
  placeInFile: number;
  lastSeen: { lat: number; lng: number } | undefined;
};
export type SimulatedConvoy = { convoy: Convoy; vehicles: SimulatedVehicle[] };

/** The demo's trackers are labelled with their device ids; no other label gives its secret away. */
const DEMO_DEVICE = /^demo-\d+$/;
/** A vehicle heard so long before the rest of the fleet has lost its signal: the story wants it silent. */
const SILENT_AFTER_S = 300;

/** Convoys of active campaigns that are under way, with the vehicles that have a demo tracker. */
export async function convoysUnderWay(
  call: Client,
  devices: Map<string, string | undefined>,
): Promise<SimulatedConvoy[]> {
  const found: SimulatedConvoy[] = [];
  for (const { id: campaignId, status } of await call(listCampaigns)) {
    if (status !== 'active') continue;
    const params = { campaignId };
    const convoys = (await call(listConvoys, { params })).filter((convoy) => convoy.status === 'en_route');
    if (convoys.length === 0) continue;
    const fixes = (await call(readPositions, { params })).fixes;
    for (const convoy of convoys) {
      found.push({ convoy, vehicles: await simulatedVehicles(call, convoy.vehicles, fixes, devices) });
    }
  }
  return found;
}

async function simulatedVehicles(
  call: Client,
  vehicles: readonly ConvoyVehicle[],
  fixes: readonly FixTuple[],
  devices: Map<string, string | undefined>,
): Promise<SimulatedVehicle[]> {
  const newestS = Math.max(...fixes.map(([, atS]) => atS));
  const simulated: SimulatedVehicle[] = [];
  for (const { vehicleId, number } of vehicles) {
    if (!devices.has(vehicleId)) devices.set(vehicleId, await deviceOf(call, vehicleId));
    const deviceId = devices.get(vehicleId);
    const fix = fixes.find(([of]) => of === number);
    const isSilent = fix !== undefined && newestS - fix[1] > SILENT_AFTER_S;
    if (deviceId === undefined || isSilent) continue;
    const lastSeen = fix && { lat: fix[2], lng: fix[3] };
    simulated.push({ id: vehicleId, deviceId, placeInFile: simulated.length, lastSeen });
  }
  return simulated;
}

async function deviceOf(call: Client, vehicleId: string): Promise<string | undefined> {
  const trackers = await call(listTrackers, { params: { vehicleId } });
  return trackers.find(({ label, revokedAt }) => DEMO_DEVICE.test(label) && revokedAt === null)?.label;
}
