import { connect, type Socket } from 'node:net';
import { type Ping, pingAt } from './pings.ts';
import { Timings } from './timings.ts';

export type LoadOrder = {
  port: number;
  durationMs: number;
  connections: number;
  /** How many vehicles report, in turns. */
  trackers: number;
  /** So many reports in a second, answered or not; without it, each connection sends again when it has its answer. */
  perSecond?: number;
};
export type LoadResult = {
  answered: number;
  refused: number;
  /** Reports whose connection broke before the answer came. */
  broken: number;
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  /** Which report had the answer 200: by number of the tracker, and milliseconds of its own time. */
  acknowledged: { trackers: Int32Array; timesMs: Float64Array };
};

/** How often a paced load looks which reports are due. */
const TICK_MS = 5;
const ANSWER = 'HTTP/1.1 ';
const END_OF_HEAD = '\r\n\r\n';

/** Keep-alive connections, each with one report under way, over plain sockets: little work beside the server's. */
export async function runLoad(order: LoadOrder): Promise<LoadResult> {
  const sockets = await Promise.all(Array.from({ length: order.connections }, () => open(order.port)));
  const tally = createTally();
  const began = performance.now();
  const source = createSource(order, began);
  await Promise.all(sockets.map((socket) => converse(socket, source, tally)));
  source.stop();
  return tally.result((performance.now() - began) / 1000);
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.setEncoding('latin1');
    socket.once('error', reject);
    socket.once('connect', () => resolve(socket));
  });
}

type Due = { ping: Ping; atMs: number };
type Source = {
  /** The next report, now or when it is due; undefined when time is up. */
  next: (send: (due: Due | undefined) => void) => void;
  stop: () => void;
};

function createSource({ durationMs, trackers, perSecond }: LoadOrder, began: number): Source {
  const endsAt = began + durationMs;
  let made = 0;
  const make = (): Due => ({
    ping: pingAt(made++ % trackers, perSecond === undefined),
    atMs: performance.now(),
  });
  if (perSecond === undefined) {
    return { next: (send) => send(performance.now() < endsAt ? make() : undefined), stop: () => undefined };
  }
  const due: Due[] = [];
  let idle: ((due: Due | undefined) => void)[] = [];
  const tick = (): void => {
    const elapsedMs = Math.min(performance.now(), endsAt) - began;
    while (made < (elapsedMs / 1000) * perSecond) due.push(make());
    while (due.length > 0 && idle.length > 0) idle.shift()?.(due.shift());
    if (due.length > 0 || performance.now() < endsAt) return;
    for (const send of idle) send(undefined);
    idle = [];
  };
  const timer = setInterval(tick, TICK_MS);
  return {
    next(send) {
      const waiting = due.shift();
      if (waiting) send(waiting);
      else idle.push(send);
    },
    stop: () => clearInterval(timer),
  };
}

type Tally = ReturnType<typeof createTally>;

function createTally() {
  const counts = { answered: 0, refused: 0, broken: 0 };
  const timings = new Timings();
  const trackers: number[] = [];
  const timesMs: number[] = [];
  return {
    broke(): void {
      counts.broken++;
    },
    heard(isGood: boolean, { ping, atMs }: Due): void {
      timings.add(performance.now() - atMs);
      counts[isGood ? 'answered' : 'refused']++;
      if (!isGood) return;
      trackers.push(ping.tracker);
      timesMs.push(ping.recordedAtMs);
    },
    result: (seconds: number): LoadResult => ({
      ...counts,
      seconds,
      p50Ms: timings.at(0.5),
      p99Ms: timings.at(0.99),
      acknowledged: { trackers: Int32Array.from(trackers), timesMs: Float64Array.from(timesMs) },
    }),
  };
}

/** One report after another until there is none left or the connection breaks. */
function converse(socket: Socket, source: Source, tally: Tally): Promise<void> {
  return new Promise((resolve) => {
    let underWay: Due | undefined;
    let rest = '';
    const send = (due: Due | undefined): void => {
      underWay = due;
      if (due) socket.write(due.ping.request);
      else socket.end();
    };
    socket.on('data', (chunk: string) => {
      rest += chunk;
      const length = answerLength(rest);
      if (length === undefined || rest.length < length || !underWay) return;
      tally.heard(rest.startsWith('200', ANSWER.length), underWay);
      rest = rest.slice(length);
      source.next(send);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (underWay) tally.broke();
      resolve();
    });
    source.next(send);
  });
}

/** Bytes of the answer that begins here; undefined while its head is not complete. */
function answerLength(text: string): number | undefined {
  const head = text.indexOf(END_OF_HEAD);
  if (head < 0) return undefined;
  const length = /content-length: (\d+)/i.exec(text.slice(0, head))?.[1];
  return head + END_OF_HEAD.length + Number(length ?? 0);
}
