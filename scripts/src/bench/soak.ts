import { setTimeout as sleep } from 'node:timers/promises';
import type { PositionSnapshot } from '@qafila/contract';
import type { LoadResult } from './osmand-load.ts';
import { median } from './rounds.ts';
import type { Measured, Scenario } from './scenario.ts';
import type { Store, Target } from './stage.ts';
import { missingFixes } from './stored-fixes.ts';
import type { Usage } from './usage.ts';
import type { ViewersResult } from './viewers.ts';

/** Each vehicle reports once in so many seconds. */
const REPORT_EVERY_S = 2;
const SAMPLE_EVERY_MS = 10_000;
/** Longer than the feed gathers what is new. */
const SETTLE_MS = 2_000;
/** What the last third of the time may hold more than the middle third. */
const FLAT = 1.1;

/** A long day in short: all report, many watch, and at the end everything is where it belongs. */
export const soak: Scenario = {
  name: 'soak',
  isLong: true,
  async run(stage, { minutes, vehicles, viewers: count }, say) {
    const { small, world } = stage;
    if (vehicles > world.numbers.length) throw new Error(`There are ${world.numbers.length} vehicles.`);
    const target = await stage.startQafila(small);
    const load = stage.startLoad();
    const viewers = stage.startViewers();
    const cookie = await stage.signIn(target);
    const { campaignId } = world;
    await viewers.ask({ do: 'join', port: target.port, count, cookie, campaignId });
    await viewers.ask({ do: 'begin' });
    const before = await countPositions(small);
    const driving = load.run({
      port: target.port,
      durationMs: minutes * 60_000,
      connections: 64,
      trackers: vehicles,
      perSecond: vehicles / REPORT_EVERY_S,
    });
    const samples = await sampleUntil(target, driving, say);
    const result = await driving;
    await sleep(SETTLE_MS);
    const snapshot = await readSnapshot(target, campaignId, cookie);
    const watched = await viewers.ask({ do: 'compare', snapshot });
    const missing = await missingFixes(small.db, world.numbers, [result]);
    const stored = (await countPositions(small)) - before;
    await Promise.all([target.stop(), load.stop(), viewers.stop()]);
    return [...truth(result, { missing, stored }, watched, snapshot), ...memory(samples)];
  },
};

async function sampleUntil(
  target: Target,
  work: Promise<unknown>,
  say: (words: string) => void,
): Promise<Usage[]> {
  const samples: Usage[] = [];
  const began = performance.now();
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await Promise.race([sleep(SAMPLE_EVERY_MS), over]);
    const usage = await target.usage(true);
    samples.push(usage);
    const atS = Math.round((performance.now() - began) / 1000);
    say(`${atS} s: RSS ${usage.rssMb.toFixed(0)} MB, heap ${usage.heapMb.toFixed(1)} MB`);
  }
  return samples;
}

async function countPositions({ db }: Store): Promise<number> {
  const [{ count }] = (await db('positions').count({ count: '*' })) as [{ count: number }];
  return count;
}

async function readSnapshot({ port }: Target, campaignId: string, cookie: string): Promise<PositionSnapshot> {
  const path = `/api/v1/campaigns/${campaignId}/positions`;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { Cookie: cookie } });
  return (await answer.json()) as PositionSnapshot;
}

function truth(
  result: LoadResult,
  { missing, stored }: { missing: number; stored: number },
  watched: ViewersResult,
  snapshot: PositionSnapshot,
): Measured[] {
  const { answered, refused, broken, p50Ms, p99Ms } = result;
  return [
    {
      what: 'acknowledged but not stored',
      value: missing,
      unit: '',
      atMost: 0,
      details: {
        acknowledged: answered,
        stored,
        refused,
        broken,
        answers: `p50 ${p50Ms} ms, p99 ${p99Ms} ms`,
      },
    },
    {
      what: 'viewers whose picture differs from the snapshot at the end',
      value: watched.differing,
      unit: '',
      atMost: 0,
      details: {
        viewers: watched.viewers,
        vehicles: snapshot.fixes.length,
        'frames each': Math.round(watched.frames / watched.viewers),
        fewest: watched.fewestFrames,
        gaps: watched.gaps,
        closed: watched.closed,
        'on the map': `p50 ${watched.p50Ms} ms, p99 ${watched.p99Ms} ms`,
      },
    },
  ];
}

/** The first third is left out: what is learnt once is not a leak. */
function memory(samples: readonly Usage[]): Measured[] {
  const third = Math.floor(samples.length / 3);
  const growthOf = (what: string, of: (usage: Usage) => number): Measured => {
    const values = samples.map(of);
    const middle = median(values.slice(third, 2 * third));
    const last = median(values.slice(2 * third));
    return {
      what: `${what}: last third ÷ middle third`,
      value: last / middle,
      unit: '×',
      atMost: FLAT,
      details: { MB: values.map((value) => value.toFixed(0)).join(' ') },
    };
  };
  return [
    growthOf('heap after collection', ({ heapMb }) => heapMb),
    growthOf('resident memory', ({ rssMb }) => rssMb),
  ];
}
