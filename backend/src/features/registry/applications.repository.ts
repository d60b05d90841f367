import type {
  ApplicationDocument,
  ApplicationDocumentKind,
  ApplicationStage,
  ApplicationSummary,
} from '@qafila/contract';
import type { Db } from '@qafila/db';

export async function findKey(
  db: Db,
  reference: string,
): Promise<{ associationId: string; secretHash: Buffer } | undefined> {
  return await db('applications')
    .where({ reference })
    .first({ associationId: 'association_id', secretHash: 'secret_hash' });
}

export type NewApplication = {
  associationId: string;
  reference: string;
  secretHash: Buffer;
  appliedAt: Date;
};

export async function insertApplication(db: Db, it: NewApplication): Promise<void> {
  await db('applications').insert({
    association_id: it.associationId,
    reference: it.reference,
    secret_hash: it.secretHash,
    applied_at: it.appliedAt,
  });
}

export type ApplicationRow = {
  associationId: string;
  reference: string;
  stage: ApplicationStage;
  appliedAt: Date;
  submittedAt: Date | null;
};

/** Of `applications p JOIN associations a`. */
const STAGE = `
  CASE WHEN a.status = 'under_review' THEN 'under_review'
       WHEN a.status = 'refused' THEN 'refused'
       WHEN a.status <> 'applied' THEN 'declared'
       WHEN p.submitted_at IS NOT NULL THEN 'submitted'
       WHEN p.returned_at IS NOT NULL THEN 'returned'
       ELSE 'draft' END`;

const ROW = `p.association_id AS "associationId", p.reference, ${STAGE} AS stage, p.applied_at AS "appliedAt",
             p.submitted_at AS "submittedAt"`;

/** Undefined where it was entered from paper. */
export async function findApplication(db: Db, associationId: string): Promise<ApplicationRow | undefined> {
  const { rows } = await db.raw<{ rows: ApplicationRow[] }>(
    `SELECT ${ROW} FROM applications p JOIN associations a ON a.id = p.association_id
     WHERE p.association_id = :associationId`,
    { associationId },
  );
  return rows[0];
}

export type SummaryRow = ApplicationRow & Omit<ApplicationSummary, keyof ApplicationRow>;

/** Newest first, in one of these stages. */
export async function selectApplications(
  db: Db,
  asked: { stages: readonly ApplicationStage[]; after: string | null; limit: number },
): Promise<SummaryRow[]> {
  const { rows } = await db.raw<{ rows: SummaryRow[] }>(
    `SELECT ${ROW}, a.kind, a.name_ar AS "nameAr", a.name_en AS "nameEn", a.governorate_code AS "governorateCode"
     FROM applications p JOIN associations a ON a.id = p.association_id
     WHERE ${STAGE} = ANY(CAST(:stages AS text[]))
       AND (CAST(:after AS uuid) IS NULL OR (p.applied_at, p.association_id) <
            (SELECT l.applied_at, l.association_id FROM applications l WHERE l.association_id = :after))
     ORDER BY p.applied_at DESC, p.association_id DESC
     LIMIT :limit`,
    asked,
  );
  return rows;
}

export async function markSubmitted(db: Db, associationId: string, at: Date): Promise<void> {
  await db('applications').where({ association_id: associationId }).update({ submitted_at: at });
}

export async function markReturned(db: Db, associationId: string, at: Date): Promise<void> {
  await db('applications')
    .where({ association_id: associationId })
    .update({ submitted_at: null, returned_at: at });
}

export async function insertApplicationDocument(
  db: Db,
  it: { associationId: string; documentId: string; kind: ApplicationDocumentKind },
): Promise<void> {
  await db('application_documents').insert({
    association_id: it.associationId,
    document_id: it.documentId,
    kind: it.kind,
  });
}

type DocumentRow = Omit<ApplicationDocument, 'addedAt'> & { addedAt: Date };

/** In the order they were sent. */
export async function applicationDocuments(db: Db, associationId: string): Promise<ApplicationDocument[]> {
  const { rows } = await db.raw<{ rows: DocumentRow[] }>(
    `SELECT d.id, d.name, d.media_type AS "mediaType", octet_length(d.bytes) AS "byteLength", p.kind,
            d.added_at AS "addedAt"
     FROM application_documents p JOIN documents d ON d.id = p.document_id
     WHERE p.association_id = :associationId ORDER BY d.added_at, d.id`,
    { associationId },
  );
  return rows.map((row) => ({ ...row, addedAt: row.addedAt.toISOString() }));
}

/** What was begun before and never handed in. */
export async function draftsBefore(db: Db, before: Date): Promise<string[]> {
  return await db('applications')
    .whereNull('submitted_at')
    .whereNull('returned_at')
    .where('applied_at', '<', before)
    .pluck('association_id');
}

/** With its documents, its board and all else; nothing where it was handed in meanwhile. */
export async function deleteDraft(db: Db, associationId: string): Promise<void> {
  const draft = { association_id: associationId, submitted_at: null, returned_at: null };
  const held: unknown = await db('applications').where(draft).forUpdate().first('association_id');
  if (!held) return;
  await db('documents').where({ association_id: associationId }).del();
  await db('applications').where(draft).del();
  await db('associations').where({ id: associationId }).del();
}
