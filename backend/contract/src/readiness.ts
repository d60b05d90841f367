import { z } from 'zod';

/** What stands between a convoy and its next step. `blocks` names the command that waits for it, or nothing. */
export const READINESS = {
  has_stops: 'plan',
  has_vehicles: 'plan',
  has_cargo: 'load',
  driver_on_each_vehicle: 'depart',
  receiver_at_each_stop: null,
  tracker_on_each_vehicle: null,
  everything_loaded: null,
  something_loaded: 'depart',
  no_hazard_on_route: null,
} as const satisfies Record<string, 'plan' | 'load' | 'depart' | null>;
export type ReadinessCode = keyof typeof READINESS;
export const ReadinessCode = z.enum(Object.keys(READINESS) as [ReadinessCode, ...ReadinessCode[]]);

export const ReadinessCheck = z.strictObject({
  code: ReadinessCode,
  done: z.boolean(),
  /** How many of how many are done. */
  count: z.int(),
  total: z.int(),
});
export type ReadinessCheck = z.infer<typeof ReadinessCheck>;

/** In the order a convoy takes them: what holds up an earlier step holds up the later ones too. */
const STEPS: readonly string[] = ['plan', 'load', 'depart'];

/** The checks still open that hold up `command`. */
export function blockersOf(command: string, readiness: readonly ReadinessCheck[]): ReadinessCheck[] {
  const reached = STEPS.slice(0, STEPS.indexOf(command) + 1);
  return readiness.filter(({ code, done }) => !done && reached.includes(READINESS[code] ?? ''));
}
