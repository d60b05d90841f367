import type { Db } from '@qafila/db';
import type { CleanImage } from '../../platform/image.ts';

/** Locks a waybill, so that its photos are counted one at a time. */
export async function lockWaybill(
  db: Db,
  id: string,
): Promise<{ campaignId: string; photoCount: number } | undefined> {
  const waybill: { convoy_id: string } | undefined = await db('waybills')
    .where({ id })
    .forUpdate()
    .first('convoy_id');
  if (!waybill) return undefined;
  const convoy: { campaign_id: string } = await db('convoys')
    .where({ id: waybill.convoy_id })
    .first('campaign_id');
  const photos = await db('delivery_photos').where({ waybill_id: id }).select('id');
  return { campaignId: convoy.campaign_id, photoCount: photos.length };
}

export async function insertPhoto(
  db: Db,
  photo: CleanImage & { id: string; waybillId: string; caption: string; takenAt: Date; addedBy: string },
): Promise<void> {
  await db('delivery_photos').insert({
    id: photo.id,
    waybill_id: photo.waybillId,
    jpeg: photo.jpeg,
    width_px: photo.widthPx,
    height_px: photo.heightPx,
    caption: photo.caption,
    taken_at: photo.takenAt,
    added_by: photo.addedBy,
  });
}

/** With `only`, a photo of a waybill that carries goods of that association. */
export async function selectJpeg(
  db: Db,
  id: string,
  only: string | null,
): Promise<{ jpeg: Buffer; waybillCode: string } | undefined> {
  const { rows } = await db.raw<{ rows: { jpeg: Buffer; waybillCode: string }[] }>(
    `SELECT p.jpeg, w.code AS "waybillCode"
     FROM delivery_photos p JOIN waybills w ON w.id = p.waybill_id
     WHERE p.id = :id AND (CAST(:only AS uuid) IS NULL OR EXISTS (
       SELECT 1 FROM manifest_lines m JOIN lots l ON l.id = m.lot_id
       WHERE m.convoy_vehicle_id = w.convoy_vehicle_id AND m.stop_id = w.stop_id
         AND m.quantity > m.released_quantity AND l.association_id = :only))`,
    { id, only },
  );
  return rows[0];
}
