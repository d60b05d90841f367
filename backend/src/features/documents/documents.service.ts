import { randomUUID } from 'node:crypto';
import {
  type AssociationDocument,
  type DocumentPurpose,
  type DocumentRef,
  fieldError,
  LIMITS,
} from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Response } from 'express';
import { audit } from '../../platform/audit.repository.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import {
  documentsOf,
  insertDocument,
  lockAssociation,
  selectDocumentRefs,
  selectDocuments,
  selectFile,
} from './documents.repository.ts';
import { readDocument } from './reading.ts';

type Labels = { name: string; purpose: DocumentPurpose };

export async function list({ db, actor }: Context, associationId: string): Promise<AssociationDocument[]> {
  const documents = await documentsOf(db, associationId, onlyAssociation(actor));
  if (!documents) throw new Refusal('not_found');
  return documents;
}

export async function add(
  ctx: Context,
  associationId: string,
  labels: Labels,
  body: unknown,
): Promise<AssociationDocument> {
  const only = onlyAssociation(ctx.actor);
  if (only !== null && only !== associationId) throw new Refusal('not_found');
  const id = await keepDocument(ctx, associationId, labels, body);
  const [document] = await selectDocuments(ctx.db, associationId, [id]);
  if (!document) throw new Refusal('not_found');
  return document;
}

/**
 * Keeps what somebody sent in the file of an association, and answers its id; who may do so the caller has judged.
 * @throws {Refusal} `not_found`, `document_unreadable`, `conflict` when the file is full
 */
export async function keepDocument(
  ctx: Context,
  associationId: string,
  { name, purpose }: Labels,
  body: unknown,
  maximum: number = LIMITS.documentsPerAssociation,
): Promise<string> {
  const document = await readDocument(body);
  const count = await lockAssociation(ctx.db, associationId);
  if (count === undefined) throw new Refusal('not_found');
  if (count >= maximum) throw new Refusal('conflict', undefined, { values: { maximum } });
  const id = randomUUID();
  const addedBy = ctx.actor.userId || null;
  await insertDocument(ctx.db, {
    id,
    associationId,
    name,
    purpose,
    addedAt: ctx.now(),
    addedBy,
    ...document,
  });
  // What a visit brings the association may see only when it is over, so it hears of no moment before.
  const associationIds = purpose === 'visit' ? [] : [associationId];
  ctx.announce({ kind: 'workChanged', topics: ['documents'], associationIds });
  await audit(ctx, {
    action: 'document.added',
    subjectType: 'association',
    subjectId: associationId,
    detail: { documentId: id, purpose },
  });
  return id;
}

/**
 * For a step that hands documents in: all of them lie in this association's file.
 * @throws {Refusal} `invalid_input` that names the first that does not
 */
export async function requireDocuments(
  db: Db,
  associationId: string,
  documentIds: readonly string[],
  path = 'documentIds',
): Promise<void> {
  const known = new Set((await selectDocuments(db, associationId, documentIds)).map(({ id }) => id));
  const missing = documentIds.findIndex((id) => !known.has(id));
  if (missing >= 0) throw refuseFields(fieldError(`${path}.${missing}`, 'no_such_reference'));
}

/** Documents by id, to be named in an answer. */
export async function documentRefs(db: Db, ids: Iterable<string>): Promise<Map<string, DocumentRef>> {
  const refs = await selectDocumentRefs(db, [...new Set(ids)]);
  return new Map(refs.map((ref) => [ref.id, ref]));
}

const ENDINGS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg' } as const;

/** Always to be saved under a name of our own making; what a browser may not run, even if it opened it. */
export async function send(ctx: Context, documentId: string, res: Response): Promise<Response> {
  const file = await selectFile(ctx.db, documentId, onlyAssociation(ctx.actor));
  if (!file) throw new Refusal('not_found');
  const plainName = `${file.purpose}-${documentId.slice(0, 8)}.${ENDINGS[file.mediaType]}`;
  const name = headerText(`${file.name}.${ENDINGS[file.mediaType]}`);
  return res
    .type(file.mediaType)
    .set('Content-Disposition', `attachment; filename="${plainName}"; filename*=UTF-8''${name}`)
    .set('Content-Security-Policy', "default-src 'none'; sandbox")
    .set('Cache-Control', 'private, no-store')
    .send(file.bytes);
}

/** As RFC 8187 lets text travel in a header. */
function headerText(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
