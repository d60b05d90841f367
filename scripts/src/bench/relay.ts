import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadResult } from './osmand-load.ts';
import { inRounds, median } from './rounds.ts';
import type { Scenario } from './scenario.ts';
import type { ViewersResult } from './viewers.ts';

const VIEWERS = 1_000;
const PER_SECOND = 1_000;
const SECONDS_A_TURN = 4;
const SETTLE_MS = 500;

type Turn = { acks: LoadResult; frames?: ViewersResult };

/** A thousand reports a second from all vehicles, a thousand browsers that watch them. */
export const relay: Scenario = {
  name: 'relay',
  async run(stage, { rounds }) {
    const { world } = stage;
    const store = await stage.large();
    const load = stage.startLoad();
    const viewers = stage.startViewers();
    const watched = await stage.startQafila(store);
    const alone = await stage.startQafila(store);
    const reports = {
      connections: 64,
      trackers: world.numbers.length,
      perSecond: PER_SECOND,
      durationMs: SECONDS_A_TURN * 1000,
    };
    const cookie = await stage.signIn(watched);
    const { campaignId } = world;
    for (const { port } of [watched, alone]) await load.run({ ...reports, port });
    await viewers.ask({ do: 'join', port: watched.port, count: VIEWERS, cookie, campaignId });
    await sleep(SETTLE_MS);
    const [seen = [], unseen = []] = await inRounds<Turn>(Math.min(rounds, 3), [
      async () => {
        await viewers.ask({ do: 'begin' });
        const acks = await load.run({ ...reports, port: watched.port });
        await sleep(SETTLE_MS);
        return { acks, frames: await viewers.ask({ do: 'end' }) };
      },
      async () => ({ acks: await load.run({ ...reports, port: alone.port }) }),
    ]);
    await Promise.all([load, viewers, watched, alone].map((child) => child.stop()));
    const ofFrames = (share: 'p50Ms' | 'p99Ms' | 'gaps' | 'closed') =>
      median(seen.map(({ frames }) => frames?.[share] ?? 0));
    const refused = seen.reduce((sum, { acks }) => sum + acks.refused + acks.broken, 0);
    return [
      {
        what: `report → other browser, ${PER_SECOND}/s, ${VIEWERS} viewers, p99`,
        value: ofFrames('p99Ms'),
        unit: 'ms',
        atMost: 150,
        details: { p50: `${ofFrames('p50Ms')} ms`, gaps: ofFrames('gaps'), closed: ofFrames('closed') },
      },
      {
        what: 'answer to a report under that load, p99',
        value: median(seen.map(({ acks }) => acks.p99Ms)),
        unit: 'ms',
        atMost: 15,
        details: {
          p50: `${median(seen.map(({ acks }) => acks.p50Ms))} ms`,
          'with nobody watching': `p99 ${median(unseen.map(({ acks }) => acks.p99Ms))} ms`,
          refused,
        },
      },
    ];
  },
};
