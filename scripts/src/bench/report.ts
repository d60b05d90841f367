import os from 'node:os';
import process from 'node:process';
import { type BenchOptions, isMet, type Measured } from './scenario.ts';
import type { Stage } from './stage.ts';

export type Row = Measured & { scenario: string; isMet: boolean };
export type Report = {
  at: string;
  machine: {
    processor: string;
    cores: number;
    memoryGb: number;
    load: number;
    node: string;
    postgres: string;
  };
  durability: Record<string, string>;
  options: BenchOptions;
  seconds: number;
  rows: Row[];
};

export function toRows(scenario: string, measured: readonly Measured[]): Row[] {
  return measured.map((it) => ({ scenario, ...it, isMet: isMet(it) }));
}

/** What the figures were got on; `load` is how busy the machine was before. */
export async function describeMachine(
  { small }: Stage,
  load: number,
): Promise<Pick<Report, 'machine' | 'durability'>> {
  const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'server_version'];
  const rows: { name: string; setting: string }[] = await small
    .db('pg_settings')
    .whereIn('name', names)
    .select('name', 'setting');
  const { server_version: postgres = '', ...durability } = Object.fromEntries(
    rows.map(({ name, setting }) => [name, setting]),
  );
  return {
    machine: {
      processor: os.cpus()[0]?.model ?? '',
      cores: os.cpus().length,
      memoryGb: Math.round(os.totalmem() / 1e9),
      load,
      node: process.version,
      postgres,
    },
    durability,
  };
}

/** The report for people: one line a figure, below it what it was made of. */
export function toTable({ at, machine, durability, options, seconds, rows }: Report): string {
  const lines = rows.map((row) => [
    row.what,
    budgetOf(row),
    figure(row.value, row.unit),
    row.isMet ? 'yes' : 'NO',
  ]);
  const head = ['scenario', 'budget', 'measured', 'met'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const inColumns = (line: readonly string[]): string =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [
    '',
    inColumns(head),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...lines.map(inColumns),
    '',
    ...rows.filter(({ details }) => details).map((row) => `${row.what}: ${inWords(row.details ?? {})}`),
    '',
    `${at}, ${Math.round(seconds)} s, ${options.rows} rows, ${options.rounds} rounds of ${options.roundMs} ms in turns, medians`,
    `${machine.cores} × ${machine.processor}, ${machine.memoryGb} GB, load before ${machine.load.toFixed(2)}; Node ${machine.node}, PostgreSQL ${machine.postgres}, ${inWords(durability)}`,
    ...rows
      .filter((row) => row.what.startsWith('control') && !row.isMet)
      .map(
        (row) =>
          `The ${row.what} is off: this machine is busy with other things, and the ratios of ${row.scenario} say little.`,
      ),
    '',
  ].join('\n');
}

function inWords(details: Record<string, number | string>): string {
  return Object.entries(details)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

function budgetOf({ atLeast, atMost, unit }: Row): string {
  if (atLeast !== undefined && atMost !== undefined) return `${atLeast} – ${atMost} ${unit}`.trim();
  return atLeast === undefined ? `≤ ${atMost} ${unit}`.trim() : `≥ ${atLeast} ${unit}`.trim();
}

function figure(value: number, unit: string): string {
  const digits = unit === '' ? 0 : value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toFixed(digits)} ${unit}`.trim();
}
