import process from 'node:process';
import { type LoadOrder, runLoad } from './bench/osmand-load.ts';

/** Drives whatever it is told to drive, and says how it went. */
process.on('message', (order: LoadOrder) => {
  runLoad(order).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});
