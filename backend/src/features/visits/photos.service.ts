import { fieldError, LIMITS, questionsIn, type VisitPhoto } from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { documentRefs, keepDocument } from '../documents/index.ts';
import { holdAsVisitor, refuseFuture } from './on-site.service.ts';
import { insertVisitPhoto } from './photos.repository.ts';
import { recordsOf } from './records.repository.ts';
import { standOf } from './records.ts';
import { sectionsOf } from './templates.repository.ts';
import type { HeldVisit } from './visits.repository.ts';
import { tellOf } from './visits.service.ts';
import { selectPhotos } from './visits-read.repository.ts';

type Asked = { visitId: string; photoId: string; questionId: string; at: Date };

/**
 * @throws {Refusal} `image_unreadable`; `conflict` above the limit; `transition_not_allowed` unless it is under way,
 * but for a picture that came before
 */
export async function addPhoto(
  ctx: Context,
  { visitId, photoId, questionId, at }: Asked,
  body: unknown,
): Promise<VisitPhoto> {
  const visit = await holdAsVisitor(ctx, visitId);
  const known = await photoOf(ctx, visitId, photoId);
  if (known) return known;
  if (visit.status !== 'in_progress') throw new Refusal('transition_not_allowed');
  refuseFuture(ctx, at);
  await refuseUnknownQuestion(ctx, visit, questionId);
  await refuseTooMany(ctx, visitId, questionId);
  const documentId = await keepPicture(ctx, visit, body);
  const { associationId } = visit;
  await insertVisitPhoto(ctx.db, {
    ...{ visitId, id: photoId, questionId, documentId, associationId, at },
    authorId: ctx.actor.userId,
  });
  tellOf(ctx, visit);
  const photo = await photoOf(ctx, visitId, photoId);
  if (!photo) throw new Refusal('not_found');
  return photo;
}

async function photoOf({ db }: Context, visitId: string, photoId: string): Promise<VisitPhoto | undefined> {
  const found = (await selectPhotos(db, [visitId])).find(({ id }) => id === photoId);
  if (!found) return undefined;
  const { visitId: _, ...photo } = found;
  return { ...photo, at: photo.at.toISOString() };
}

async function refuseUnknownQuestion({ db }: Context, visit: HeldVisit, questionId: string): Promise<void> {
  const questions = questionsIn(await sectionsOf(db, visit.templateId, visit.templateVersion));
  if (questions.some(({ id }) => id === questionId)) return;
  throw refuseFields(fieldError('questionId', 'no_such_reference'));
}

async function refuseTooMany({ db }: Context, visitId: string, questionId: string): Promise<void> {
  const { removedPhotoIds } = standOf((await recordsOf(db, [visitId])).get(visitId) ?? []);
  const photos = (await selectPhotos(db, [visitId])).filter(
    (photo) => photo.questionId === questionId && !removedPhotoIds.has(photo.id),
  );
  const maximum = LIMITS.photosPerQuestion;
  if (photos.length >= maximum) throw new Refusal('conflict', undefined, { values: { maximum } });
}

/** In the association's file; a document that is no picture is not kept. */
async function keepPicture(ctx: Context, visit: HeldVisit, body: unknown): Promise<string> {
  if (!Buffer.isBuffer(body)) throw new Refusal('image_unreadable');
  const labels = { name: visit.code, purpose: 'visit' as const };
  const id = await keepDocument(ctx, visit.associationId, labels, body);
  const document = (await documentRefs(ctx.db, [id])).get(id);
  if (document?.mediaType !== 'image/jpeg') throw new Refusal('image_unreadable');
  return id;
}
