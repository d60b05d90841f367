import type { Tracker } from '@qafila/contract';
import type { Db } from '@qafila/db';

export type TrackerRow = Omit<Tracker, 'createdAt' | 'revokedAt'> & {
  createdAt: Date;
  revokedAt: Date | null;
};

const COLUMNS = {
  id: 'id',
  vehicleId: 'vehicle_id',
  label: 'label',
  hint: 'hint',
  createdAt: 'created_at',
  revokedAt: 'revoked_at',
} as const satisfies Record<keyof TrackerRow, string>;

export async function selectTrackers(db: Db, vehicleId: string): Promise<TrackerRow[]> {
  return await db('trackers')
    .where({ vehicle_id: vehicleId })
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .select(COLUMNS);
}

export async function insertTracker(
  db: Db,
  tracker: TrackerRow,
  secretHash: Buffer,
  createdBy: string,
): Promise<void> {
  await db('trackers').insert({
    id: tracker.id,
    vehicle_id: tracker.vehicleId,
    secret_hash: secretHash,
    hint: tracker.hint,
    label: tracker.label,
    created_by: createdBy,
    created_at: tracker.createdAt,
  });
}

export async function trackerExists(db: Db, id: string): Promise<boolean> {
  return (await db('trackers').where({ id }).first('id')) !== undefined;
}

/** False when there was no live tracker to revoke. */
export async function revokeTracker(db: Db, id: string, at: Date): Promise<boolean> {
  const revoked = await db('trackers').where({ id, revoked_at: null }).update({ revoked_at: at });
  return revoked === 1;
}

type ActiveTracker = { secretHash: Buffer; vehicleNumber: number; plausibleSpeedMps: number };

/** Every tracker that may report, by the hash of its secret: what the position doors keep in memory. */
export async function activeTrackers(db: Db): Promise<ActiveTracker[]> {
  return await db('trackers as t')
    .join('vehicles as v', 'v.id', 't.vehicle_id')
    .whereNull('t.revoked_at')
    .select({
      secretHash: 't.secret_hash',
      vehicleNumber: 'v.number',
      plausibleSpeedMps: 'v.plausible_speed_mps',
    });
}
