import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Db, migrate, openDatabase } from '@qafila/db';
import { startEmbedded } from '@qafila/db/embedded';
import { type Child, startChild } from './child.ts';
import type { LoadOrder, LoadResult } from './osmand-load.ts';

export type IngestOptions = { rounds: number; roundMs: number; connections: number; trackers: number };

/** One server over all rounds; ratios are against `node:http` and Express in the same round, medians over rounds. */
export type Row = {
  target: string;
  requestsPerSecond: number;
  ratioToNode: number;
  ratioToExpress: number;
  p50Ms: number;
  p99Ms: number;
  refused: number;
};
export type IngestReport = {
  scenario: 'ingest';
  options: IngestOptions;
  rows: Row[];
  /** Fixes acknowledged by our server, and those of them found in the database. */
  acknowledged: number;
  stored: number;
  durability: Record<string, string>;
};

/** The first is what the others are compared with; the second is the same again, and must come out as 1. */
const TARGETS = [
  { name: 'node:http hello', kind: 'node' },
  { name: 'node:http hello again (control)', kind: 'node' },
  { name: 'express hello, a tick later', kind: 'express' },
  { name: 'durable ingest with last position', kind: 'qafila' },
] as const;
const WARM_UP_MS = 700;
const PAUSE_MS = 100;

/** Durable OsmAnd reports against servers that only say hello, in turns, on the embedded database. */
export async function benchIngest(options: IngestOptions): Promise<IngestReport> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-bench-'));
  fs.chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir });
  const db = openDatabase(embedded.url, { max: 2 });
  const children: Child<unknown>[] = [];
  try {
    await migrate(db);
    await addTrackers(db, options.trackers);
    const load = startChild<LoadResult>('bench-load', []);
    children.push(load);
    const env = { DATABASE_URL: embedded.url, QAFILA_DATA_DIR: dataDir };
    const ports: number[] = [];
    for (const { kind } of TARGETS) {
      const child = startChild<number>('bench-target', [kind], env);
      children.push(child);
      ports.push(await child.hear());
    }
    const results = await runRounds(load, ports, options);
    return await report(db, results, options);
  } finally {
    await Promise.all(children.map((child) => child.stop()));
    await db.destroy();
    await embedded.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

async function runRounds(
  load: Child<LoadResult>,
  ports: readonly number[],
  { rounds, roundMs, connections, trackers }: IngestOptions,
): Promise<LoadResult[][]> {
  const order = { connections, trackers };
  const ask = (asked: LoadOrder): Promise<LoadResult> => load.ask(asked);
  const results: LoadResult[][] = ports.map(() => []);
  for (const [index, port] of ports.entries()) {
    results[index]?.push(await ask({ ...order, port, durationMs: WARM_UP_MS }));
  }
  for (let round = 0; round < rounds; round++) {
    // Every other round backwards, so that nobody always follows the same one.
    const inTurn = [...ports.entries()];
    for (const [index, port] of round % 2 === 0 ? inTurn : inTurn.toReversed()) {
      results[index]?.push(await ask({ ...order, port, durationMs: roundMs }));
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
  return results;
}

async function report(db: Db, all: LoadResult[][], options: IngestOptions): Promise<IngestReport> {
  const measured = all.map((results) => results.slice(1));
  const ratioTo = (kind: string, results: readonly LoadResult[]): number => {
    const base = measured[TARGETS.findIndex((target) => target.kind === kind)] ?? [];
    return median(results.map((result, round) => rateOf(result) / (base[round] ? rateOf(base[round]) : 1)));
  };
  const rows = TARGETS.map(({ name }, index): Row => {
    const results = measured[index] ?? [];
    return {
      target: name,
      requestsPerSecond: Math.round(median(results.map(rateOf))),
      ratioToNode: ratioTo('node', results),
      ratioToExpress: ratioTo('express', results),
      p50Ms: median(results.map((result) => result.p50Ms)),
      p99Ms: median(results.map((result) => result.p99Ms)),
      refused: results.reduce((sum, result) => sum + result.refused, 0),
    };
  });
  const ours = all[TARGETS.findIndex(({ kind }) => kind === 'qafila')] ?? [];
  const [{ stored }] = (await db('positions').count({ stored: '*' })) as [{ stored: number }];
  return {
    scenario: 'ingest',
    options,
    rows,
    acknowledged: ours.reduce((sum, result) => sum + result.answered, 0),
    stored,
    durability: await durabilityOf(db),
  };
}

function rateOf({ answered, seconds }: LoadResult): number {
  return answered / seconds;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

async function durabilityOf(db: Db): Promise<Record<string, string>> {
  const settings = ['fsync', 'full_page_writes', 'synchronous_commit'];
  const rows: { name: string; setting: string }[] = await db('pg_settings')
    .whereIn('name', settings)
    .select('name', 'setting');
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

async function addTrackers(db: Db, count: number): Promise<void> {
  const userId = randomUUID();
  await db('users').insert({
    id: userId,
    email: 'bench@example.org',
    name: 'Bench',
    role: 'admin',
    password_hash: '-',
  });
  for (let n = 0; n < count; n++) {
    const vehicleId = randomUUID();
    const deviceId = `bench-${n}`;
    await db('vehicles').insert({
      id: vehicleId,
      plate: deviceId,
      kind: 'van',
      max_weight_g: 1_000_000,
      max_volume_ml: 1_000_000,
    });
    await db('trackers').insert({
      id: randomUUID(),
      vehicle_id: vehicleId,
      secret_hash: createHash('sha256').update(deviceId).digest(),
      hint: deviceId.slice(-4),
      created_by: userId,
    });
  }
}
