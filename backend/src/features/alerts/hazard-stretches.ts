import { randomUUID } from 'node:crypto';
import { distanceM, type HazardOnRoute, type Way } from '@qafila/contract';
import type { Trip } from './fold/trip.ts';
import type { Seen } from './fold/visit-episodes.ts';
import type { Present, Revision } from './reconcile.ts';
import { isOpen, type StoredAlert } from './stored-alert.ts';

/** Hazards near the way that is left, as long as none is far from the next. Road metres of the whole way. */
export type Stretch = {
  readonly fromM: number;
  readonly toM: number;
  readonly nearest: HazardOnRoute;
  readonly count: number;
  readonly aheadMin: number;
};

const APART_M = 10_000;
/** Behind the last vehicle by this much, it has been passed. */
const PASSED_M = 1_000;
const AHEAD_STEP_MIN = 5;
/** States in which the way ahead concerns somebody. */
const GOING: ReadonlySet<Trip['status']> = new Set(['loading', 'en_route', 'held']);

export function stretchesAhead(
  trip: Trip,
  seen: readonly Seen[],
  hazards: readonly HazardOnRoute[],
): Stretch[] {
  if (!GOING.has(trip.status)) return [];
  const progresses = seen.map(({ state }) => state.progress?.progressM ?? 0);
  const lastM = progresses.length > 0 ? Math.min(...progresses) : 0;
  const leadM = Math.max(0, ...progresses);
  const ahead = hazards
    .map((it) => ({ ...it, alongM: roadM(trip.way, it.alongM) }))
    .filter(({ alongM }) => alongM >= lastM - PASSED_M)
    .sort((a, b) => a.alongM - b.alongM);
  return grouped(ahead).map((group) => stretchOf(group, leadM, trip.pace.kmh));
}

function grouped(hazards: readonly HazardOnRoute[]): HazardOnRoute[][] {
  const groups: HazardOnRoute[][] = [];
  for (const hazard of hazards) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && hazard.alongM - before.alongM <= APART_M) group.push(hazard);
    else groups.push([hazard]);
  }
  return groups;
}

function stretchOf(group: readonly HazardOnRoute[], leadM: number, kmh: number): Stretch {
  const nearest = group.reduce((best, it) => (it.distanceM < best.distanceM ? it : best));
  const fromM = group[0]?.alongM ?? nearest.alongM;
  const minutes = (Math.max(0, fromM - leadM) / 1000 / kmh) * 60;
  return {
    fromM,
    toM: group.at(-1)?.alongM ?? fromM,
    nearest,
    count: group.length,
    aheadMin: Math.round(minutes / AHEAD_STEP_MIN) * AHEAD_STEP_MIN,
  };
}

/** Road metres where the line itself measures so many: a straight guess is taken for longer than it is. */
export function roadM({ line, alongM }: Way, lineM: number): number {
  let passedM = 0;
  for (let i = 1; i < line.length; i++) {
    const [fromLat = 0, fromLng = 0] = line[i - 1] ?? [];
    const [toLat = 0, toLng = 0] = line[i] ?? [];
    const lengthM = distanceM({ lat: fromLat, lng: fromLng }, { lat: toLat, lng: toLng });
    const [startM = 0, endM = 0] = [alongM[i - 1], alongM[i]];
    if (passedM + lengthM >= lineM) {
      return Math.round(startM + (endM - startM) * (lengthM === 0 ? 0 : (lineM - passedM) / lengthM));
    }
    passedM += lengthM;
  }
  return Math.round(alongM.at(-1) ?? 0);
}

/** One alert for each stretch, the same while the stretch overlaps what it was; cleared when passed, or over. */
export function reviseHazards(
  stored: readonly StoredAlert[],
  stretches: readonly Stretch[],
  { nowMs, basis }: Present,
): Revision {
  const open = stored.filter((alert) => alert.kind === 'hazard_ahead' && isOpen(alert));
  const taken = new Set<StoredAlert>();
  const inserted: StoredAlert[] = [];
  const changed: StoredAlert[] = [];
  for (const stretch of stretches) {
    const known = open.find((alert) => !taken.has(alert) && isSameStretch(alert, stretch));
    if (known) taken.add(known);
    const after = alertOf(known, stretch, nowMs, basis);
    if (!known) inserted.push(after);
    else if (JSON.stringify(valuesOf(known)) !== JSON.stringify(valuesOf(after))) changed.push(after);
  }
  for (const alert of open) {
    if (taken.has(alert)) continue;
    const endedAtMs = Math.max(nowMs, alert.beganAtMs);
    changed.push({ ...alert, status: 'cleared', endedAtMs, clearedAtMs: nowMs });
  }
  return { inserted, changed };
}

function isSameStretch({ values }: StoredAlert, { fromM, toM }: Stretch): boolean {
  const { alongM = 0, untilM = alongM } = values;
  return alongM - APART_M <= toM && fromM <= untilM + APART_M;
}

function alertOf(
  known: StoredAlert | undefined,
  stretch: Stretch,
  nowMs: number,
  basis: string,
): StoredAlert {
  const { nearest, fromM, toM, aheadMin, count } = stretch;
  const id = randomUUID();
  return {
    id,
    kind: 'hazard_ahead',
    // Its hazards come and go; what stays is that it was raised for this stretch.
    cause: id,
    status: 'raised',
    convoyVehicleId: null,
    stopId: null,
    beganAtMs: nowMs,
    endedAtMs: null,
    at: null,
    raisedAtMs: nowMs,
    acknowledgement: null,
    clearedAtMs: null,
    clearedBy: null,
    reportId: null,
    basis,
    ...known,
    hazardId: nearest.hazard.id,
    values: { distanceM: nearest.distanceM, aheadMin, alongM: fromM, untilM: toM, count },
  };
}

function valuesOf({ values, hazardId }: StoredAlert) {
  const { distanceM: offM, aheadMin, alongM, untilM, count } = values;
  return [hazardId, offM, aheadMin, alongM, untilM, count];
}
