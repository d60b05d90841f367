import fs from 'node:fs';
import net from 'node:net';
import pg from 'pg';
import { type Cluster, connectionUrl } from './cluster.ts';

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether the server at that port lets us in and serves this cluster's folder. */
export async function isServing(cluster: Cluster, port: number): Promise<boolean> {
  try {
    return await withClient(connectionUrl(cluster, port, 'postgres'), async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
      return fs.realpathSync(rows[0]?.data_directory ?? '') === cluster.clusterDir;
    });
  } catch {
    return false;
  }
}

export async function ensureDatabase(cluster: Cluster, port: number, database: string): Promise<void> {
  await withClient(connectionUrl(cluster, port, 'postgres'), async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  });
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
