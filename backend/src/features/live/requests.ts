import {
  type ClientToServerEvents,
  fieldError,
  type ServerToClientEvents,
  scopeOf,
  Uuid,
} from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { DefaultEventsMap, Socket } from 'socket.io';
import { type Actor, onlyAssociation, type Share } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import type { Identity } from '../../platform/sessions.ts';
import { requireCampaign } from '../campaigns/index.ts';
import { createAllowance } from './allowance.ts';
import { Encoded } from './encoded.ts';
import type { Feed } from './feed.ts';
import { roomOf } from './rooms.ts';

/** Who somebody is, or by which link they came; never both. */
export type Viewer = Partial<Identity> & { share?: Share };
export type LiveSocket = Socket<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, Viewer>;

/** Campaigns one connection may watch at a time. */
const CAMPAIGNS_PER_SOCKET = 8;
/** Requests beyond the allowance that are answered with a refusal before the connection is closed. */
const PATIENCE = 100;

export function changesRoom(campaignId: string): string {
  return `changes:${campaignId}`;
}

type Answer<Data> = { ok: true; data: Data } | { ok: false; problem: ReturnType<Refusal['toProblem']> };

/** Runs a request and acknowledges it, whatever came in place of its arguments and its callback. */
export function answering<Data>(
  handle: (campaignId: unknown) => Promise<Data>,
  failed: (error: unknown) => void,
) {
  return (campaignId: unknown, ack: unknown): void => {
    const answer = (said: Answer<Data>): void => {
      if (typeof ack === 'function') ack(said);
    };
    handle(campaignId).then(
      (data) => answer({ ok: true, data }),
      (error: unknown) => {
        const isRefusal = error instanceof Refusal;
        if (!isRefusal) failed(error);
        answer({ ok: false, problem: (isRefusal ? error : new Refusal('internal')).toProblem() });
      },
    );
  };
}

const KNOWN_EVENTS = new Set<unknown>([
  'campaign:watch',
  'campaign:unwatch',
] satisfies (keyof ClientToServerEvents)[]);

/** Lets through events that exist, as often as is decent. */
export function guard(socket: LiveSocket): void {
  const isAllowed = createAllowance();
  let refused = 0;
  socket.use(([event, ...args], next) => {
    const isKnown = KNOWN_EVENTS.has(event);
    if (isAllowed() && isKnown) {
      next();
      return;
    }
    if (++refused > PATIENCE) {
      socket.disconnect(true);
      return;
    }
    const ack: unknown = args.at(-1);
    const refusal = new Refusal(isKnown ? 'too_many_requests' : 'not_found');
    if (typeof ack === 'function') ack({ ok: false, problem: refusal.toProblem() });
  });
}

export type WatchDeps = { db: Db; now: () => Date; feed: Feed };

export async function watch(
  { db, now, feed }: WatchDeps,
  socket: LiveSocket,
  asked: unknown,
): Promise<Encoded> {
  const actor = actorOf(socket);
  const { id } = await requireCampaign({ db, now, actor, announce: () => undefined }, campaignIdIn(asked));
  const room = roomOf(id, onlyAssociation(actor));
  const watched = [...socket.rooms].filter((name) => name.startsWith('changes:'));
  if (watched.length >= CAMPAIGNS_PER_SOCKET && !socket.rooms.has(room))
    throw new Refusal('too_many_requests');
  // Between the question and here the session may have ended.
  if (socket.connected) await socket.join([room, changesRoom(id)]);
  return new Encoded(feed.snapshot(room));
}

export async function unwatch(socket: LiveSocket, asked: unknown): Promise<null> {
  const id = campaignIdIn(asked);
  await socket.leave(roomOf(id, onlyAssociation(actorOf(socket))));
  await socket.leave(changesRoom(id));
  return null;
}

function actorOf(socket: LiveSocket): Actor {
  const { signedIn } = socket.data;
  const scope = signedIn && scopeOf(signedIn.role, 'position:read');
  if (!scope) throw new Refusal('not_allowed');
  return { ...signedIn, scope };
}

function campaignIdIn(asked: unknown): string {
  const parsed = Uuid.safeParse(asked);
  if (!parsed.success) throw refuseFields(fieldError('campaignId', 'invalid_format'));
  return parsed.data.toLowerCase();
}
