import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { type ClientToServerEvents, HEARTBEAT_MS, type ServerToClientEvents } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { type DefaultEventsMap, Server } from 'socket.io';
import type { Announcement } from '../../platform/context.ts';
import type { Logger } from '../../platform/logging.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Identity } from '../../platform/sessions.ts';
import { createChanges } from './changes.ts';
import { type Connection, SHARED_DEFLATE } from './connection.ts';
import { parser } from './encoded.ts';
import { createFanOut } from './fan-out.ts';
import { createFeed, type Feed, type FeedDeps } from './feed.ts';
import { createHandshake, type HandshakeRules } from './handshake.ts';
import { openSessions } from './live.repository.ts';
import { answering, changesRoom, guard, type LiveSocket, unwatch, watch } from './requests.ts';

export type LiveDeps = Partial<HandshakeRules> &
  Pick<FeedDeps, 'newest' | 'progressOf' | 'followed'> & {
    db: Db;
    now: () => Date;
    /** Who sends this request, by its session cookie. */
    identify: (req: IncomingMessage) => Promise<Identity | undefined>;
    log: Pick<Logger, 'error'>;
  };

export type LiveServer = {
  feed: Pick<Feed, 'moved' | 'snapshot'>;
  /** Reads which vehicles are on the way. */
  start: () => Promise<void>;
  attach: (http: HttpServer) => void;
  /** For every announcement of this server. */
  announce: (announcement: Announcement) => void;
  connections: () => number;
  /** Closes every connection; browsers then look for the server again. */
  close: () => void;
};

type Io = Server<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, Identity>;

const CONNECTIONS_PER_ADDRESS = 500;
const MESSAGE_BYTES = 16_384;
const REFRESH_EVERY_MS = 30_000;
const CHECK_SESSIONS_EVERY_MS = 60_000;

/** Live events for signed-in browsers: positions and what has changed, by rooms that the server alone fills. */
export function createLiveServer(deps: LiveDeps): LiveServer {
  const failed = (error: unknown): void => deps.log.error({ err: error }, 'live events');
  const handshake = createHandshake({
    publicUrl: deps.publicUrl,
    trustProxy: deps.trustProxy ?? (() => false),
    connectionsPerAddress: deps.connectionsPerAddress ?? CONNECTIONS_PER_ADDRESS,
  });
  const io: Io = new Server({
    serveClient: false,
    maxHttpBufferSize: MESSAGE_BYTES,
    connectTimeout: 10_000,
    // Frequent, that a page notices silence; the answer may take its time, for phones on a thin line are slow.
    pingInterval: HEARTBEAT_MS,
    pingTimeout: 20_000,
    perMessageDeflate: SHARED_DEFLATE,
    parser,
    allowRequest: (req, answer) => answer(null, handshake.allow(req)),
  });
  const feed = createFeed({
    newest: deps.newest,
    progressOf: deps.progressOf,
    followed: deps.followed,
    send: (frames) => fanOut.send(frames),
  });
  const fanOut = createFanOut({
    members: (room) => io.sockets.adapter.rooms.get(room) ?? [],
    viewer: (id) => viewerOf(io.sockets.sockets.get(id)),
    everything: feed.everything,
    onFailure: failed,
  });
  const changes = createChanges((change) => {
    io.to(changesRoom(change.campaignId)).emit('campaign:changed', change);
  });
  const refresh = (): void => void feed.refresh().catch(failed);
  const timers = [
    setInterval(refresh, REFRESH_EVERY_MS).unref(),
    setInterval(() => void endExpired(io, deps).catch(failed), CHECK_SESSIONS_EVERY_MS).unref(),
  ];
  io.use(authenticated(deps.identify, failed));
  io.on('connection', (socket) => {
    guard(socket);
    socket.on(
      'campaign:watch',
      answering((asked) => watch({ ...deps, feed }, socket, asked), failed),
    );
    socket.on(
      'campaign:unwatch',
      answering((asked) => unwatch(socket, asked), failed),
    );
  });
  return {
    feed,
    start: feed.refresh,
    attach(http) {
      io.attach(http);
      handshake.count(io.engine);
    },
    announce(announcement) {
      if (announcement.kind === 'sessionsEnded') endSessions(io, announcement);
      if (announcement.kind !== 'campaignChanged') return;
      if (announcement.topics.some((topic) => FOLLOWING.has(topic))) refresh();
      changes.add(announcement.campaignId, announcement.topics);
    },
    connections: () => io.engine.clientsCount,
    close() {
      for (const timer of timers) clearInterval(timer);
      feed.close();
      fanOut.close();
      changes.close();
      io.engine.close();
    },
  };
}

/** Socket.IO's types say little of the connection beneath; what is used of it is looked at before each use. */
function viewerOf(socket: LiveSocket | undefined) {
  return socket && { conn: socket.conn as unknown as Connection, rooms: socket.rooms };
}

/** Changes of these may change who follows which vehicle. */
const FOLLOWING: ReadonlySet<string> = new Set(['convoys', 'deliveries']);

function authenticated(identify: LiveDeps['identify'], failed: (error: unknown) => void) {
  return (socket: LiveSocket, next: (error?: Error) => void): void => {
    identify(socket.request).then(
      (identity) => {
        if (identity) Object.assign(socket.data, identity);
        next(identity ? undefined : asError(new Refusal('not_signed_in')));
      },
      (error: unknown) => {
        failed(error);
        next(asError(new Refusal('unavailable')));
      },
    );
  };
}

/** As the client's `connect_error` hears it: the code as message, the problem as data. */
function asError(refusal: Refusal): Error {
  return Object.assign(new Error(refusal.code), { data: refusal.toProblem() });
}

function endSessions(io: Io, { userId, sidHash }: { userId: string; sidHash?: Buffer }): void {
  for (const socket of [...io.sockets.sockets.values()]) {
    const { signedIn, sidHash: own } = socket.data;
    if (signedIn.userId === userId && (!sidHash || own.equals(sidHash))) end(socket);
  }
}

/** Sessions end without a word, too: by their age, or on another server of ours. */
async function endExpired(io: Io, { db, now }: Pick<LiveDeps, 'db' | 'now'>): Promise<void> {
  const sockets = [...io.sockets.sockets.values()];
  const hashes = sockets.map((socket) => socket.data.sidHash);
  const open = hashes.length > 0 ? await openSessions(db, hashes, now()) : new Set<string>();
  for (const socket of sockets) if (!open.has(socket.data.sidHash.toString('hex'))) end(socket);
}

function end(socket: LiveSocket): void {
  socket.emit('session:ended');
  socket.disconnect(true);
}
