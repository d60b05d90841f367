import type { Config } from './platform/config.ts';
import type { Jobs } from './platform/jobs.ts';
import { clearAway } from './upkeep.ts';

/** What the server does by itself, one line each; how often, the contract says. */
export function jobsOf(config: Config): Jobs {
  return {
    upkeep: (ctx) => clearAway(ctx, config),
  };
}
