import type { AssociationDocument, DocumentPurpose, DocumentRef, DocumentType } from '@qafila/contract';
import type { Db } from '@qafila/db';

export type StoredDocument = {
  id: string;
  associationId: string;
  purpose: DocumentPurpose;
  name: string;
  mediaType: DocumentType;
  bytes: Buffer;
  addedAt: Date;
  /** Null for what an applicant sent. */
  addedBy: string | null;
};

/** How many documents an association has, locked so that they are counted one at a time. */
export async function lockAssociation(db: Db, id: string): Promise<number | undefined> {
  const found: unknown = await db('associations').where({ id }).forUpdate().first('id');
  if (!found) return undefined;
  const { rows } = await db.raw<{ rows: { count: number }[] }>(
    'SELECT count(*)::int AS count FROM documents WHERE association_id = :id',
    { id },
  );
  return rows[0]?.count ?? 0;
}

export async function insertDocument(db: Db, it: StoredDocument): Promise<void> {
  await db('documents').insert({
    id: it.id,
    association_id: it.associationId,
    purpose: it.purpose,
    name: it.name,
    media_type: it.mediaType,
    bytes: it.bytes,
    added_at: it.addedAt,
    added_by: it.addedBy,
  });
}

/** For what an applicant takes back; a paper that a step names stays. */
export async function deleteDocument(db: Db, id: string): Promise<void> {
  await db('documents').where({ id }).del();
}

const ENTRY = `
  SELECT d.id, d.association_id AS "associationId", d.purpose, d.name, d.media_type AS "mediaType",
         octet_length(d.bytes) AS "byteLength", d.added_at AS "addedAt", u.name AS "addedByName"
  FROM documents d LEFT JOIN users u ON u.id = d.added_by`;

/** An association hears nothing of a visit before it was made: nor from the pictures taken there. */
const IS_KNOWN_TO_IT = `NOT EXISTS (
  SELECT FROM visit_photos p JOIN visits v ON v.id = p.visit_id
  WHERE p.document_id = d.id AND v.status <> 'finished')`;

/** Undefined where there is no such association, or `only` is another. */
export async function documentsOf(
  db: Db,
  associationId: string,
  only: string | null,
): Promise<AssociationDocument[] | undefined> {
  if (only !== null && only !== associationId) return undefined;
  const association: unknown = await db('associations').where({ id: associationId }).first('id');
  if (!association) return undefined;
  const { rows } = await db.raw<{ rows: Row[] }>(
    `${ENTRY} WHERE d.association_id = :associationId AND (:only::uuid IS NULL OR ${IS_KNOWN_TO_IT})
     ORDER BY d.added_at DESC, d.id`,
    { associationId, only },
  );
  return rows.map(toDocument);
}

/** Those of the association's documents that have one of these ids. */
export async function selectDocuments(
  db: Db,
  associationId: string,
  ids: readonly string[],
): Promise<AssociationDocument[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `${ENTRY} WHERE d.association_id = :associationId AND d.id = ANY(CAST(:ids AS uuid[]))`,
    { associationId, ids },
  );
  return rows.map(toDocument);
}

type Row = Omit<AssociationDocument, 'addedAt'> & { addedAt: Date };

function toDocument(row: Row): AssociationDocument {
  return { ...row, addedAt: row.addedAt.toISOString() };
}

export async function selectDocumentRefs(db: Db, ids: readonly string[]): Promise<DocumentRef[]> {
  const { rows } = await db.raw<{ rows: DocumentRef[] }>(
    `SELECT id, name, media_type AS "mediaType", octet_length(bytes) AS "byteLength"
     FROM documents WHERE id = ANY(CAST(:ids AS uuid[]))`,
    { ids },
  );
  return rows;
}

export async function selectFile(
  db: Db,
  id: string,
  only: string | null,
): Promise<Pick<StoredDocument, 'bytes' | 'mediaType' | 'name' | 'purpose'> | undefined> {
  const { rows } = await db.raw<{ rows: Pick<StoredDocument, 'bytes' | 'mediaType' | 'name' | 'purpose'>[] }>(
    `SELECT d.bytes, d.media_type AS "mediaType", d.name, d.purpose FROM documents d
     WHERE d.id = :id AND (:only::uuid IS NULL OR (d.association_id = :only AND ${IS_KNOWN_TO_IT}))`,
    { id, only },
  );
  return rows[0];
}
