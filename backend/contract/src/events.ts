import type { FixTuple, PositionSnapshot } from './positions.ts';
import type { Problem } from './problems.ts';

/** What a client hears back: either the data or a problem, never an exception. */
export type Ack<Data> = (answer: { ok: true; data: Data } | { ok: false; problem: Problem }) => void;

/** What of a campaign has changed: the names of the lists a screen should read again. */
export const TOPICS = [
  'campaign',
  'needs',
  'pledges',
  'stock',
  'convoys',
  'deliveries',
  'outputs',
  'participants',
  'alerts',
  'hazards',
  'shares',
] as const;
export type Topic = (typeof TOPICS)[number];

/** What of the directorate’s standing work has changed: the modules whose lists a screen should read again. */
export const WORK_TOPICS = [
  'associations',
  'documents',
  'obligations',
  'finances',
  'visits',
  'referrals',
  'outputs',
  'projects',
  'notices',
  'jobs',
] as const;
export type WorkTopic = (typeof WORK_TOPICS)[number];

/** A server that lives is heard this often by everyone who is connected: a page that hears less knows it is cut off. */
export const HEARTBEAT_MS = 2_500;

/** Facts, sent after commit: `noun:pastTense`. */
export interface ServerToClientEvents {
  /** Newest fix per vehicle since the frame before. A gap in `sequence` means: watch again. */
  'positions:changed': (frame: { campaignId: string; sequence: number; fixes: FixTuple[] }) => void;
  'campaign:changed': (change: { campaignId: string; topics: Topic[] }) => void;
  /** Names modules and never a thing or a person in them. */
  'work:changed': (change: { topics: WorkTopic[] }) => void;
  'session:ended': () => void;
  /** To those who came by a share link that has ended: nothing more may be shown. */
  'share:ended': () => void;
}

/** Requests, always acknowledged: `noun:imperative`. */
export interface ClientToServerEvents {
  /** Joins the campaign's room, after an authorization check; answers with the present. */
  'campaign:watch': (campaignId: string, ack: Ack<PositionSnapshot>) => void;
  'campaign:unwatch': (campaignId: string, ack: Ack<null>) => void;
}
