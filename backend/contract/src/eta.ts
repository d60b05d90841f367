/** Distance and time every convoy is taken to have done before it starts: a prior of 45 km/h, worth one hour. */
const PRIOR_KM = 45;
const PRIOR_HOURS = 1;
/** Half the width of the range, as a share of the time left. Untested until finished trips give a better one. */
const UNCERTAINTY = 0.12;
/** Roads bend: what a straight leg is taken to be longer than its length. */
export const STRAIGHT_DETOUR = 1.35;
/** Later than this against the plan counts as delayed. Minutes. */
export const DELAYED_AFTER_MIN = 15;

export type EtaRange = { earliest: Date; latest: Date };

/**
 * When a vehicle that has come `progressM` since `departedAt` will have done `remainingM` more. Pace counts halts,
 * because the road ahead has them too.
 */
export function estimateArrival(
  progressM: number,
  remainingM: number,
  departedAt: Date,
  now: Date,
): EtaRange {
  const hours = Math.max(0, (now.getTime() - departedAt.getTime()) / 3_600_000);
  const paceKmh = (Math.max(0, progressM) / 1000 + PRIOR_KM) / (hours + PRIOR_HOURS);
  const leftMs = (Math.max(0, remainingM) / 1000 / paceKmh) * 3_600_000;
  return {
    earliest: new Date(now.getTime() + leftMs * (1 - UNCERTAINTY)),
    latest: new Date(now.getTime() + leftMs * (1 + UNCERTAINTY)),
  };
}

/** Whole minutes late against the plan, from the middle of the range; negative when early. */
export function delayMin(eta: EtaRange, planned: Date): number {
  const middle = (eta.earliest.getTime() + eta.latest.getTime()) / 2;
  return Math.round((middle - planned.getTime()) / 60_000);
}
