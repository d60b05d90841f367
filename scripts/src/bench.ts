import process from 'node:process';
import { Command } from 'commander';
import { benchIngest } from './bench/ingest.ts';
import { toTable } from './bench/table.ts';

const wholeNumber = (text: string): number => Math.max(1, Math.round(Number(text) || 1));

const { json, ...options } = new Command('bench')
  .description('Measures the doors of the trackers against servers that do nothing, in the same run.')
  .option('--json', 'print the report as JSON', false)
  .option('--rounds <n>', 'how often each server has its turn', wholeNumber, 5)
  .option('--round-ms <ms>', 'how long a turn takes', wholeNumber, 1500)
  .option('--connections <n>', 'connections at a time, each with one request under way', wholeNumber, 256)
  .option('--trackers <n>', 'vehicles that report', wholeNumber, 256)
  .parse()
  .opts<{ json: boolean; rounds: number; roundMs: number; connections: number; trackers: number }>();

benchIngest(options).then(
  (report) => {
    process.stdout.write(json ? `${JSON.stringify(report, undefined, 2)}\n` : toTable(report));
    process.exitCode = report.stored >= report.acknowledged ? 0 : 1;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
