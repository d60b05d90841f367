import type { DriverFix, Fix } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { HotHandler } from '../../platform/http-server.ts';
import { type BatchAnswer, takeBatch } from './batch-door.ts';
import { type Broker, followBroker } from './broker.ts';
import { createFleet, type Fleet, type StoredFix } from './fleet.ts';
import { createHotHandler } from './hot-handler.ts';
import { createIngest, type Ingest } from './ingest.ts';
import { ensurePartitions } from './partitions.repository.ts';
import { createPositionWriter, isRowsFault, newestFixes } from './positions.repository.ts';
import { createRateLimit } from './rate.ts';
import { createTrackerBook, type TrackerRow } from './trackers.ts';

export type PositionDeps = {
  db: Db;
  now: () => Date;
  /** Trackers that are not revoked. */
  activeTrackers: (db: Db) => Promise<TrackerRow[]>;
  /**
   * Hears, after the commit and before `onMoved`, every fix that was answered: late, flagged and repeated ones, too.
   * In the order of arrival.
   */
  onStored: (batch: readonly StoredFix[]) => void;
  /** Hears, after the commit, which vehicles have a new newest position. */
  onMoved: (moved: ReadonlyMap<number, Fix>) => void;
  onFailure: (error: unknown) => void;
  /** Reports a second that one vehicle's trackers may go on sending. */
  trackerFixesPerS?: number;
  /** Where phones publish, if anywhere, and as whom this server asks for it. */
  broker?: { url: string; clientId: string } | undefined;
};

/** Everything between a tracker's request and its row in the database. */
export type Positions = {
  hot: HotHandler;
  fleet: Pick<Fleet, 'newest'>;
  ingest: Pick<Ingest, 'stats'>;
  /** What a driver’s phone has gathered: answered when all of it is committed. */
  takeBatch: (vehicleNumber: number, fixes: readonly DriverFix[]) => Promise<BatchAnswer>;
  /** Reads what must be known before the first request. */
  start: () => Promise<void>;
  /** For `trackersChanged`: a revoked tracker is refused from its next report on. */
  reloadTrackers: () => Promise<void>;
  /** Answers what came, turns away the rest, and lets go of the database. */
  close: () => Promise<void>;
};

const RELOAD_TRACKERS_EVERY_MS = 60_000;
const MAKE_PARTITIONS_EVERY_MS = 24 * 3_600_000;

export function createPositions(deps: PositionDeps): Positions {
  const { db, now, onFailure } = deps;
  const writer = createPositionWriter(db);
  const trackers = createTrackerBook(() => deps.activeTrackers(db));
  const rateLimit = createRateLimit(deps.trackerFixesPerS);
  const fleet = createFleet(trackers.plausibleSpeedOf);
  const ingest = createIngest({
    async write(batch) {
      const judgement = fleet.judge(batch);
      await writer.write(batch, judgement.moved, now().getTime());
      judgement.keep();
      tell(() => deps.onStored(batch));
      if (judgement.moved.size > 0) tell(() => deps.onMoved(judgement.moved));
    },
    isRowsFault,
    onFailure,
  });
  const timers: NodeJS.Timeout[] = [];
  let broker: Broker | undefined;

  /** What is committed is answered as stored, whatever becomes of those who hear of it. */
  function tell(hear: () => void): void {
    try {
      hear();
    } catch (error) {
      onFailure(error);
    }
  }

  function every(ms: number, work: () => Promise<void>): void {
    timers.push(setInterval(() => void work().catch(onFailure), ms).unref());
  }

  return {
    hot: createHotHandler({ trackers, ingest, rateLimit, now, onFailure }),
    fleet,
    ingest,
    takeBatch: (vehicleNumber, fixes) =>
      takeBatch({ ingest, rateLimit }, vehicleNumber, fixes, now().getTime()),
    async start() {
      await ensurePartitions(db, now());
      await trackers.reload();
      fleet.load(await newestFixes(db));
      if (deps.broker) broker = followBroker({ ...deps.broker, trackers, ingest, now, onFailure });
      every(RELOAD_TRACKERS_EVERY_MS, trackers.reload);
      every(MAKE_PARTITIONS_EVERY_MS, () => ensurePartitions(db, now()));
    },
    reloadTrackers: trackers.reload,
    async close() {
      for (const timer of timers) clearInterval(timer);
      await broker?.close();
      await ingest.close();
      await writer.close();
    },
  };
}
