import fs from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import { Command, InvalidArgumentError } from 'commander';
import { describeMachine, type Report, type Row, toRows, toTable } from './bench/report.ts';
import type { BenchOptions } from './bench/scenario.ts';
import { SCENARIOS } from './bench/scenarios.ts';
import { openStage } from './bench/stage.ts';

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('A number above 0.');
  return value;
}

const NAMES = SCENARIOS.map(({ name }) => name);

function names(text: string): string[] {
  const asked = text.split(',');
  const unknown = asked.find((name) => !NAMES.includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no ${unknown}; there are ${NAMES.join(', ')}.`);
  return asked;
}

const { json, only, ...options } = new Command('bench')
  .description('Measures what the design promises, in one run with what it is compared with.')
  .option('--only <names>', `with commas between: ${NAMES.join(', ')}`, names)
  .option('--rows <n>', 'positions stored in the large database', positive, 1_000_000)
  .option('--rounds <n>', 'how often each has its turn', positive, 5)
  .option('--round-ms <ms>', 'how long a turn takes', positive, 1_500)
  .option('--minutes <n>', 'how long the soak takes', positive, 10)
  .option('--vehicles <n>', 'how many report in the soak', positive, 2_000)
  .option('--viewers <n>', 'how many watch in the soak', positive, 500)
  .option('--json <file>', 'write the report as JSON, too')
  .parse()
  .opts<BenchOptions & { json?: string; only?: string[] }>();

async function bench(): Promise<Report> {
  const began = performance.now();
  const [load = 0] = os.loadavg();
  const stage = await openStage(options.rows);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stage.close().finally(() => process.exit(1)));
  }
  const rows: Row[] = [];
  try {
    for (const scenario of SCENARIOS) {
      if (only ? !only.includes(scenario.name) : scenario.isLong) continue;
      say(`${scenario.name} …`);
      rows.push(...toRows(scenario.name, await scenario.run(stage, options, say)));
    }
    const seconds = (performance.now() - began) / 1000;
    return { at: new Date().toISOString(), ...(await describeMachine(stage, load)), options, seconds, rows };
  } finally {
    await stage.close();
  }
}

function say(words: string): void {
  process.stderr.write(`${words}\n`);
}

bench().then(
  (report) => {
    process.stdout.write(toTable(report));
    if (json !== undefined) fs.writeFileSync(json, `${JSON.stringify(report, undefined, 2)}\n`);
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
