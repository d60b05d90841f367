import process from 'node:process';
import { startSimulation } from '@qafila/backend';
import { Command, InvalidArgumentError } from 'commander';

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 180)) throw new InvalidArgumentError('A number above 0, up to 180.');
  return value;
}

const { url, speed, interval } = new Command('simulate')
  .description(
    'Drives the demo convoys of a running server along their routes, by reports of its demo trackers.',
  )
  .option('--url <url>', 'where the server is', 'http://localhost:3000')
  .option('--speed <km/h>', 'cruising speed', positive, 60)
  .option('--interval <seconds>', 'time between two reports of a tracker', positive, 5)
  .parse()
  .opts<{ url: string; speed: number; interval: number }>();

const simulation = startSimulation({
  url: url.replace(/\/$/, ''),
  speedKmh: speed,
  intervalS: interval,
  onFailure: (error) =>
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}; trying again.\n`),
});
process.stdout.write(`Driving at ${speed} km/h; Ctrl-C stops.\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void simulation.stop());
