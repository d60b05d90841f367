import type { Role, Scope, ShareKind, SharePrecision, Topic, WorkTopic } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { Refusal } from './refusal.ts';

/** Who asks, and how far the action they ask for reaches. */
export type Actor = {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  /** Set for association users, and for nobody else. */
  readonly associationId: string | null;
  readonly scope: Scope;
};

/** What a link opens that was given to somebody without an account. */
export type Share = {
  readonly id: string;
  readonly kind: ShareKind;
  readonly precision: SharePrecision;
  readonly campaignId: string;
  /** Set for links to one convoy. */
  readonly convoyId: string | null;
  readonly expiresAt: Date;
};

/** What the rest of the world hears, after the transaction that caused it has committed. */
export type Announcement =
  | { kind: 'campaignChanged'; campaignId: string; topics: Topic[] }
  /** In the standing work with these associations, or with all; the directorate's own people always hear of it. */
  | { kind: 'workChanged'; topics: WorkTopic[]; associationIds: readonly string[] | 'all' }
  /** All sessions of the user, or the one that is named. */
  | { kind: 'sessionsEnded'; userId: string; sidHash?: Buffer }
  /** A share link was revoked. */
  | { kind: 'shareEnded'; shareId: string }
  | { kind: 'trackersChanged' };

/** What every service function works with: for a write, `db` is the transaction of the whole request. */
export type Context = {
  readonly db: Db;
  readonly now: () => Date;
  readonly actor: Actor;
  /** Keeps an announcement until the transaction has committed; dropped when it rolls back. */
  readonly announce: (announcement: Announcement) => void;
};

/**
 * The association whose objects alone the actor may see; null when they may see all.
 * @throws {Refusal} `not_allowed` for one who may see only their own and belongs to none
 */
export function onlyAssociation({ scope, associationId }: Actor): string | null {
  if (scope === 'any') return null;
  if (associationId === null) throw new Refusal('not_allowed');
  return associationId;
}
