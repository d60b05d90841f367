import type { Role, Scope, Topic } from '@qafila/contract';
import type { Db } from '@qafila/db';

/** Who asks, and how far the action they ask for reaches. */
export type Actor = {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  /** Set for association users, and for nobody else. */
  readonly associationId: string | null;
  readonly scope: Scope;
};

/** What the rest of the world hears, after the transaction that caused it has committed. */
export type Announcement =
  | { kind: 'campaignChanged'; campaignId: string; topics: Topic[] }
  /** All sessions of the user, or the one that is named. */
  | { kind: 'sessionsEnded'; userId: string; sidHash?: Buffer }
  | { kind: 'trackersChanged' };

/** What every service function works with: for a write, `db` is the transaction of the whole request. */
export type Context = {
  readonly db: Db;
  readonly now: () => Date;
  readonly actor: Actor;
  /** Keeps an announcement until the transaction has committed; dropped when it rolls back. */
  readonly announce: (announcement: Announcement) => void;
};

/** The association whose objects alone the actor may see; null when they may see all. */
export function onlyAssociation(actor: Actor): string | null {
  return actor.scope === 'any' ? null : actor.associationId;
}
