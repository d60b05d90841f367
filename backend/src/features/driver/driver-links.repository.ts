import type { DriverLink } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Driver } from '../../platform/drivers.ts';

type LinkRow = {
  id: string;
  convoy_vehicle_id: string;
  created_at: Date;
  taken_at: Date | null;
  last_seen_at: Date | null;
  revoked_at: Date | null;
};

const COLUMNS = [
  'driver_links.id',
  'convoy_vehicle_id',
  'driver_links.created_at',
  'taken_at',
  'last_seen_at',
  'revoked_at',
] as const;

export async function selectLinks(db: Db, convoyId: string): Promise<DriverLink[]> {
  const rows: LinkRow[] = await db('driver_links')
    .join('convoy_vehicles', 'convoy_vehicles.id', 'driver_links.convoy_vehicle_id')
    .where('convoy_vehicles.convoy_id', convoyId)
    .orderBy('driver_links.created_at', 'desc')
    .select(...COLUMNS);
  return rows.map(toLink);
}

export async function insertLink(
  db: Db,
  link: { id: string; convoyVehicleId: string; secretHash: Buffer; createdBy: string; now: Date },
): Promise<DriverLink> {
  const [row] = await db('driver_links')
    .insert({
      id: link.id,
      convoy_vehicle_id: link.convoyVehicleId,
      secret_hash: link.secretHash,
      created_by: link.createdBy,
      created_at: link.now,
    })
    .returning<LinkRow[]>('*');
  return toLink(row as LinkRow);
}

/** Ends the links of a vehicle that no phone has taken. */
export async function revokeUntaken(db: Db, convoyVehicleId: string, now: Date): Promise<void> {
  await db('driver_links')
    .where({ convoy_vehicle_id: convoyVehicleId })
    .whereNull('taken_at')
    .whereNull('revoked_at')
    .update({ revoked_at: now });
}

/** The convoy vehicle of a link; undefined when there is no such link. */
export async function vehicleOfLink(db: Db, id: string): Promise<string | undefined> {
  const row: { convoy_vehicle_id: string } | undefined = await db('driver_links')
    .where({ id })
    .first('convoy_vehicle_id');
  return row?.convoy_vehicle_id;
}

/** A link ends once: ended again, it keeps its first time. */
export async function revokeLink(db: Db, id: string, now: Date): Promise<DriverLink> {
  const [row] = await db('driver_links')
    .where({ id })
    .update({ revoked_at: db.raw('coalesce(revoked_at, ?)', [now]) })
    .returning<LinkRow[]>('*');
  return toLink(row as LinkRow);
}

/**
 * Gives the link to the phone that shows its secret, if it is still to be had or this phone's already; the answer is
 * its convoy vehicle.
 */
export async function takeLink(
  db: Db,
  secretHash: Buffer,
  sessionHash: Buffer,
  now: Date,
): Promise<Driver | undefined> {
  const [row] = await db('driver_links')
    .where({ secret_hash: secretHash })
    .where((it) => it.whereNull('taken_at').orWhere({ session_hash: sessionHash }))
    .whereNull('revoked_at')
    .update({
      session_hash: sessionHash,
      taken_at: db.raw('coalesce(taken_at, ?)', [now]),
      last_seen_at: now,
    })
    .returning<{ id: string }[]>('id');
  return row && (await findDriver(db, sessionHash, new Date(0)));
}

/** Whether there was ever such a link, so that a used one can be told from a wrong one. */
export async function isKnownSecret(db: Db, secretHash: Buffer): Promise<boolean> {
  return (await db('driver_links').where({ secret_hash: secretHash }).first('id')) !== undefined;
}

/** As long as a phone is heard of within it, it was seen; finer is not worth a write. */
const SEEN_EVERY_S = 60;

/** The phone with this session, while its convoy and its place on it last. */
export async function findDriver(db: Db, sessionHash: Buffer, takenAfter: Date): Promise<Driver | undefined> {
  return await db('driver_links as l')
    .join('convoy_vehicles as cv', 'cv.id', 'l.convoy_vehicle_id')
    .join('vehicles as v', 'v.id', 'cv.vehicle_id')
    .join('convoys as c', 'c.id', 'cv.convoy_id')
    .where('l.session_hash', sessionHash)
    .where('l.taken_at', '>', takenAfter)
    .whereNull('l.revoked_at')
    .whereNull('cv.released_at')
    .whereNull('c.ended_at')
    .first({
      linkId: 'l.id',
      convoyVehicleId: 'cv.id',
      vehicleNumber: 'v.number',
      convoyId: 'c.id',
      campaignId: 'c.campaign_id',
      plannedAt: 'c.created_at',
    });
}

export async function noteSeen(db: Db, linkId: string, now: Date): Promise<void> {
  await db('driver_links')
    .where({ id: linkId })
    .where('last_seen_at', '<', new Date(now.getTime() - SEEN_EVERY_S * 1000))
    .update({ last_seen_at: now });
}

function toLink(row: LinkRow): DriverLink {
  return {
    id: row.id,
    convoyVehicleId: row.convoy_vehicle_id,
    createdAt: row.created_at.toISOString(),
    takenAt: row.taken_at?.toISOString() ?? null,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}
