import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadResult } from './osmand-load.ts';
import type { Scenario } from './scenario.ts';
import type { Load, Stage, Target } from './stage.ts';
import { missingFixes } from './stored-fixes.ts';

const KILLS = 3;
const BEFORE_MS = 700;
/** The embedded database comes back by itself in about a second. */
const AFTER_MS = 4_000;

/** `kill -9` of the server and of the database in the middle of a flood: what had its answer must be there. */
export const crashes: Scenario = {
  name: 'crashes',
  async run(stage) {
    const load = stage.startLoad();
    const ofServer: LoadResult[] = [];
    const ofDatabase: LoadResult[] = [];
    for (let kill = 0; kill < KILLS; kill++) ofServer.push(await killServer(stage, load));
    for (let kill = 0; kill < KILLS; kill++) ofDatabase.push(await killDatabase(stage, load));
    await load.stop();
    const lost = async (results: LoadResult[]): Promise<number> =>
      await missingFixes(stage.small.db, stage.world.numbers, results);
    const row = async (what: string, results: LoadResult[]) => ({
      what: `acknowledged but lost, ${KILLS} × kill -9 of the ${what}`,
      value: await lost(results),
      unit: '',
      atMost: 0,
      details: {
        acknowledged: results.reduce((sum, it) => sum + it.answered, 0),
        'without an answer': results.reduce((sum, it) => sum + it.broken + it.refused, 0),
      },
    });
    return [await row('server', ofServer), await row('database', ofDatabase)];
  },
};

const FLOOD = { connections: 64, trackers: 64 };

async function killServer(stage: Stage, load: Load): Promise<LoadResult> {
  const target = await stage.startQafila(stage.small, 'silent');
  const result = load.run({ ...FLOOD, port: target.port, durationMs: 10 * BEFORE_MS });
  await sleep(BEFORE_MS + Math.random() * BEFORE_MS);
  await target.stop();
  return await result;
}

async function killDatabase(stage: Stage, load: Load): Promise<LoadResult> {
  const target = await stage.startQafila(stage.small, 'silent');
  const result = load.run({
    ...FLOOD,
    port: target.port,
    durationMs: BEFORE_MS + AFTER_MS,
    perSecond: 4_000,
  });
  await sleep(BEFORE_MS + Math.random() * BEFORE_MS);
  process.kill(stage.embedded.serverPid(), 'SIGKILL');
  const answers = await result;
  await untilReady(target);
  await target.stop();
  return answers;
}

const READY_WITHIN_MS = 30_000;

async function untilReady({ port }: Target): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
    if (answer.ok) return;
    if (performance.now() > deadline) throw new Error('The database did not come back');
    await sleep(100);
  }
}
