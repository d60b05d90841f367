import { createInterface } from 'node:readline';
import pg from 'pg';
import { startEmbedded } from './index.ts';

/**
 * A process that holds the embedded database, for tests that kill it. It says `{ url, serverPid }` when ready; told
 * `insert`, it inserts rows one after the other and says each number once it is committed; told `stop`, it stops.
 */
const say = (line: unknown): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

const server = await startEmbedded({ dataDir: process.argv[2] ?? '' });
say({ url: server.url, serverPid: server.serverPid(), isAttached: server.isAttached });

async function insertForEver(): Promise<never> {
  const pool = new pg.Pool({ connectionString: server.url, max: 1 });
  pool.on('error', () => undefined);
  await pool.query('CREATE TABLE IF NOT EXISTS acknowledged (n integer PRIMARY KEY)');
  for (let n = 1; ; n++) {
    await insertUntilCommitted(pool, n);
    say({ n });
  }
}

/** A row whose acknowledgement was lost may be there already. */
async function insertUntilCommitted(pool: pg.Pool, n: number): Promise<void> {
  for (;;) {
    const done = await pool.query('INSERT INTO acknowledged VALUES ($1) ON CONFLICT DO NOTHING', [n]).then(
      () => true,
      () => false,
    );
    if (done) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  if (line === 'insert') void insertForEver();
  if (line === 'stop') void server.stop().then(() => process.exit(0));
});
