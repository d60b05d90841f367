import { randomUUID } from 'node:crypto';
import type { Tracker } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { hashDeviceId, makeDeviceId } from './device-id.ts';
import {
  insertTracker,
  revokeTracker,
  selectTrackers,
  type TrackerRow,
  trackerExists,
} from './trackers.repository.ts';
import { requireVehicle } from './vehicles.service.ts';

export async function list(ctx: Context, vehicleId: string): Promise<Tracker[]> {
  await requireVehicle(ctx, vehicleId);
  return (await selectTrackers(ctx.db, vehicleId)).map(toTracker);
}

/** Makes a tracker; its device id is in this answer and nowhere else. */
export async function create(
  ctx: Context,
  vehicleId: string,
  label: string,
): Promise<{ tracker: Tracker; deviceId: string }> {
  await requireVehicle(ctx, vehicleId);
  const deviceId = makeDeviceId();
  const row: TrackerRow = {
    id: randomUUID(),
    vehicleId,
    label,
    hint: deviceId.slice(-4),
    createdAt: ctx.now(),
    revokedAt: null,
  };
  await insertTracker(ctx.db, row, hashDeviceId(deviceId), ctx.actor.userId);
  ctx.announce({ kind: 'trackersChanged' });
  await audit(ctx, { action: 'tracker.created', subjectType: 'tracker', subjectId: row.id });
  return { tracker: toTracker(row), deviceId };
}

/** Revoking what is already revoked changes nothing. */
export async function revoke(ctx: Context, trackerId: string): Promise<undefined> {
  if (await revokeTracker(ctx.db, trackerId, ctx.now())) {
    ctx.announce({ kind: 'trackersChanged' });
    await audit(ctx, { action: 'tracker.revoked', subjectType: 'tracker', subjectId: trackerId });
  } else if (!(await trackerExists(ctx.db, trackerId))) {
    throw new Refusal('not_found');
  }
}

function toTracker(row: TrackerRow): Tracker {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
