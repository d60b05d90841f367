import { Agent, get } from 'node:http';
import { inRounds, median, timed } from './rounds.ts';
import type { Scenario } from './scenario.ts';
import { EXTENSIONS, openWs, SOCKET_PATH } from './ws-client.ts';

const TIMES = 60;
/** Fewer than one connection may ask in a burst. */
const TIMES_BY_SOCKET = 8;
const SOCKETS = 6;

/** Where all vehicles are, against where none is: the same doors, the same questions, nothing to say. */
export const snapshot: Scenario = {
  name: 'snapshot',
  async run(stage) {
    const { small, world } = stage;
    const target = await stage.startQafila(small);
    const load = stage.startLoad();
    const everybody = { connections: 64, trackers: world.numbers.length, durationMs: 1500 };
    await load.run({ ...everybody, port: target.port });
    const cookie = await stage.signIn(target);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const byHttp = async (campaignId: string): Promise<number> =>
      await timed(() => read(agent, target.port, `/api/v1/campaigns/${campaignId}/positions`, cookie));
    const { campaignId, emptyCampaignId } = world;
    for (let n = 0; n < TIMES; n++) await byHttp(campaignId);
    const [full = [], empty = []] = await inTurns(
      TIMES,
      () => byHttp(campaignId),
      () => byHttp(emptyCampaignId),
    );
    const sockets: { full: number[]; empty: number[] } = { full: [], empty: [] };
    for (let n = 0; n < SOCKETS; n++) {
      const { ask, close } = await openSocket(target.port, cookie);
      await ask(campaignId);
      const [some = [], none = []] = await inTurns(
        TIMES_BY_SOCKET,
        () => ask(campaignId),
        () => ask(emptyCampaignId),
      );
      sockets.full.push(...some);
      sockets.empty.push(...none);
      close();
    }
    agent.destroy();
    await Promise.all([load.stop(), target.stop()]);
    return [row('by socket', sockets.full, sockets.empty), row('by HTTP, gzip', full, empty)];
  },
};

function row(door: string, full: readonly number[], empty: readonly number[]) {
  return {
    what: `snapshot of 2,000 vehicles ${door}, beyond an empty one`,
    value: median(full) - median(empty),
    unit: 'ms',
    atMost: 1,
    details: { whole: `${median(full).toFixed(2)} ms`, empty: `${median(empty).toFixed(2)} ms` },
  };
}

async function inTurns(times: number, ...turns: (() => Promise<number>)[]): Promise<number[][]> {
  return await inRounds(times, turns, 0);
}

function read(agent: Agent, port: number, path: string, cookie: string): Promise<void> {
  const headers = { Cookie: cookie, 'Accept-Encoding': 'gzip' };
  return new Promise((resolve, reject) => {
    get({ agent, port, path, headers, host: '127.0.0.1' }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}`));
      answer.resume().on('end', resolve);
    }).on('error', reject);
  });
}

type Asking = { ask: (campaignId: string) => Promise<number>; close: () => void };

/** A connection that asks to watch, and times the answer to its last byte. */
function openSocket(port: number, cookie: string): Promise<Asking> {
  return new Promise((resolve, reject) => {
    let heard: () => void = () => undefined;
    let frames = 0;
    const client = openWs({
      port,
      path: SOCKET_PATH,
      headers: { Cookie: cookie, 'Sec-WebSocket-Extensions': EXTENSIONS },
      onFrame() {
        frames++;
        if (frames === 1) client.send('40');
        else if (frames === 2) resolve({ ask, close: client.close });
        else heard();
      },
      onClose: () => reject(new Error('The server closed the connection')),
    });
    const ask = (campaignId: string): Promise<number> =>
      timed(
        () =>
          new Promise<void>((answered) => {
            heard = answered;
            client.send(`420${JSON.stringify(['campaign:watch', campaignId])}`);
          }),
      );
  });
}
