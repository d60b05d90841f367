import process from 'node:process';
import { boot, type Running } from './boot.ts';
import { ConfigError, readConfig } from './platform/config.ts';
import { StartError } from './start-errors.ts';
import { welcome } from './welcome.ts';

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** One who asked for an orderly end and asks again wants any end. */
function onStopSignal(stop: () => void): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      stop();
    });
  }
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  let running: Running | undefined;
  let isWanted = true;
  const stop = async (code: number): Promise<void> => {
    isWanted = false;
    if (!running) return;
    say('Stopping: requests under way are answered, then the database is closed.');
    await running.stop();
    process.exit(code);
  };
  const stopOrFail = (code: number): void => {
    stop(code).catch(fail);
  };
  onStopSignal(() => stopOrFail(0));
  running = await boot(config, say, (error) => {
    say(`The database is lost: ${error.message}`);
    stopOrFail(1);
  });
  if (isWanted) for (const line of await welcome(config, running.db, running.url)) say(line);
  else await stop(0);
}

function fail(error: unknown): void {
  const isForPeople = error instanceof ConfigError || error instanceof StartError;
  const text = error instanceof Error ? (isForPeople ? error.message : error.stack) : String(error);
  process.stderr.write(`Qafila does not run.\n${text}\n`);
  process.exit(1);
}

main().catch(fail);
