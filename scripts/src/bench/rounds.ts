import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 100;

/** Everybody has a turn in each round, every other round backwards, so that nobody always follows the same one. */
export async function inRounds<T>(
  rounds: number,
  turns: readonly (() => Promise<T>)[],
  pauseMs: number = PAUSE_MS,
): Promise<T[][]> {
  const results: T[][] = turns.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const inTurn = [...turns.entries()];
    for (const [index, turn] of round % 2 === 0 ? inTurn : inTurn.toReversed()) {
      results[index]?.push(await turn());
      if (pauseMs > 0) await sleep(pauseMs);
    }
  }
  return results;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/** Median over the rounds of one turn's figure divided by another's of the same round. */
export function medianRatio(over: readonly number[], under: readonly number[]): number {
  return median(over.map((value, round) => value / (under[round] ?? Number.NaN)));
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
