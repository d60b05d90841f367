import { addDocument, type DocumentPurpose, type DocumentRef, LIMITS } from '@qafila/contract';
import { sendFile } from '../../api/send-file.ts';

export type Upload = {
  file: File;
  name: string;
  /** How much has left, as a share of 1. */
  onProgress: (share: number) => void;
};

/** Adds one document and answers how it is kept. */
export type UploadDocument = (upload: Upload) => Promise<DocumentRef>;

/** Adds documents to an association’s file. */
export function uploadTo(associationId: string, purpose: DocumentPurpose): UploadDocument {
  return ({ name, ...sending }) =>
    sendFile(addDocument, { params: { associationId }, query: { name, purpose } }, sending);
}

/** What a file dialog offers; what a file really is the server judges by its content. */
export const ACCEPTED_TYPES = 'application/pdf,image/jpeg,image/png';

/** Why a file is not worth sending: a word of the catalogue. */
export type FileFault = 'tooLarge' | 'wrongType' | 'emptyFile' | 'nameless';

export function faultOf(file: Pick<File, 'type' | 'size'>, name: string): FileFault | undefined {
  if (!ACCEPTED_TYPES.split(',').includes(file.type)) return 'wrongType';
  if (file.size > LIMITS.documentBytes) return 'tooLarge';
  if (file.size === 0) return 'emptyFile';
  return name.trim() === '' ? 'nameless' : undefined;
}

/** How a document is called at first: its file’s name without the ending. */
export function nameOfFile(fileName: string): string {
  return fileName
    .replace(/\.\w{1,5}$/, '')
    .replaceAll('_', ' ')
    .slice(0, LIMITS.nameMax);
}
