import { LIMITS } from '@qafila/contract';

/** Whole seconds until a vehicle's trackers may report so much; 0 when they may now, and these reports are counted. */
export type RateLimit = (vehicleNumber: number, reports?: number) => number;

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
  return (vehicleNumber, reports = 1) => {
    const now = nowMs();
    const fullAt = Math.max(now, fullAtMs.get(vehicleNumber) ?? now) + reports * costMs;
    const waitMs = fullAt - now - bucketMs;
    if (waitMs > 0) return Math.ceil(waitMs / 1000);
    fullAtMs.set(vehicleNumber, fullAt);
    return 0;
  };
}
