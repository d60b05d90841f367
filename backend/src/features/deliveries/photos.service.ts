import { randomUUID } from 'node:crypto';
import type { Photo } from '@qafila/contract';
import { LIMITS } from '@qafila/contract';
import type { Response } from 'express';
import { audit } from '../../platform/audit.repository.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { cleanImage } from '../../platform/image.ts';
import { Refusal } from '../../platform/refusal.ts';
import { insertPhoto, lockWaybill, selectJpeg } from './photos.repository.ts';
import { toPhoto } from './waybills.service.ts';

export async function add(ctx: Context, waybillId: string, caption: string, body: unknown): Promise<Photo> {
  if (!Buffer.isBuffer(body)) throw new Refusal('image_unreadable');
  const waybill = await lockWaybill(ctx.db, waybillId);
  if (!waybill) throw new Refusal('not_found');
  if (waybill.photoCount >= LIMITS.photosPerWaybill) {
    throw new Refusal('conflict', undefined, { values: { maximum: LIMITS.photosPerWaybill } });
  }
  const image = await cleanImage(body);
  const photo = { id: randomUUID(), caption, takenAt: ctx.now() };
  await insertPhoto(ctx.db, { ...photo, ...image, waybillId, addedBy: ctx.actor.userId });
  ctx.announce({ kind: 'campaignChanged', campaignId: waybill.campaignId, topics: ['deliveries'] });
  await audit(ctx, {
    action: 'delivery.photoAdded',
    subjectType: 'waybill',
    subjectId: waybillId,
    campaignId: waybill.campaignId,
    detail: { photoId: photo.id },
  });
  return toPhoto({ ...photo, widthPx: image.widthPx, heightPx: image.heightPx });
}

/** Answers with the picture itself, under a name of our own making. */
export async function send(ctx: Context, photoId: string, res: Response): Promise<undefined> {
  const photo = await selectJpeg(ctx.db, photoId, onlyAssociation(ctx.actor));
  if (!photo) throw new Refusal('not_found');
  const fileName = `${photo.waybillCode}-${photoId.slice(0, 8)}.jpg`;
  res
    .type('image/jpeg')
    .set('Content-Disposition', `inline; filename="${fileName}"`)
    .set('Cache-Control', 'private, max-age=86400')
    .send(photo.jpeg);
}
