import { lineLengthM, type WayStop } from '@qafila/contract';
import { LEGS } from '../../demo/roads.ts';
import type { DrivenLeg } from './pace.repository.ts';

const MIN_MS = 60_000;
const PLANNED_HALT_MIN = 45;

/** What kind of road it is up to which share of a leg, and how fast a loaded truck goes there when nothing hinders. */
type Stretch = { untilShare: number; kmh: number };
const MOTORWAY: Stretch[] = [
  { untilShare: 0.06, kmh: 38 },
  { untilShare: 0.55, kmh: 76 },
  { untilShare: 0.8, kmh: 60 },
  { untilShare: 1, kmh: 52 },
];
const COAST: Stretch[] = [{ untilShare: 1, kmh: 56 }];
const MOUNTAIN: Stretch[] = [
  { untilShare: 0.25, kmh: 48 },
  { untilShare: 1, kmh: 31 },
];

const ROUTES: readonly (readonly (keyof typeof LEGS)[])[] = [
  ['zablatani>tartous', 'tartous>dreikish', 'dreikish>mashta'],
  ['zablatani>baniyas', 'baniyas>qardaha', 'qardaha>lattakia'],
  ['zablatani>baniyas', 'baniyas>jableh', 'jableh>lattakia'],
  ['zablatani>haffa', 'haffa>kasab'],
  ['zablatani>tallkalakh'],
];
const CLIMBS = new Set<keyof typeof LEGS>([
  'tartous>dreikish',
  'dreikish>mashta',
  'baniyas>qardaha',
  'haffa>kasab',
]);

export type DrivenTrip = {
  departedAtMs: number;
  /** As they were in the end; what was known earlier follows from the instants. */
  stops: WayStop[];
  legs: DrivenLeg[];
  /** Where the vehicle was, minute by minute. */
  course: { atMs: number; progressM: number }[];
};

/** Numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A trip with what befalls one: another driver's foot, rain, town traffic, checkpoints, a meal, a breakdown. */
export function drivenTrip(random: () => number, number: number): DrivenTrip {
  const names = ROUTES[Math.floor(random() * ROUTES.length)] ?? [];
  const departedAtMs = Date.UTC(2026, 3, 1 + number, 4);
  const foot = 0.9 + random() * 0.2;
  const weather = random() < 0.2 ? 0.8 : 1;
  const trip: DrivenTrip = { departedAtMs, stops: [], legs: [], course: [] };
  let atMs = departedAtMs;
  let alongM = 0;
  for (const name of names) {
    const lengthM = lineLengthM(LEGS[name]);
    const leftAtMs = atMs;
    const delays = hindrances(random, lengthM);
    for (let doneM = 0; doneM < lengthM; ) {
      const kmh = freeKmh(name, doneM / lengthM) * foot * weather * (0.92 + random() * 0.16);
      const waits = delays.filter(({ m }) => m > doneM && m <= doneM + (kmh * 1000) / 60);
      doneM = Math.min(lengthM, doneM + (kmh * 1000) / 60);
      atMs += MIN_MS;
      trip.course.push({ atMs, progressM: alongM + doneM });
      for (const { minutes } of waits) atMs = stand(trip, atMs, alongM + doneM, minutes);
    }
    alongM += lengthM;
    const arrivedAtMs = atMs;
    atMs = stand(trip, atMs, alongM, PLANNED_HALT_MIN - 15 + random() * 40);
    const [fromSiteId = '', toSiteId = ''] = name.split('>');
    trip.legs.push({
      fromSiteId,
      toSiteId,
      distanceM: lengthM,
      hours: (arrivedAtMs - leftAtMs) / (60 * MIN_MS),
    });
    trip.stops.push({ alongM, haltMin: PLANNED_HALT_MIN, arrivedAtMs, endedAtMs: atMs });
  }
  return trip;
}

function stand(trip: DrivenTrip, fromMs: number, progressM: number, minutes: number): number {
  const untilMs = fromMs + Math.round(minutes) * MIN_MS;
  for (let atMs = fromMs + MIN_MS; atMs <= untilMs; atMs += MIN_MS) trip.course.push({ atMs, progressM });
  return untilMs;
}

function freeKmh(name: keyof typeof LEGS, share: number): number {
  const road = name.startsWith('zablatani') ? MOTORWAY : CLIMBS.has(name) ? MOUNTAIN : COAST;
  return road.find(({ untilShare }) => share <= untilShare)?.kmh ?? 50;
}

function hindrances(random: () => number, lengthM: number): { m: number; minutes: number }[] {
  const per = (everyKm: number) => Math.round((lengthM / 1000 / everyKm) * (0.5 + random()));
  const some = (count: number, minutes: () => number) =>
    Array.from({ length: count }, () => ({ m: random() * lengthM, minutes: minutes() }));
  return [
    ...some(per(70), () => 3 + random() ** 2 * 25),
    ...some(per(60), () => 2 + random() * 8),
    ...some(lengthM > 150_000 && random() < 0.7 ? 1 : 0, () => 20 + random() * 25),
    ...some(random() < (0.05 * lengthM) / 300_000 ? 1 : 0, () => 60 + random() * 60),
  ];
}
