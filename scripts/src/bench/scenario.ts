import type { Stage } from './stage.ts';

/** One figure, and what it may be. */
export type Measured = {
  what: string;
  value: number;
  /** ×, ms, µs, kB, % …; nothing for a plain count. */
  unit: string;
  atLeast?: number;
  atMost?: number;
  /** What it was made of, in words and figures. */
  details?: Record<string, number | string>;
};

export type BenchOptions = {
  rows: number;
  rounds: number;
  roundMs: number;
  /** Of the long run: how long, and how many vehicles and viewers. */
  minutes: number;
  vehicles: number;
  viewers: number;
};

export type Scenario = {
  name: string;
  /** Too long for every day: only when it is asked for by name. */
  isLong?: boolean;
  run: (stage: Stage, options: BenchOptions, say: (words: string) => void) => Promise<Measured[]>;
};

export function isMet({ value, atLeast = -Infinity, atMost = Infinity }: Measured): boolean {
  return value >= atLeast && value <= atMost;
}

/** The same server measured twice must come out the same, or this machine is busy with other things. */
export const CONTROL = { atLeast: 0.9, atMost: 1.1, unit: '×' } as const;
