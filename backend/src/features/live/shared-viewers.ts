import type { Announcement, Share } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { changesRoom, type LiveSocket, type Viewer } from './requests.ts';
import { convoyRoomOf, roomOf } from './rooms.ts';

export type SharedViewerDeps = {
  now: () => Date;
  /** What a link opens, by the token that came with it; refused when it opens nothing. */
  openShare: (token: string, address: string) => Promise<Share>;
  /** Which of these links still open something. */
  openShares: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  failed: (error: unknown) => void;
};

export type SharedViewers = {
  /** The link by which this connection comes; undefined when it comes by none. */
  identify: (socket: LiveSocket, address: string) => Promise<Viewer> | undefined;
  /** Lets it hear what its link shows; it cannot ask for more. */
  follow: (socket: LiveSocket, share: Share) => void;
  /** For every announcement of this server. */
  announce: (announcement: Announcement) => void;
  close: () => void;
};

const LOOK_FOR_EXPIRED_EVERY_MS = 500;
/** Links end without a word, too: on another server of ours. */
const CHECK_EVERY_MS = 60_000;
/** Coarse viewers are told to read again by the clock, for the moment of a change would tell what is withheld. */
const TELL_COARSE_EVERY_MS = 60_000;

/** Viewers without an account: what they hear is decided by their link alone, whatever cookies they bring. */
export function createSharedViewers({ now, openShare, openShares, failed }: SharedViewerDeps): SharedViewers {
  const viewers = new Map<LiveSocket, Share>();
  const timers = [
    setInterval(() => endWhere((share) => share.expiresAt <= now()), LOOK_FOR_EXPIRED_EVERY_MS).unref(),
    setInterval(() => check(), CHECK_EVERY_MS).unref(),
    setInterval(tellCoarse, TELL_COARSE_EVERY_MS).unref(),
  ];

  function endWhere(isOver: (share: Share) => boolean): void {
    for (const [socket, share] of [...viewers]) {
      if (!isOver(share)) continue;
      socket.emit('share:ended');
      socket.disconnect(true);
    }
  }

  function tellCoarse(): void {
    for (const [socket, { precision, campaignId }] of viewers) {
      if (precision === 'coarse') socket.emit('campaign:changed', { campaignId, topics: ['campaign'] });
    }
  }

  async function endThoseNotOpen(): Promise<void> {
    const asked = new Set([...viewers.values()].map(({ id }) => id));
    if (asked.size === 0) return;
    const open = await openShares([...asked]);
    endWhere(({ id }) => asked.has(id) && !open.has(id));
  }

  const check = (): void => void endThoseNotOpen().catch(failed);

  return {
    identify(socket, address) {
      const auth: unknown = socket.handshake.auth;
      if (auth === null || typeof auth !== 'object' || !('share' in auth)) return undefined;
      const token = typeof auth.share === 'string' ? auth.share : '';
      return openShare(token, address).then((share) => ({ share }));
    },
    follow(socket, share) {
      refuseQuestions(socket);
      viewers.set(socket, share);
      socket.once('disconnect', () => viewers.delete(socket));
      void socket.join(roomsFor(share));
      // Between the opening and here the link may have ended.
      check();
    },
    announce(announcement) {
      if (announcement.kind === 'shareEnded') endWhere(({ id }) => id === announcement.shareId);
      // A link ends with its campaign.
      if (announcement.kind === 'campaignChanged' && announcement.topics.includes('campaign')) check();
    },
    close() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

function roomsFor({ precision, campaignId, convoyId }: Share): string[] {
  if (precision === 'coarse') return [];
  return [convoyId === null ? roomOf(campaignId, null) : convoyRoomOf(convoyId), changesRoom(campaignId)];
}

function refuseQuestions(socket: LiveSocket): void {
  socket.use(([, ...args]) => {
    const ack: unknown = args.at(-1);
    if (typeof ack === 'function') ack({ ok: false, problem: new Refusal('not_signed_in').toProblem() });
  });
}
