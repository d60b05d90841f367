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
import {
  answering,
  changesRoom,
  guard,
  type LiveSocket,
  unwatch,
  type Viewer,
  type WatchDeps,
  watch,
} from './requests.ts';
import { createSharedViewers, type SharedViewerDeps } from './shared-viewers.ts';
import { joinWork, workRooms } from './work-rooms.ts';

export type LiveDeps = Partial<HandshakeRules> &
  Pick<FeedDeps, 'newest' | 'progressOf' | 'followed'> &
  Pick<SharedViewerDeps, 'openShare' | 'openShares'> & {
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

type Io = Server<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, Viewer>;

const NOBODY: ReadonlySet<string> = new Set();
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
    isHeard: (room) => io.sockets.adapter.rooms.has(room),
    send: (frames) => fanOut.send(frames),
  });
  const fanOut = createFanOut({
    members: (room) => io.sockets.adapter.rooms.get(room) ?? NOBODY,
    connection: (id) => connectionOf(io.sockets.sockets.get(id)),
    everything: feed.everything,
    onFailure: failed,
  });
  const changes = createChanges((change) => {
    io.to(changesRoom(change.campaignId)).emit('campaign:changed', change);
  });
  const shared = createSharedViewers({ ...deps, failed });
  const refresh = (): void => void feed.refresh().catch(failed);
  const timers = [
    setInterval(refresh, REFRESH_EVERY_MS).unref(),
    setInterval(() => void endExpired(io, deps).catch(failed), CHECK_SESSIONS_EVERY_MS).unref(),
  ];
  const viewerOn = (socket: LiveSocket) =>
    shared.identify(socket, handshake.addressOf(socket.request)) ?? deps.identify(socket.request);
  io.use(admitting(viewerOn, failed));
  io.on('connection', (socket) => {
    guard(socket);
    if (socket.data.share) shared.follow(socket, socket.data.share);
    else answerRequests(socket, { ...deps, feed }, failed);
  });
  return {
    feed,
    start: feed.refresh,
    attach(http) {
      io.attach(http);
      handshake.count(io.engine);
    },
    announce(announcement) {
      hear(io, announcement);
      shared.announce(announcement);
      if (announcement.kind !== 'campaignChanged') return;
      if (announcement.topics.some((topic) => FOLLOWING.has(topic))) refresh();
      changes.add(announcement.campaignId, announcement.topics);
    },
    connections: () => io.engine.clientsCount,
    close() {
      for (const timer of timers) clearInterval(timer);
      feed.close();
      fanOut.close();
      shared.close();
      changes.close();
      io.engine.close();
    },
  };
}

function answerRequests(socket: LiveSocket, deps: WatchDeps, failed: (error: unknown) => void): void {
  joinWork(socket);
  socket.on(
    'campaign:watch',
    answering((asked) => watch(deps, socket, asked), failed),
  );
  socket.on(
    'campaign:unwatch',
    answering((asked) => unwatch(socket, asked), failed),
  );
}

/** Socket.IO's types say little of the connection beneath; what is used of it is looked at before each use. */
function connectionOf(socket: LiveSocket | undefined): Connection | undefined {
  return socket?.conn as unknown as Connection | undefined;
}

/** Changes of these may change who follows which vehicle. */
const FOLLOWING: ReadonlySet<string> = new Set(['convoys', 'deliveries']);

function admitting(
  identify: (socket: LiveSocket) => Promise<Viewer | undefined>,
  failed: (error: unknown) => void,
) {
  return (socket: LiveSocket, next: (error?: Error) => void): void => {
    identify(socket).then(
      (viewer) => {
        if (viewer) Object.assign(socket.data, viewer);
        next(viewer ? undefined : asError(new Refusal('not_signed_in')));
      },
      (error: unknown) => {
        const isRefusal = error instanceof Refusal;
        if (!isRefusal) failed(error);
        next(asError(isRefusal ? error : new Refusal('unavailable')));
      },
    );
  };
}

/** As the client's `connect_error` hears it: the code as message, the problem as data. */
function asError(refusal: Refusal): Error {
  return Object.assign(new Error(refusal.code), { data: refusal.toProblem() });
}

function hear(io: Io, it: Announcement): void {
  if (it.kind === 'sessionsEnded') endSessions(io, it);
  if (it.kind === 'workChanged')
    io.to(workRooms(it.associationIds)).emit('work:changed', { topics: it.topics });
}

function endSessions(io: Io, { userId, sidHash }: { userId: string; sidHash?: Buffer }): void {
  for (const socket of [...io.sockets.sockets.values()]) {
    const { signedIn, sidHash: own } = socket.data;
    if (signedIn?.userId === userId && (!sidHash || own?.equals(sidHash))) end(socket);
  }
}

/** Sessions end without a word, too: by their age, or on another server of ours. */
async function endExpired(io: Io, { db, now }: Pick<LiveDeps, 'db' | 'now'>): Promise<void> {
  const sessions = [...io.sockets.sockets.values()].flatMap((socket) => {
    const { sidHash } = socket.data;
    return sidHash ? [{ socket, sidHash }] : [];
  });
  const hashes = sessions.map(({ sidHash }) => sidHash);
  const open = hashes.length > 0 ? await openSessions(db, hashes, now()) : new Set<string>();
  for (const { socket, sidHash } of sessions) if (!open.has(sidHash.toString('hex'))) end(socket);
}

function end(socket: LiveSocket): void {
  socket.emit('session:ended');
  socket.disconnect(true);
}
