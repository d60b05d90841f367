import { FIRMS, type Hazard, type HazardArea, type LatLng } from '@qafila/contract';
import { circleRing } from '../../shared/map/geometry.ts';
import type { SceneFire, SceneHazard } from '../../shared/map/index.ts';

/** A detection is a point on the map, whatever its pixel's size; all else is a zone. */
export function isFire({ source }: Pick<Hazard, 'source'>): boolean {
  return source === 'firms';
}

export function isValidAt({ validFrom, validTo }: Pick<Hazard, 'validFrom' | 'validTo'>, now: Date): boolean {
  return Date.parse(validFrom) <= now.getTime() && now.getTime() < Date.parse(validTo);
}

/** Steps in which age is shown: finer ones would have the map drawn anew for nothing. */
const FRESHNESS_STEP = 0.05;
const AGE_STEP_HOURS = 0.5;
const HOUR_MS = 3_600_000;

/** 1 when it has just begun, 0 at the end of its validity. */
export function freshnessOf(hazard: Pick<Hazard, 'validFrom' | 'validTo'>, now: Date): number {
  const [from, to] = [Date.parse(hazard.validFrom), Date.parse(hazard.validTo)];
  const left = to <= from ? 0 : (to - now.getTime()) / (to - from);
  return Math.min(1, Math.max(0, Math.round(left / FRESHNESS_STEP) * FRESHNESS_STEP));
}

export function ageHours({ validFrom }: Pick<Hazard, 'validFrom'>, now: Date): number {
  const hours = (now.getTime() - Date.parse(validFrom)) / HOUR_MS;
  return Math.max(0, Math.floor(hours / AGE_STEP_HOURS) * AGE_STEP_HOURS);
}

export type HazardMarks = { readonly hazards: readonly SceneHazard[]; readonly fires: readonly SceneFire[] };

export const NO_MARKS: HazardMarks = { hazards: [], fires: [] };

/** What the map draws of them at an instant. */
export function marksOf(hazards: readonly Hazard[], now: Date): HazardMarks {
  const fires = hazards
    .filter(isFire)
    .map((it) => ({ id: it.id, ...centreOf(it.area), ageHours: ageHours(it, now) }));
  const zones = hazards
    .filter((it) => !isFire(it))
    .map((it) => ({
      id: it.id,
      name: it.name,
      ring: ringOf(it.area),
      severity: it.severity,
      freshness: freshnessOf(it, now),
    }));
  return { hazards: zones, fires };
}

export function ringOf(area: HazardArea): LatLng[] {
  if (area.type === 'circle') return circleRing(area.center, area.radiusM);
  return area.ring.map(([lat, lng]) => ({ lat, lng }));
}

export function centreOf(area: HazardArea): LatLng {
  if (area.type === 'circle') return area.center;
  const sum = area.ring.reduce((all, [lat, lng]) => ({ lat: all.lat + lat, lng: all.lng + lng }), {
    lat: 0,
    lng: 0,
  });
  return { lat: sum.lat / area.ring.length, lng: sum.lng / area.ring.length };
}

/** Zones first, then fires; the gravest, then the newest, first. */
export function byGravity(a: Hazard, b: Hazard): number {
  return (
    Number(isFire(a)) - Number(isFire(b)) ||
    GRAVITY[b.severity] - GRAVITY[a.severity] ||
    Date.parse(b.validFrom) - Date.parse(a.validFrom)
  );
}

const GRAVITY = { minor: 0, moderate: 1, severe: 2, extreme: 3 } as const;

/** How long a detection is taken to burn, for the words that explain it. */
export const FIRE_HOURS = FIRMS.validHours;
