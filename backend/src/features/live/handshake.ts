import type { IncomingMessage } from 'node:http';
import type { Server as Engine } from 'socket.io';

export type HandshakeRules = {
  /** The address people use, where it is not the one of the Host header. */
  publicUrl: string | undefined;
  /** Whether the peer at that address, so many steps away, is a proxy whose word counts. */
  trustProxy: (address: string, step: number) => boolean;
  connectionsPerAddress: number;
};

/** A page of another site may not open a connection with this site's cookies. */
function isForeign(req: IncomingMessage, publicUrl: string | undefined): boolean {
  const { origin, host } = req.headers;
  if (origin === undefined) return false;
  const from = URL.canParse(origin) ? new URL(origin).host : undefined;
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  return from === undefined || (from !== host && from !== publicHost);
}

/** The address of who asks: the nearest that is not one of our own proxies. */
function addressOf(req: IncomingMessage, trustProxy: HandshakeRules['trustProxy']): string {
  const forwarded = String(req.headers['x-forwarded-for'] ?? '').split(',');
  let address = req.socket.remoteAddress ?? '';
  for (let step = 0; trustProxy(address, step) && forwarded.length > 0; step++) {
    address = forwarded.pop()?.trim() || address;
  }
  return address;
}

/** Later requests of a connection that stands carry its id. */
function connectionIn(url: string): string | null {
  return new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('sid');
}

/** Judges who may connect, and counts who has. */
export function createHandshake({ publicUrl, trustProxy, connectionsPerAddress }: HandshakeRules) {
  const counts = new Map<string, number>();
  return {
    allow(req: IncomingMessage): boolean {
      const isFull = (counts.get(addressOf(req, trustProxy)) ?? 0) >= connectionsPerAddress;
      const isNew = !connectionIn(req.url ?? '');
      return !(isForeign(req, publicUrl) || (isNew && isFull));
    },
    addressOf: (req: IncomingMessage) => addressOf(req, trustProxy),
    count(engine: Engine['engine']): void {
      engine.on(
        'connection',
        (connection: { request: IncomingMessage; once: (e: 'close', f: () => void) => void }) => {
          const address = addressOf(connection.request, trustProxy);
          counts.set(address, (counts.get(address) ?? 0) + 1);
          connection.once('close', () => {
            const left = (counts.get(address) ?? 1) - 1;
            if (left > 0) counts.set(address, left);
            else counts.delete(address);
          });
        },
      );
    },
  };
}
