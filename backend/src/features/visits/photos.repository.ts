import type { Db } from '@qafila/db';

export type NewPhoto = {
  visitId: string;
  id: string;
  questionId: string;
  documentId: string;
  associationId: string;
  at: Date;
  authorId: string;
};

export async function insertVisitPhoto(db: Db, photo: NewPhoto): Promise<void> {
  await db('visit_photos').insert({
    visit_id: photo.visitId,
    id: photo.id,
    question_id: photo.questionId,
    document_id: photo.documentId,
    association_id: photo.associationId,
    at: photo.at,
    author_id: photo.authorId,
  });
}
