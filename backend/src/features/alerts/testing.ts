import { randomUUID } from 'node:crypto';
import { DEFAULT_ALERT_RULES, UNLEARNT_PACE, wayOf } from '@qafila/contract';
import type { Db } from '@qafila/db';
import fc from 'fast-check';
import type { World } from '../../testing/world.ts';
import type { StoredFix } from '../positions/index.ts';
import type { Trip } from './fold/trip.ts';
import type { FoldFix } from './fold/vehicle-state.ts';

export const MIN_MS = 60_000;
export const DEPARTED_MS = Date.UTC(2026, 9, 14, 5);
export const at = (minutes: number): number => DEPARTED_MS + minutes * MIN_MS;

/** Due north from the origin, a stop at 45 km and one at 89 km. */
export const ORIGIN = { lat: 33, lng: 36 };
export const STOPS = [
  { lat: 33.4, lng: 36 },
  { lat: 33.8, lng: 36 },
];
export const LEG_M = 44_478;
export const ROUTES: [number, number][][] = [
  [
    [33, 36],
    [33.2, 36],
    [33.4, 36],
  ],
  [
    [33.4, 36],
    [33.6, 36],
    [33.8, 36],
  ],
];

/** A convoy on that road since `DEPARTED_MS`, with so many vehicles. */
export function tripOf(changes: Partial<Trip> = {}, vehicles = 1): Trip {
  const way = wayOf(ROUTES.map((route) => ({ route, routeKind: 'drawn', distanceM: LEG_M })));
  return {
    convoyId: 'convoy',
    campaignId: 'campaign',
    status: 'en_route',
    way,
    fences: [ORIGIN, ...STOPS],
    stops: STOPS.map((_, i) => ({
      id: `stop-${i + 1}`,
      siteId: `site-${i + 1}`,
      alongM: way.stopsM[i] ?? 0,
      haltMin: 30,
      plannedArrivalAtMs: at(90 * (i + 1)),
      arrivedAtMs: null,
      endedAtMs: null,
    })),
    vehicles: Array.from({ length: vehicles }, (_, i) => ({
      id: `vehicle-${i + 1}`,
      number: i + 1,
      plausibleSpeedMps: 55.6,
    })),
    plannedDepartureAtMs: DEPARTED_MS,
    loadingAtMs: at(-60),
    departedAtMs: DEPARTED_MS,
    arrivedAtMs: null,
    endedAtMs: null,
    holds: [],
    reports: [],
    rules: DEFAULT_ALERT_RULES,
    pace: UNLEARNT_PACE,
    ...changes,
  };
}

const METRES_PER_DEGREE = 111_195;

/** A fix so many metres along the road, and so many east of it. */
export function fixAt(
  minutes: number,
  alongM: number,
  changes: Partial<FoldFix> & { offM?: number } = {},
): FoldFix {
  const { offM = 0, ...rest } = changes;
  const lat = ORIGIN.lat + alongM / METRES_PER_DEGREE;
  const lng = ORIGIN.lng + offM / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180));
  return { atMs: at(minutes), lat, lng, accuracyM: 10, batteryPct: 80, flags: 0, isSos: false, ...rest };
}

const WELL = { speed: 1, jumpsM: [0], offM: 0, batteryPct: 80, accuracyM: 10 };
const MOOD = {
  drive: WELL,
  halt: { ...WELL, speed: 0 },
  detour: { ...WELL, offM: 3_000 },
  silence: WELL,
  bounce: { ...WELL, jumpsM: [200_000, -150_000] },
  empty: { ...WELL, batteryPct: 12 },
  vague: { ...WELL, accuracyM: 900 },
};
const MOODS = Object.keys(MOOD) as (keyof typeof MOOD)[];

/** What befalls a vehicle: so many minutes of each. */
export const adventures = fc.record({
  course: fc.array(fc.record({ mood: fc.constantFrom(...MOODS), minutes: fc.integer({ min: 1, max: 35 }) }), {
    minLength: 2,
    maxLength: 8,
  }),
  noise: fc.infiniteStream(fc.integer({ min: -40, max: 40 })),
});
export type Adventure = typeof adventures extends fc.Arbitrary<infer It> ? It : never;

const EVERY_MIN = 0.5;
const SPEED_M_PER_MIN = 900;

/** The fixes that a vehicle sends on its way, in the order of their own time. */
export function fixesOf({ course, noise }: Adventure): FoldFix[] {
  const fixes: FoldFix[] = [];
  let minute = 0;
  let alongM = 0;
  for (const { mood, minutes } of course) {
    for (const untilMin = minute + minutes; minute < untilMin; minute += EVERY_MIN) {
      alongM += MOOD[mood].speed * SPEED_M_PER_MIN * EVERY_MIN;
      if (mood === 'silence') continue;
      fixes.push(fixIn(mood, minute, alongM, fixes.length, () => noise.next().value ?? 0));
    }
  }
  return fixes;
}

