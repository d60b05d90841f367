import { hash } from 'node:crypto';
import { LIMITS } from '@qafila/contract';

export type TrackerRow = { secretHash: Buffer; vehicleNumber: number; plausibleSpeedMps: number };

/** Which vehicle a tracker's secret stands for, from memory. */
export type TrackerBook = {
  /** The vehicle's number; undefined for a secret the book does not have. */
  find: (secret: string) => number | undefined;
  /** Looks again once the book has been read anew, for a tracker made a moment ago. */
  findAnew: (secret: string) => Promise<number | undefined>;
  reload: () => Promise<void>;
  /** What a vehicle in the book can do; the common limit for any other. */
  plausibleSpeedOf: (vehicleNumber: number) => number;
};

const SECRET_MAX = 200;
/** Wrong guesses make the database read at most this often. */
const REST_MS = 2_000;

export function createTrackerBook(load: () => Promise<TrackerRow[]>): TrackerBook {
  let vehicles: ReadonlyMap<string, number> = new Map();
  let speeds: ReadonlyMap<number, number> = new Map();
  let reading: Promise<void> | undefined;
  let readAtMs = Number.NEGATIVE_INFINITY;
  let reads = 0;
  let shownRead = 0;

  async function read(): Promise<void> {
    readAtMs = performance.now();
    const number = ++reads;
    const rows = await load().catch((error: unknown) => {
      readAtMs = Number.NEGATIVE_INFINITY;
      throw error;
    });
    // One that began before a tracker was revoked may end after one that knows of it.
    if (number < shownRead) return;
    shownRead = number;
    vehicles = new Map(rows.map((row) => [row.secretHash.toString('base64'), row.vehicleNumber]));
    speeds = new Map(rows.map((row) => [row.vehicleNumber, row.plausibleSpeedMps]));
  }

  function reload(): Promise<void> {
    const latest = read().finally(() => {
      if (reading === latest) reading = undefined;
    });
    reading = latest;
    return latest;
  }

  function find(secret: string): number | undefined {
    // Looked up by its hash, so that time tells nothing of how near a guess came.
    return vehicles.get(hash('sha256', secret.slice(0, SECRET_MAX), 'base64'));
  }

  return {
    find,
    async findAnew(secret) {
      if (!reading && performance.now() - readAtMs > REST_MS) await reload();
      else await reading;
      return find(secret);
    },
    reload,
    plausibleSpeedOf: (vehicleNumber) => speeds.get(vehicleNumber) ?? LIMITS.plausibleSpeedMps,
  };
}
