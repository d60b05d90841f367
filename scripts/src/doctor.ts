import process from 'node:process';
import { examine, readConfig } from '@qafila/backend';
import { openDatabase } from '@qafila/db';
import { startEmbedded } from '@qafila/db/embedded';

/** Examines the database that `npm start` with the same environment uses, also while the server runs. */
async function main(): Promise<number> {
  const { databaseUrl, dataDir } = readConfig(process.env);
  const embedded = databaseUrl === undefined ? await startEmbedded({ dataDir }) : undefined;
  const db = openDatabase(databaseUrl ?? embedded?.url ?? '', { max: 2 });
  try {
    const faults = await examine(db, new Date());
    for (const { subject, wrong } of faults) process.stdout.write(`${subject}: ${wrong}\n`);
    process.stdout.write(faults.length === 0 ? 'All is well.\n' : `${faults.length} faults.\n`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await db.destroy();
    await embedded?.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(
      `The doctor could not look: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exit(2);
  },
);
