import { LIMITS } from '@qafila/contract';

/** Whole seconds until a vehicle's trackers may report again; 0 when they may now, and this report is counted. */
export type RateLimit = (vehicleNumber: number) => number;

/**
 * A bucket per vehicle that holds a phone's backlog and fills again at `perS`. Of each only the moment is kept at which
 * it is full again; there are no more of them than vehicles.
 */
export function createRateLimit(
  perS: number = LIMITS.trackerFixesPerS,
  nowMs: () => number = () => performance.now(),
): RateLimit {
  const costMs = 1000 / perS;
  const bucketMs = Math.max(LIMITS.trackerBacklog * costMs, 1000);
  const fullAtMs = new Map<number, number>();
  return (vehicleNumber) => {
    const now = nowMs();
    const fullAt = Math.max(now, fullAtMs.get(vehicleNumber) ?? now) + costMs;
    const waitMs = fullAt - now - bucketMs;
    if (waitMs > 0) return Math.ceil(waitMs / 1000);
    fullAtMs.set(vehicleNumber, fullAt);
    return 0;
  };
}
