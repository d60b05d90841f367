import type { Context } from '../../platform/context.ts';
import type { Client } from '../client.ts';
import type { StoryClock } from '../clock.ts';
import type { Event } from '../pledging.ts';
import type { Ids } from '../setting.ts';

/** What the directorate's standing work is told with. */
export type StandingTold = {
  readonly clock: StoryClock;
  /** Signed in at the story's hour; asked for in each event anew, for a session does not outlive months. */
  readonly as: (email: string) => Promise<Client>;
  /** Somebody without an account, with these headers. */
  readonly visitor: (headers?: Record<string, string>) => Client;
  /** Ids by key of the associations, sites and items that the campaigns' story has, too. */
  readonly ids: Ids;
  /** What the server itself does in time, as its jobs do. */
  readonly system: Context;
};

/** One module's part of the story, hours from now; what happened months ago has large negative hours. */
export type Chapter = (told: StandingTold) => readonly Event[];