function fixIn(
  mood: keyof typeof MOOD,
  minute: number,
  alongM: number,
  index: number,
  wander: () => number,
): FoldFix {
  const { jumpsM, offM, ...changes } = MOOD[mood];
  const jumpM = jumpsM[index % jumpsM.length] ?? 0;
  return fixAt(minute, alongM + wander() + jumpM, {
    offM: offM + wander(),
    batteryPct: changes.batteryPct,
    accuracyM: changes.accuracyM,
  });
}

/** The same fixes as the doors would give them: cut into batches, some of them twice, in an order of its own. */
export function deliveries(fixes: readonly FoldFix[]): fc.Arbitrary<FoldFix[][]> {
  return fc
    .record({
      order: fc.array(fc.integer(), { minLength: fixes.length, maxLength: fixes.length }),
      /** How far from its place a fix may come: a network's hiccup, or a queue that is sent when it is all over. */
      disorder: fc.constantFrom(0, 3, 30, 10_000),
      repeated: fc.array(fc.nat({ max: Math.max(0, fixes.length - 1) }), { maxLength: 20 }),
      cuts: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 }),
    })
    .map(({ order, disorder, repeated, cuts }) => {
      const key = (i: number) => i + (Math.abs(order[i] ?? 0) % (disorder + 1));
      const shuffled = fixes
        .map((fix, i) => ({ fix, key: key(i) }))
        .sort((a, b) => a.key - b.key)
        .map(({ fix }) => fix);
      const all = [...shuffled, ...repeated.flatMap((i) => fixes[i] ?? [])];
      const batches: FoldFix[][] = [];
      for (let i = 0, from = 0; from < all.length; i++) {
        const size = cuts[i % cuts.length] ?? 1;
        batches.push(all.slice(from, from + size));
        from += size;
      }
      return batches;
    });
}

export function asStored(vehicleNumber: number, { atMs, isSos, flags, ...fix }: FoldFix): StoredFix {
  const known = { speedMps: null, headingDeg: null, altitudeM: null };
  return { vehicleNumber, fix: { ...fix, ...known, recordedAtMs: atMs }, flags, alarm: isSos ? 'sos' : null };
}

/** What the doors commit before anybody hears of it. */
export async function commit(db: Db, batch: readonly StoredFix[]): Promise<void> {
  if (batch.length === 0) return;
  await db('positions')
    .insert(
      batch.map(({ vehicleNumber, fix, flags, alarm }) => ({
        vehicle_number: vehicleNumber,
        recorded_at: new Date(fix.recordedAtMs),
        received_at: new Date(),
        lat: fix.lat,
        lng: fix.lng,
        accuracy_m: fix.accuracyM,
        battery_pct: fix.batteryPct,
        flags,
        attributes: alarm === null ? null : JSON.stringify({ alarm }),
      })),
    )
    .onConflict()
    .ignore();
}

export type PlacedConvoy = {
  campaignId: string;
  convoyId: string;
  stopIds: string[];
  numbers: number[];
  ids: string[];
};

/** A convoy on that road since `DEPARTED_MS`, put straight into the database. */
export async function placeConvoy(
  { db, campaign, site, vehicle }: World,
  vehicles = 1,
): Promise<PlacedConvoy> {
  const campaignId = await campaign();
  const convoyId = randomUUID();
  const departed = new Date(DEPARTED_MS);
  await db('convoys').insert({
    id: convoyId,
    code: `T-${convoyId.slice(0, 8)}`,
    campaign_id: campaignId,
    origin_site_id: await site('warehouse', ORIGIN),
    status: 'en_route',
    planned_departure_at: departed,
    loading_at: new Date(at(-60)),
    departed_at: departed,
  });
  const stopIds: string[] = [];
  for (const [i, place] of STOPS.entries()) {
    const id = randomUUID();
    stopIds.push(id);
    await db('stops').insert({
      id,
      convoy_id: convoyId,
      ordinal: i + 1,
      site_id: await site('distribution_point', place),
      planned_arrival_at: new Date(at(90 * (i + 1))),
      planned_halt_min: 30,
      route: JSON.stringify(ROUTES[i]),
      route_kind: 'drawn',
      distance_m: LEG_M,
    });
  }
  const numbers: number[] = [];
  const ids: string[] = [];
  for (let ordinal = 1; ordinal <= vehicles; ordinal++) {
    const vehicleId = await vehicle();
    const id = randomUUID();
    await db('convoy_vehicles').insert({
      id,
      convoy_id: convoyId,
      vehicle_id: vehicleId,
      ordinal,
      max_weight_g: 1,
      max_volume_ml: 1,
    });
    const { number } = await db('vehicles').where({ id: vehicleId }).first('number');
    numbers.push(number);
    ids.push(id);
  }
  return { campaignId, convoyId, stopIds, numbers, ids };
}
