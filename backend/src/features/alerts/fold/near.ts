import { distanceM, type LatLng } from '@qafila/contract';

/** Metres of a degree of latitude, a little too few: what is further off by that alone need not be measured. */
const DEGREE_M = 110_000;

/** Whether two places are within so many metres, at the cost of a subtraction where they are plainly not. */
export function near(a: LatLng, b: LatLng, withinM: number): boolean {
  return Math.abs(a.lat - b.lat) * DEGREE_M <= withinM && distanceM(a, b) <= withinM;
}
