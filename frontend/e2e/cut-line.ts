import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';

export type CutLine = {
  /** Where the application is reached through the line. */
  url: string;
  /** As if the server were killed: what is open breaks, and nobody answers. */
  cut: () => Promise<void>;
  mend: () => Promise<void>;
  end: () => Promise<void>;
};

/** A line to the application that a test can cut, and mend at the same address. */
export async function layLine(appUrl: string): Promise<CutLine> {
  const { hostname, port } = new URL(appUrl);
  const ends = new Set<Socket>();
  const open = async (at: number): Promise<net.Server> => {
    const server = net.createServer((near) => {
      const far = net.connect(Number(port), hostname);
      for (const end of [near, far]) {
        ends.add(end);
        end.on('error', () => end.destroy()).on('close', () => ends.delete(end));
      }
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
      near.pipe(far).pipe(near);
    });
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  let server = await open(0);
  const { port: own } = server.address() as AddressInfo;
  const cut = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    for (const end of ends) end.destroy();
    await closed;
  };
  return {
    url: `http://127.0.0.1:${own}`,
    cut,
    mend: async () => {
      server = await open(own);
    },
    end: cut,
  };
}
