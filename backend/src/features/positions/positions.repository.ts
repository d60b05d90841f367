import type { Fix } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { SeenFix } from './fleet.ts';

/** What of pg's client is used here. */
type Connection = {
  query: (config: {
    name: string;
    text: string;
    values: readonly unknown[];
    query_timeout: number;
  }) => Promise<unknown>;
  once: (event: 'error' | 'end', listener: () => void) => void;
  end: () => Promise<void>;
};

export type PositionRow = SeenFix & { attributes: string | null };

export type PositionWriter = {
  /** Stores fixes, once each, and moves the newest positions forward, in one transaction. */
  write: (
    rows: readonly PositionRow[],
    moved: ReadonlyMap<number, Fix>,
    receivedAtMs: number,
  ) => Promise<void>;
  close: () => Promise<void>;
};

const STATEMENT = 'store_positions';
const WRITE_TIMEOUT_MS = 5_000;
const CONNECT_TIMEOUT_MS = 5_000;
const SQL = `
  WITH stored AS (
    INSERT INTO positions (vehicle_number, recorded_at, received_at, lat, lng, speed_mps, heading_deg, altitude_m,
                           accuracy_m, battery_pct, flags, attributes)
    SELECT v, to_timestamp(t), to_timestamp($1::float8), lat, lng, speed, heading, altitude, accuracy, battery, flag, more
    FROM unnest($2::int[], $3::float8[], $4::float8[], $5::float8[], $6::real[], $7::real[], $8::real[], $9::real[],
                $10::smallint[], $11::smallint[], $12::jsonb[])
      AS fix (v, t, lat, lng, speed, heading, altitude, accuracy, battery, flag, more)
    ON CONFLICT DO NOTHING
  )
  INSERT INTO last_positions AS newest (vehicle_number, recorded_at, received_at, lat, lng, speed_mps, heading_deg,
                                        accuracy_m, battery_pct)
  SELECT v, to_timestamp(t), to_timestamp($1::float8), lat, lng, speed, heading, accuracy, battery
  FROM unnest($13::int[], $14::float8[], $15::float8[], $16::float8[], $17::real[], $18::real[], $19::real[],
              $20::smallint[]) AS fix (v, t, lat, lng, speed, heading, accuracy, battery)
  ON CONFLICT (vehicle_number) DO UPDATE SET
    recorded_at = excluded.recorded_at, received_at = excluded.received_at, lat = excluded.lat, lng = excluded.lng,
    speed_mps = excluded.speed_mps, heading_deg = excluded.heading_deg, accuracy_m = excluded.accuracy_m,
    battery_pct = excluded.battery_pct
  WHERE newest.recorded_at < excluded.recorded_at`;

/**
 * Writes on a connection of its own, so that no other query of this process stands before it. A broken connection is
 * replaced at the next write, and the write that met it is tried once more: storing twice has no effect.
 */
export function createPositionWriter(db: Db): PositionWriter {
  let connection: Connection | undefined;

  async function connect(): Promise<Connection> {
    const fresh = await soon(db.client.acquireRawConnection() as Promise<Connection>);
    const forget = (): void => {
      if (connection === fresh) connection = undefined;
    };
    fresh.once('error', forget);
    fresh.once('end', forget);
    connection = fresh;
    return fresh;
  }

  async function send(values: readonly unknown[]): Promise<void> {
    const used = connection ?? (await connect());
    try {
      await used.query({ name: STATEMENT, text: SQL, values, query_timeout: WRITE_TIMEOUT_MS });
    } catch (error) {
      if (!isRowsFault(error)) drop(used);
      throw error;
    }
  }

  function drop(used: Connection): void {
    if (connection === used) connection = undefined;
    used.end().catch(() => undefined);
  }

  return {
    async write(rows, moved, receivedAtMs) {
      const values = valuesOf(rows, moved, receivedAtMs);
      const wasConnected = connection !== undefined;
      try {
        await send(values);
      } catch (error) {
        if (!wasConnected || isRowsFault(error)) throw error;
        await send(values);
      }
    },
    async close() {
      const used = connection;
      connection = undefined;
      await used?.end();
    },
  };
}

/** Gives up after a while; a connection that comes too late is closed. */
function soon(connecting: Promise<Connection>): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('The database did not answer in time'));
      connecting.then((late) => late.end()).catch(() => undefined);
    }, CONNECT_TIMEOUT_MS);
    connecting.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Classes 22 and 23 of SQLSTATE: what a row says cannot be stored. */
export function isRowsFault(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]/.test(error.code)
  );
}

/** Array literals written by hand cost a third less than the driver's own. */
function valuesOf(
  rows: readonly PositionRow[],
  moved: ReadonlyMap<number, Fix>,
  receivedAtMs: number,
): readonly unknown[] {
  const all = new Columns();
  let flags = '';
  let altitude = '';
  let more = '';
  for (const row of rows) {
    all.add(row.vehicleNumber, row.fix);
    flags += `,${row.flags}`;
    altitude += `,${row.fix.altitudeM}`;
    more += row.attributes === null ? ',null' : `,"${row.attributes.replace(/["\\]/g, '\\$&')}"`;
  }
  const newest = new Columns();
  for (const [vehicleNumber, fix] of moved) newest.add(vehicleNumber, fix);
  return [
    receivedAtMs / 1000,
    ...[all.number, all.time, all.lat, all.lng, all.speed, all.heading, altitude, all.accuracy].map(asArray),
    ...[all.battery, flags, more].map(asArray),
    ...[newest.number, newest.time, newest.lat, newest.lng, newest.speed, newest.heading].map(asArray),
    ...[newest.accuracy, newest.battery].map(asArray),
  ];
}

class Columns {
  number = '';
  time = '';
  lat = '';
  lng = '';
  speed = '';
  heading = '';
  accuracy = '';
  battery = '';

  add(vehicleNumber: number, fix: Fix): void {
    this.number += `,${vehicleNumber}`;
    this.time += `,${fix.recordedAtMs / 1000}`;
    this.lat += `,${fix.lat}`;
    this.lng += `,${fix.lng}`;
    this.speed += `,${fix.speedMps}`;
    this.heading += `,${fix.headingDeg}`;
    this.accuracy += `,${fix.accuracyM}`;
    this.battery += `,${fix.batteryPct}`;
  }
}

const asArray = (column: string): string => `{${column.slice(1)}}`;

type LastRow = {
  vehicle_number: number;
  recorded_at: Date;
  lat: number;
  lng: number;
  speed_mps: number | null;
  heading_deg: number | null;
  accuracy_m: number | null;
  battery_pct: number | null;
};

export async function newestFixes(db: Db): Promise<[number, Fix][]> {
  const rows: LastRow[] = await db('last_positions').select('*');
  return rows.map((row) => [
    row.vehicle_number,
    {
      recordedAtMs: row.recorded_at.getTime(),
      lat: row.lat,
      lng: row.lng,
      speedMps: row.speed_mps,
      headingDeg: row.heading_deg,
      altitudeM: null,
      accuracyM: row.accuracy_m,
      batteryPct: row.battery_pct,
    },
  ]);
}
