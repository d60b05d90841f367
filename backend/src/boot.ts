import { type Db, migrate, openDatabase } from '@qafila/db';
import { startEmbedded } from '@qafila/db/embedded';
import { loadReferenceData } from '@qafila/db/seeds';
import { isUntouched, loadDemo } from './demo/index.ts';
import { beginAnew, isUnfinished, markUnfinished, withDemoLock } from './demo-load.repository.ts';
import { startHazardFeed } from './features/hazards/index.ts';
import { isKeyOfDatabase } from './features/referrals/index.ts';
import { demoLogins } from './features/server/index.ts';
import type { Config } from './platform/config.ts';
import { scheduleJobs } from './platform/jobs.ts';
import { createLogger, type Logger } from './platform/logging.ts';
import { personKeyOf } from './platform/secret-file.ts';
import { createServer, type QafilaServer } from './server.ts';
import { startSimulation } from './simulation/index.ts';
import { StartError, unusableDataDir, whatToDo } from './start-errors.ts';

/** Tells a person one sentence. */
export type Say = (sentence: string) => void;

export type Running = {
  readonly url: string;
  readonly db: Db;
  readonly isDemo: boolean;
  /** Ends everything in order: requests, positions, sockets, database. */
  readonly stop: () => Promise<void>;
};

type Closing = () => Promise<void> | void;

/** From nothing to a server that answers; what was opened is closed again when a step fails. */
export async function boot(config: Config, say: Say, onLost: (error: Error) => void): Promise<Running> {
  const closings: Closing[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of closings.splice(0).reverse()) await close();
  };
  try {
    const running = await open(config, say, onLost, closings);
    return { ...running, stop: closeAll };
  } catch (error) {
    await closeAll();
    throw whatToDo(error, config);
  }
}

async function open(
  config: Config,
  say: Say,
  onLost: (error: Error) => void,
  closings: Closing[],
): Promise<Omit<Running, 'stop'>> {
  const { db, databaseUrl } = await openMigrated(config, say, onLost, closings);
  await refuseOtherPersonKey(config, db);
  await loadReferenceData(db);
  await fillWithDemo(config, db, databaseUrl, say);
  const isDemo = (await demoLogins(db)).length > 0;
  if (isDemo) refusePublicDemo(config);
  const log = createLogger(config.logLevel);
  const server = createServer(config, db, { log });
  closings.push(() => server.close());
  const url = await server.listen();
  closings.push(await scheduled(server, db, databaseUrl, log));
  closings.push(
    startHazardFeed({ config, db, now: () => new Date(), log, announce: server.announcer.announce }),
  );
  if (isDemo && config.withSimulation) {
    const onFailure = (error: unknown): void => log.warn({ err: error }, 'simulation');
    const simulation = startSimulation({ url, onFailure });
    closings.push(() => simulation.stop());
  }
  return { url, db, isDemo };
}

async function openMigrated(
  config: Config,
  say: Say,
  onLost: (error: Error) => void,
  closings: Closing[],
): Promise<{ db: Db; databaseUrl: string }> {
  const databaseUrl = config.databaseUrl ?? (await openEmbedded(config, say, onLost, closings));
  const db = openDatabase(databaseUrl, { max: config.databasePool });
  closings.push(() => db.destroy());
  const applied = await migrate(db);
  if (applied.length > 0) say(`Database brought up to date: ${applied.length} migrations.`);
  return { db, databaseUrl };
}

async function openEmbedded(
  { dataDir }: Config,
  say: Say,
  onLost: (error: Error) => void,
  closings: Closing[],
): Promise<string> {
  say(`Starting the database in ${dataDir}.`);
  const embedded = await startEmbedded({ dataDir, log: say, onLost }).catch((error: unknown) => {
    throw unusableDataDir(error, dataDir);
  });
  closings.push(() => embedded.stop());
  return embedded.url;
}

/** With another key every citizen would be a new one, and nobody would notice. */
async function refuseOtherPersonKey(config: Config, db: Db): Promise<void> {
  if (await isKeyOfDatabase(db, personKeyOf(config))) return;
  throw new StartError(
    'The national ids in this database were hashed with another key.',
    'Give all servers on it the same one: QAFILA_PERSON_KEY, or the file person-key in QAFILA_DATA_DIR of the first.',
    'Where that key is lost for good: DELETE FROM person_key; those registered before are then not recognised.',
  );
}

/** An empty database gets the demo, whole or not at all: one that was cut short is loaded anew. */
async function fillWithDemo(config: Config, db: Db, databaseUrl: string, say: Say): Promise<void> {
  if (!config.withDemo) return;
  await withDemoLock(db, async () => {
    if (await isUnfinished(db)) {
      say('Loading the demo was cut short the last time: beginning anew.');
      await beginAnew(db);
      await loadReferenceData(db);
    }
    if (await isUntouched(db)) await tellDemo(config, db, databaseUrl, say);
  });
}

/** The demo's story is told to a server of its own, which nobody else can reach. */
async function tellDemo(config: Config, db: Db, databaseUrl: string, say: Say): Promise<void> {
  refusePublicDemo(config);
  say('Empty database: loading the demo (once; it takes a while).');
  await markUnfinished(db, true);
  const hasty = openDatabase(withoutWaiting(databaseUrl), { max: config.databasePool });
  try {
    await loadDemo(hasty, new Date(), (now) => serveQuietly(config, hasty, now));
  } finally {
    await hasty.destroy();
  }
  await markUnfinished(db, false);
}

async function serveQuietly(config: Config, db: Db, now: () => Date) {
  const log = createLogger('silent');
  const server = createServer({ ...config, host: '127.0.0.1', port: 0 }, db, { now, log, isWatching: false });
  return { url: await server.listen(), close: () => server.close() };
}

/** What is loaded whole or not at all need not be on disk step by step: the last word, that it is done, waits for all. */
function withoutWaiting(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', '-c synchronous_commit=off');
  return url.href;
}

/** The passwords and trackers of the demo are known to everyone. */
function refusePublicDemo({ host, isDemoPublic }: Config): void {
  const isHere = host === 'localhost' || host === '::1' || host.startsWith('127.');
  if (isHere || isDemoPublic) return;
  throw new StartError(
    `Demo data has passwords that everyone knows, so it is not offered on ${host}.`,
    'Begin without it: QAFILA_DEMO=no and an empty QAFILA_DATA_DIR (or database).',
    'Or, if everyone may come in: QAFILA_DEMO_PUBLIC=yes.',
  );
}

async function scheduled(server: QafilaServer, db: Db, databaseUrl: string, log: Logger): Promise<Closing> {
  const onFailure = (error: unknown): void => log.error({ err: error }, 'jobs');
  return await scheduleJobs({ db, url: databaseUrl, run: server.runJob, onFailure });
}
