import type { DocumentType } from '@qafila/contract';
import { cleanImage } from '../../platform/image.ts';
import { Refusal } from '../../platform/refusal.ts';

/** A PDF says so at once, and ends with its mark but for a few bytes that some programs append. */
const PDF_BEGINS = '%PDF-';
const PDF_ENDS = '%%EOF';
const PDF_TAIL_BYTES = 1_024;

export type ReadDocument = { mediaType: DocumentType; bytes: Buffer };

/**
 * What a file is, by its content and by nothing that came with it. A PDF is kept as it is: it is only ever saved,
 * never shown by this site. A picture is encoded anew.
 * @throws {Refusal} `document_unreadable`
 */
export async function readDocument(body: unknown): Promise<ReadDocument> {
  if (!Buffer.isBuffer(body)) throw new Refusal('document_unreadable');
  if (isPdf(body)) return { mediaType: 'application/pdf', bytes: body };
  const { jpeg } = await cleanImage(body).catch((error: unknown) => {
    throw new Refusal('document_unreadable', undefined, { cause: error });
  });
  return { mediaType: 'image/jpeg', bytes: jpeg };
}

function isPdf(bytes: Buffer): boolean {
  const isBegun = bytes.subarray(0, PDF_BEGINS.length).toString('latin1') === PDF_BEGINS;
  return isBegun && bytes.subarray(-PDF_TAIL_BYTES).includes(PDF_ENDS);
}
