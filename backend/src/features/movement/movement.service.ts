import {
  type Convoy,
  type ConvoyMovement,
  distanceM,
  type LatLng,
  type SiteRef,
  type VehicleMovement,
} from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import { convoyForRead } from '../convoys/index.ts';
import { type ConvoySpan, convoySpans, goodTrack, type TrackFix } from '../positions/index.ts';
import { MovementBook } from './movement.ts';

/** A halt this near to a site is a halt there. */
const AT_SITE_M = 500;

/** How each vehicle of the convoy moved while it was on it, and the convoy as a whole. */
export async function movementOfConvoy(ctx: Context, convoyId: string): Promise<ConvoyMovement> {
  const convoy = await convoyForRead(ctx, convoyId);
  const sites = [convoy.origin, ...convoy.stops.map(({ site }) => site)];
  const vehicles: VehicleMovement[] = [];
  // One after the other: many fixes of many vehicles at once would hold up everybody else.
  for (const span of await convoySpans(ctx.db, { convoyId }, null, ctx.now())) {
    vehicles.push(await movementOfVehicle(ctx, span, sites));
  }
  return { vehicles, ...totalsOf(convoy, vehicles) };
}

function totalsOf({ stops }: Convoy, vehicles: readonly VehicleMovement[]): Omit<ConvoyMovement, 'vehicles'> {
  const instants = vehicles.flatMap(({ firstFixAt, lastFixAt }) => [firstFixAt, lastFixAt]);
  const known = instants.filter((at) => at !== null).toSorted();
  const farthest = vehicles.toSorted((a, b) => b.distanceM - a.distanceM)[0];
  return {
    startedAt: known[0] ?? null,
    endedAt: known.at(-1) ?? null,
    plannedDistanceM: stops.reduce((sum, stop) => sum + stop.distanceM, 0),
    distanceM: farthest?.distanceM ?? 0,
    movingS: farthest?.movingS ?? 0,
    haltedS: farthest?.haltedS ?? 0,
  };
}

async function movementOfVehicle(
  { db }: Context,
  span: ConvoySpan,
  sites: readonly SiteRef[],
): Promise<VehicleMovement> {
  const book = new MovementBook();
  for await (const page of goodTrack(db, span)) for (const fix of page) book.add(fix);
  const moved = book.close();
  const { vehicleId, number, plate } = span;
  return {
    ...{ vehicleId, number, plate },
    firstFixAt: moved.first && isoOf(moved.first),
    lastFixAt: moved.last && isoOf(moved.last),
    fixCount: moved.fixCount,
    distanceM: Math.round(moved.distanceM),
    movingS: Math.round(moved.movingS),
    haltedS: Math.round(moved.haltedS),
    unknownS: Math.round(moved.unknownS),
    trips: moved.trips.map((way) => ({
      from: endOf(way.from, sites),
      to: endOf(way.to, sites),
      distanceM: Math.round(way.distanceM),
      movingS: Math.round(way.movingS),
      maxSpeedMps: way.maxSpeedMps,
    })),
    halts: moved.halts.map(({ from, to, place }) => ({
      at: isoOf(from),
      place,
      durationS: Math.round((to.recordedAtMs - from.recordedAtMs) / 1000),
      site: siteAt(place, sites),
    })),
  };
}

function endOf(fix: TrackFix, sites: readonly SiteRef[]): VehicleMovement['trips'][number]['from'] {
  const place = { lat: fix.lat, lng: fix.lng };
  return { at: isoOf(fix), place, site: siteAt(place, sites) };
}

function siteAt(place: LatLng, sites: readonly SiteRef[]): SiteRef | null {
  const near = sites.map((site) => ({ site, awayM: distanceM(site, place) }));
  const nearest = near.toSorted((a, b) => a.awayM - b.awayM)[0];
  return nearest && nearest.awayM <= AT_SITE_M ? nearest.site : null;
}

function isoOf(fix: TrackFix): string {
  return new Date(fix.recordedAtMs).toISOString();
}
