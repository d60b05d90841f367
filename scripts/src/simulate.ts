import process from 'node:process';
import { startSimulation } from '@qafila/backend';
import { Command, InvalidArgumentError } from 'commander';

/** Faster than this, the demo's vehicles are not believed. */
const MOST = 300;

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= MOST)) throw new InvalidArgumentError(`A number above 0, up to ${MOST}.`);
  return value;
}

const { url, speed, interval } = new Command('simulate')
  .description(
    'Drives the demo convoys of a running server along their routes, by reports of its demo trackers.',
  )
  .option('--url <url>', 'where the server is', 'http://localhost:3000')
  .option('--speed <times>', 'how many times faster than life', positive, 5)
  .option('--interval <seconds>', 'time between two reports of a tracker', positive, 2)
  .parse()
  .opts<{ url: string; speed: number; interval: number }>();

const simulation = startSimulation({
  url: url.replace(/\/$/, ''),
  timesLife: speed,
  intervalS: interval,
  onFailure: (error) =>
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}; trying again.\n`),
});
process.stdout.write(`Driving ${speed} times as fast as life; Ctrl-C stops.\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void simulation.stop());
