import type { LoadOrder, LoadResult } from './osmand-load.ts';
import { inRounds, median, medianRatio } from './rounds.ts';
import { CONTROL, type Measured, type Scenario } from './scenario.ts';
import type { Load, Target } from './stage.ts';
import { missingFixes } from './stored-fixes.ts';

export const CONNECTIONS = 256;
export const WARM_UP_MS = 700;

export type Turn = LoadResult & { perSecond: number; cpuUsEach: number };

/** One turn of a load, and what the target used for each answer. */
export async function drive(target: Target, load: Load, order: Omit<LoadOrder, 'port'>): Promise<Turn> {
  const before = await target.usage();
  const result = await load.run({ ...order, port: target.port });
  const after = await target.usage();
  return {
    ...result,
    perSecond: result.answered / result.seconds,
    cpuUsEach: (after.cpuUs - before.cpuUs) / Math.max(1, result.answered),
  };
}

/** Durable reports with their last position against servers that only say hello, in turns. */
export const ingest: Scenario = {
  name: 'ingest',
  async run(stage, { rounds, roundMs }) {
    const { small: store, world } = stage;
    const load = stage.startLoad();
    const targets = [
      await stage.startTarget('node'),
      await stage.startTarget('node'),
      await stage.startTarget('express'),
      await stage.startQafila(store),
    ];
    const order = { connections: CONNECTIONS, trackers: CONNECTIONS, durationMs: roundMs };
    for (const target of targets) await drive(target, load, { ...order, durationMs: WARM_UP_MS });
    const results = await inRounds(
      rounds,
      targets.map((target) => () => drive(target, load, order)),
    );
    const missing = await missingFixes(store.db, world.numbers, results[3] ?? []);
    await Promise.all([load.stop(), ...targets.map((target) => target.stop())]);
    return [...ratios(results), { what: 'acknowledged but not stored', value: missing, unit: '', atMost: 0 }];
  },
};

function ratios(results: readonly Turn[][]): Measured[] {
  const [node = [], again = [], express = [], ours = []] = results.map((turns) =>
    turns.map(({ perSecond }) => perSecond),
  );
  const [nodeTurns = [], , expressTurns = [], ourTurns = []] = results;
  return [
    {
      what: 'durable ingest ÷ node:http hello',
      value: medianRatio(ours, node),
      unit: '×',
      atLeast: 0.5,
      details: { ours: inWords(ourTurns), 'node:http': inWords(nodeTurns) },
    },
    {
      what: 'durable ingest ÷ Express hello a tick later',
      value: medianRatio(ours, express),
      unit: '×',
      atLeast: 2,
      details: { express: inWords(expressTurns) },
    },
    { what: 'control: node:http ÷ node:http', value: medianRatio(again, node), ...CONTROL },
  ];
}

/** Rate, processor time of the server and waiting time of a target over its turns. */
export function inWords(turns: readonly Turn[]): string {
  const middle = (of: (turn: Turn) => number): number => median(turns.map(of));
  const refused = turns.reduce((sum, turn) => sum + turn.refused + turn.broken, 0);
  return [
    `${Math.round(middle((turn) => turn.perSecond))}/s`,
    `${middle((turn) => turn.cpuUsEach).toFixed(0)} µs CPU each`,
    `p50 ${middle((turn) => turn.p50Ms).toFixed(1)} ms`,
    `p99 ${middle((turn) => turn.p99Ms).toFixed(1)} ms`,
    ...(refused > 0 ? [`${refused} refused`] : []),
  ].join(', ');
}
