import { once } from 'node:events';
import net from 'node:net';

/** One phone's way to the server, which can be cut. */
export type Network = {
  readonly url: string;
  readonly cut: () => void;
  readonly mend: () => void;
  readonly close: () => void;
};

/**
 * Chromium's own way of being offline lets go of a page that is being left, which then sends what it holds; a wire that
 * is cut does not.
 */
export async function openNetwork(serverUrl: string): Promise<Network> {
  const { hostname, port } = new URL(serverUrl);
  const open = new Set<net.Socket>();
  let isCut = false;
  const relay = net.createServer((near) => {
    const far = net.connect(Number(port), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.pipe(other);
      // What broke is closed next.
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
    if (isCut) near.destroy();
  });
  relay.listen(0, hostname);
  await once(relay, 'listening');
  const hangUp = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://${hostname}:${(relay.address() as net.AddressInfo).port}`,
    cut() {
      isCut = true;
      hangUp();
    },
    mend() {
      isCut = false;
    },
    close() {
      relay.close();
      hangUp();
    },
  };
}
