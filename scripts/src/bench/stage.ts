import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Db, migrate, openDatabase } from '@qafila/db';
import { type EmbeddedServer, startEmbedded } from '@qafila/db/embedded';
import { type Child, startChild } from './child.ts';
import { fillPositions } from './fill-positions.ts';
import type { LoadOrder, LoadResult } from './osmand-load.ts';
import type { Usage } from './usage.ts';
import type { ViewersOrder, ViewersResult } from './viewers.ts';
import { addWorld, EMAIL, PASSWORD, type World } from './world.ts';

export type Store = { url: string; db: Db };
export type Target = {
  port: number;
  usage: (isClean?: boolean) => Promise<Usage>;
  stop: () => Promise<void>;
};
export type Load = { run: (order: LoadOrder) => Promise<LoadResult>; stop: () => Promise<void> };
export type Viewers = {
  ask: (order: ViewersOrder) => Promise<ViewersResult>;
  stop: () => Promise<void>;
};

/** A database server of its own in a temporary folder, with one world in it, and the processes that meet there. */
export type Stage = {
  embedded: EmbeddedServer;
  world: World;
  /** With next to nothing stored. */
  small: Store;
  /** With as many positions as asked for; filled when first used. */
  large: () => Promise<Store>;
  startTarget: (kind: 'node' | 'express' | 'frames') => Promise<Target>;
  startQafila: (store: Pick<Store, 'url'>, logLevel?: string) => Promise<Target>;
  startLoad: () => Load;
  startViewers: () => Viewers;
  /** The cookie of the one person of this world. */
  signIn: (target: Target) => Promise<string>;
  close: () => Promise<void>;
};

export const SMALL_ROWS = 10_000;
const VEHICLES = 2_000;
const LARGE = 'bench_large';

export async function openStage(rows: number): Promise<Stage> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-bench-'));
  fs.chmodSync(dataDir, 0o755);
  const closing: Closing = [async () => fs.rmSync(dataDir, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).toReversed()) await step();
  };
  try {
    const embedded = await startEmbedded({ dataDir });
    closing.push(() => embedded.stop());
    await migrateAt(embedded.url);
    const small = openStore(embedded.url, closing);
    const world = await addWorld(small.db, VEHICLES);
    const copy = withDatabase(embedded.url, LARGE);
    await small.db.raw('CREATE DATABASE ?? TEMPLATE ??', [LARGE, new URL(embedded.url).pathname.slice(1)]);
    await fillPositions(small.db, world.numbers, SMALL_ROWS);
    let large: Promise<Store> | undefined;
    return {
      ...processes(dataDir, closing),
      embedded,
      world,
      small,
      large() {
        large ??= fill(openStore(copy, closing), world, rows);
        return large;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

type Closing = (() => Promise<unknown>)[];

async function migrateAt(url: string): Promise<void> {
  const db = openDatabase(url);
  await migrate(db).finally(() => db.destroy());
}

function openStore(url: string, closing: Closing): Store {
  // One connection alone, because a database is copied only while no other is open.
  const db = openDatabase(url, { max: 1 });
  closing.push(() => db.destroy());
  return { url, db };
}

async function fill(store: Store, { numbers }: World, rows: number): Promise<Store> {
  await fillPositions(store.db, numbers, rows);
  return store;
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

type Processes = Pick<Stage, 'startTarget' | 'startQafila' | 'startLoad' | 'startViewers' | 'signIn'>;

function processes(dataDir: string, closing: Closing): Processes {
  function start<Said>(program: string, args: string[] = [], env: Record<string, string> = {}): Child<Said> {
    const child = startChild<Said>(program, args, env);
    closing.push(child.stop);
    return child;
  }

  async function startTarget(kind: string, env: Record<string, string> = {}): Promise<Target> {
    const child = start<Usage & { port: number }>('bench-target', [kind], env);
    const { port } = await child.hear();
    return { port, usage: (isClean = false) => child.ask({ isClean }), stop: child.stop };
  }

  return {
    startTarget,
    // Viewers say what address they come from, as behind a proxy: one address may not open a thousand connections. And
    // a few vehicles stand for many: what one of them may report must not hold the measurement up.
    startQafila: ({ url }, logLevel = 'error') =>
      startTarget('qafila', {
        DATABASE_URL: url,
        QAFILA_DATA_DIR: dataDir,
        TRUST_PROXY: 'loopback',
        QAFILA_TRACKER_RATE: '1000000',
        LOG_LEVEL: logLevel,
      }),
    startLoad() {
      const child = start<LoadResult>('bench-load');
      return { run: child.ask, stop: child.stop };
    },
    startViewers() {
      const child = start<ViewersResult>('bench-viewers');
      return { ask: child.ask, stop: child.stop };
    },
    async signIn({ port }) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
      });
      if (!answer.ok) throw new Error(`Nobody could sign in: ${answer.status} ${await answer.text()}`);
      return answer.headers
        .getSetCookie()
        .map((line) => line.split(';', 1)[0])
        .join('; ');
    },
  };
}
