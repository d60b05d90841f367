import type { FixTuple, PositionSnapshot } from '@qafila/contract';
import { createDecoder, type Said } from './frame-decoder.ts';
import { ageMs } from './pings.ts';
import { Timings } from './timings.ts';
import { EXTENSIONS, type Frame, openWs, SOCKET_PATH, type WsClient } from './ws-client.ts';

type Join = { port: number; count: number; cookie: string; campaignId: string };
export type ViewersOrder =
  | ({ do: 'join' } & Join)
  /** WebSockets that only count what comes. */
  | { do: 'listen'; port: number; count: number }
  | { do: 'begin' | 'end' | 'leave' }
  | { do: 'compare'; snapshot: PositionSnapshot };

export type ViewersResult = {
  viewers: number;
  frames: number;
  /** Of the viewer that got the fewest. */
  fewestFrames: number;
  wireBytes: number;
  /** What the same frames are as text. */
  plainBytes: number;
  /** From sending a report to its arrival at each viewer. */
  p50Ms: number;
  p99Ms: number;
  /** Frames whose number was not the one awaited: the viewer asked again. */
  gaps: number;
  /** Connections that were lost and made again. */
  closed: number;
  /** Viewers whose picture differs from the snapshot that was given to compare. */
  differing: number;
};

/** Fewer than the server takes from one address. */
const PER_ADDRESS = 200;
const AT_A_TIME = 50;
const AGAIN_AFTER_MS = 1_000;
/** Of so many fixes one is timed at each viewer: enough of a million a second. */
const TIMED_ONE_IN = 7;

class Tally {
  readonly timings = new Timings();
  frames = 0;
  wireBytes = 0;
  plainBytes = 0;
  gaps = 0;
  closed = 0;
}

/** Browsers of a campaign's live map, as far as the socket knows: they join, follow the frames, keep the picture. */
export function createViewers(): (order: ViewersOrder) => Promise<ViewersResult> {
  const decode = createDecoder();
  let viewers: Viewer[] = [];
  let tally = new Tally();
  const tallyNow = (): Tally => tally;

  async function open(count: number, start: (viewer: Viewer, index: number) => Promise<void>): Promise<void> {
    while (viewers.length < count) {
      const first = viewers.length;
      const group = Array.from(
        { length: Math.min(AT_A_TIME, count - first) },
        () => new Viewer(tallyNow, decode),
      );
      viewers.push(...group);
      await Promise.all(group.map((viewer, n) => start(viewer, first + n)));
    }
  }

  async function carryOut(order: ViewersOrder): Promise<void> {
    if (order.do === 'join') await open(order.count, (viewer, index) => viewer.join(order, index));
    else if (order.do === 'listen') await open(order.count, (viewer) => viewer.listen(order.port));
    else if (order.do === 'begin') {
      tally = new Tally();
      for (const viewer of viewers) viewer.frames = 0;
    }
  }

  return async (order) => {
    await carryOut(order);
    const { timings, ...counts } = tally;
    const result = {
      ...counts,
      viewers: viewers.length,
      fewestFrames: Math.min(...viewers.map((viewer) => viewer.frames)),
      p50Ms: timings.at(0.5),
      p99Ms: timings.at(0.99),
      differing: order.do === 'compare' ? viewers.filter((it) => it.differsFrom(order.snapshot)).length : 0,
    };
    if (order.do === 'leave') {
      for (const viewer of viewers) viewer.leave();
      viewers = [];
    }
    return result;
  };
}

class Viewer {
  frames = 0;
  readonly #tally: () => Tally;
  readonly #decode: (frame: Frame) => Said;
  #client: WsClient | undefined;
  #sequence: number | undefined;
  /** The newest fix of each vehicle, by its number. */
  #picture: (FixTuple | undefined)[] = [];

  constructor(tally: () => Tally, decode: (frame: Frame) => Said) {
    this.#tally = tally;
    this.#decode = decode;
  }

  /** Resolves when the campaign's snapshot is there; a connection that is lost later is made again, as browsers do. */
  join(order: Join, index: number): Promise<void> {
    const { port, cookie, campaignId } = order;
    const headers = {
      Cookie: cookie,
      'X-Forwarded-For': `10.0.0.${Math.floor(index / PER_ADDRESS)}`,
      'Sec-WebSocket-Extensions': EXTENSIONS,
    };
    return new Promise((resolve, reject) => {
      this.#client = openWs({
        port,
        path: SOCKET_PATH,
        headers,
        onFrame: (frame) => {
          const said = frame.isText ? this.#decode(frame) : undefined;
          if (said) this.#hear(said, frame, `420${JSON.stringify(['campaign:watch', campaignId])}`);
          if (said?.kind === 'snapshot') resolve();
        },
        onClose: () => {
          reject(new Error('The server closed the connection of a viewer'));
          if (!this.#lost()) return;
          setTimeout(() => this.join(order, index).catch(() => undefined), AGAIN_AFTER_MS);
        },
      });
    });
  }

  /** Resolves when connected. */
  listen(port: number): Promise<void> {
    return new Promise((resolve) => {
      this.#client = openWs({
        port,
        path: '/',
        headers: {},
        onOpen: resolve,
        onFrame: (frame) => this.#count(frame),
        onClose: () => this.#lost(),
      });
    });
  }

  leave(): void {
    this.#client?.close();
    this.#client = undefined;
  }

  differsFrom({ fixes }: PositionSnapshot): boolean {
    const known = this.#picture.filter((fix) => fix !== undefined).length;
    return (
      known !== fixes.length ||
      fixes.some((fix) => JSON.stringify(this.#picture[fix[0]]) !== JSON.stringify(fix))
    );
  }

  #hear(said: Said, frame: Frame, watch: string): void {
    if (said.kind === 'open') this.#send('40');
    if (said.kind === 'ping') this.#send('3');
    if (said.kind === 'connected') this.#send(watch);
    if (said.kind === 'snapshot') this.#begin(said.snapshot);
    if (said.kind === 'news') this.#follow(said, frame, watch);
  }

  #begin({ sequence, fixes }: PositionSnapshot): void {
    this.#sequence = sequence;
    this.#picture = [];
    for (const fix of fixes) this.#picture[fix[0]] = fix;
  }

  #follow(news: Said & { kind: 'news' }, frame: Frame, watch: string): void {
    this.#count(frame);
    const tally = this.#tally();
    tally.plainBytes += news.plainBytes;
    if (this.#sequence !== undefined && news.sequence > this.#sequence + 1) {
      tally.gaps++;
      this.#sequence = undefined;
      this.#send(watch);
    }
    if (this.#sequence !== undefined) this.#sequence = news.sequence;
    for (const fix of news.fixes) this.#picture[fix[0]] = fix;
    const now = Date.now();
    for (let at = this.frames % TIMED_ONE_IN; at < news.fixes.length; at += TIMED_ONE_IN) {
      const [, , , , , headingDeg, batteryPct] = news.fixes[at] ?? [];
      tally.timings.add(ageMs(now, headingDeg ?? 0, batteryPct ?? 0));
    }
  }

  #count(frame: Frame): void {
    const tally = this.#tally();
    this.frames++;
    tally.frames++;
    tally.wireBytes += frame.wireBytes;
  }

  /** Whether it was not the viewer that left. */
  #lost(): boolean {
    const isUnasked = this.#client !== undefined;
    if (isUnasked) this.#tally().closed++;
    return isUnasked;
  }

  #send(text: string): void {
    this.#client?.send(text);
  }
}
