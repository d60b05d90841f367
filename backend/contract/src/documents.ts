import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import { Instant, plainText, Uuid } from './primitives.ts';

/** What a document was brought for. */
export const DocumentPurpose = z.enum([
  'application',
  'decision',
  'obligation',
  'finance',
  'visit',
  'finding',
  'project',
]);
export type DocumentPurpose = z.infer<typeof DocumentPurpose>;

/** Pictures are kept as JPEG, encoded anew, whatever they came as; what a file is, its content tells. */
export const DocumentType = z.enum(['application/pdf', 'image/jpeg']);
export type DocumentType = z.infer<typeof DocumentType>;

/** A paper or picture in an association’s file. */
export const AssociationDocument = z.strictObject({
  id: Uuid,
  associationId: Uuid,
  purpose: DocumentPurpose,
  /** As its owner called it, without an ending; the ending follows the type. */
  name: z.string(),
  mediaType: DocumentType,
  byteLength: z.int(),
  addedAt: Instant,
  /** Absent for what an applicant sent. */
  addedByName: z.string().nullable(),
});
export type AssociationDocument = z.infer<typeof AssociationDocument>;

/** A document where an answer names it. */
export const DocumentRef = AssociationDocument.pick({
  id: true,
  name: true,
  mediaType: true,
  byteLength: true,
});
export type DocumentRef = z.infer<typeof DocumentRef>;

/** What is handed in with a step: documents that were added before. */
export const DocumentIds = z
  .array(Uuid)
  .max(LIMITS.documentsPerStep)
  .refine((ids) => new Set(ids).size === ids.length, { params: { code: 'duplicate_lines' } })
  .default([]);

export const DocumentName = plainText(LIMITS.nameMax);

export const listDocuments = endpoint({
  method: 'get',
  path: '/api/v1/associations/:associationId/documents',
  summary: 'Everything in an association’s file, newest first',
  access: 'document:read',
  params: z.strictObject({ associationId: Uuid }),
  response: z.array(AssociationDocument),
});

export const addDocument = endpoint({
  method: 'post',
  path: '/api/v1/associations/:associationId/documents',
  summary: 'Add a PDF, JPEG or PNG to an association’s file',
  access: 'document:add',
  params: z.strictObject({ associationId: Uuid }),
  query: z.strictObject({ name: DocumentName, purpose: DocumentPurpose }),
  bodyType: 'file',
  success: 201,
  response: AssociationDocument,
});

export const readDocument = endpoint({
  method: 'get',
  path: '/api/v1/documents/:documentId',
  summary: 'The document itself, to be saved',
  access: 'document:read',
  params: z.strictObject({ documentId: Uuid }),
  responseType: 'file',
  mediaTypes: DocumentType.options,
});
