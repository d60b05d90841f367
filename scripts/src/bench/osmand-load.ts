import { connect, type Socket } from 'node:net';

export type LoadOrder = { port: number; durationMs: number; connections: number; trackers: number };
export type LoadResult = { answered: number; refused: number; seconds: number; p50Ms: number; p99Ms: number };

const ANSWER = 'HTTP/1.1 ';
const END_OF_HEAD = '\r\n\r\n';

/** Keep-alive connections, each with one report under way, over plain sockets: little work beside the server's. */
export async function runLoad({ port, durationMs, connections, trackers }: LoadOrder): Promise<LoadResult> {
  const latencies: number[] = [];
  const totals = { answered: 0, refused: 0 };
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const began = performance.now();
  const endsAt = began + durationMs;
  await Promise.all(
    sockets.map((socket, index) =>
      converse(socket, index % trackers, endsAt, (isGood, latencyMs) => {
        totals[isGood ? 'answered' : 'refused']++;
        latencies.push(latencyMs);
      }),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? 0;
  return { ...totals, seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.setEncoding('latin1');
    socket.once('error', reject);
    socket.once('connect', () => resolve(socket));
  });
}

function converse(
  socket: Socket,
  tracker: number,
  endsAt: number,
  heard: (isGood: boolean, latencyMs: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let sentAt = 0;
    let rest = '';
    const send = (): void => {
      sentAt = performance.now();
      socket.write(reportOf(tracker));
    };
    socket.on('data', (chunk: string) => {
      rest += chunk;
      const length = answerLength(rest);
      if (length === undefined || rest.length < length) return;
      const now = performance.now();
      heard(rest.startsWith('200', ANSWER.length), now - sentAt);
      rest = rest.slice(length);
      if (now < endsAt) send();
      else socket.end();
    });
    socket.on('close', () => resolve());
    socket.on('error', reject);
    send();
  });
}

/** Bytes of the answer that begins here; undefined while its head is not complete. */
function answerLength(text: string): number | undefined {
  const head = text.indexOf(END_OF_HEAD);
  if (head < 0) return undefined;
  const length = /content-length: (\d+)/i.exec(text.slice(0, head))?.[1];
  return head + END_OF_HEAD.length + Number(length ?? 0);
}

let atMs = Date.now() - 86_400_000;

/** What Traccar Client sends, each at a millisecond of its own. */
function reportOf(tracker: number): string {
  atMs++;
  const lat = (33.5 + (atMs % 10_000) / 1e6).toFixed(6);
  const query = `id=bench-${tracker}&timestamp=${atMs}&lat=${lat}&lon=36.300000&speed=32.4&bearing=271&altitude=690&accuracy=5&batt=83`;
  return `GET /?${query} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\n\r\n`;
}
