import type { DocumentRef } from '@qafila/contract';
import { useRef, useState } from 'react';
import { faultOf, nameOfFile, type UploadDocument } from './document-upload.ts';

/** A file that was chosen and is not attached yet. */
export type Waiting = {
  readonly key: number;
  readonly file: File;
  readonly name: string;
  /** How much of it has left; undefined while it is not being sent. */
  readonly share?: number | undefined;
  /** Why it was refused. */
  readonly error?: unknown;
};

type TrayInput = {
  documents: readonly DocumentRef[];
  onChange: (documents: DocumentRef[]) => void;
  upload: UploadDocument;
  max: number;
};

/** Files between being chosen and being attached: each has a name that can be changed, and is sent one after another. */
export function useDocumentTray({ documents, onChange, upload, max }: TrayInput) {
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const nextKey = useRef(0);
  const change = (key: number, changed: Partial<Waiting>) =>
    setWaiting((now) => now.map((it) => (it.key === key ? { ...it, ...changed } : it)));
  const leaveOut = (key: number) => setWaiting((now) => now.filter((it) => it.key !== key));

  const add = (files: Iterable<File>) => {
    const room = max - documents.length - waiting.length;
    const chosen = [...files].slice(0, Math.max(0, room)).map((file) => {
      nextKey.current += 1;
      return { key: nextKey.current, file, name: nameOfFile(file.name) };
    });
    setWaiting((now) => [...now, ...chosen]);
  };

  const sendOne = async ({ key, file, name }: Waiting): Promise<DocumentRef | undefined> => {
    change(key, { share: 0, error: undefined });
    try {
      const document = await upload({
        file,
        name: name.trim(),
        onProgress: (share) => change(key, { share }),
      });
      leaveOut(key);
      return document;
    } catch (error) {
      change(key, { share: undefined, error });
      return undefined;
    }
  };

  /** Whether all of them are attached now. */
  const attach = async (): Promise<boolean> => {
    let attached = [...documents];
    for (const it of waiting) {
      const document = faultOf(it.file, it.name) === undefined ? await sendOne(it) : undefined;
      if (!document) continue;
      attached = [...attached, document];
      onChange(attached);
    }
    return attached.length === documents.length + waiting.length;
  };

  const isSending = waiting.some(({ share }) => share !== undefined);
  return {
    waiting,
    add,
    rename: (key: number, name: string) => change(key, { name }),
    leaveOut,
    attach,
    isSending,
  };
}
