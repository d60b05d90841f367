import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import type { Action } from './permissions.ts';
import { TABLE_MEDIA_TYPES, TableFault, TableFormat, TableLanguage, TableQuery } from './tables.ts';

/** What a row of a table would do, or did. */
export const ImportedState = z.enum(['new', 'changed', 'same', 'error']);
export type ImportedState = z.infer<typeof ImportedState>;

export const ImportedRow = z.strictObject({
  /** As a spreadsheet counts: the first below the head is 2. */
  row: z.int(),
  state: ImportedState,
  /** What the row is about, by the words in it. */
  label: z.string(),
  changes: z.array(z.strictObject({ column: z.string(), from: z.string(), to: z.string() })),
  faults: z.array(TableFault.omit({ row: true })),
});
export type ImportedRow = z.infer<typeof ImportedRow>;

export const ImportReport = z.strictObject({
  /** False for a preview: nothing was kept. */
  isApplied: z.boolean(),
  counts: z.record(ImportedState, z.int()),
  /** What is wrong with the table as a whole: nothing of it can be taken. */
  fault: TableFault.nullable(),
  /** Of more rows than `LIMITS.importRowsShown`: those with faults, then those that change something. */
  rows: z.array(ImportedRow),
});
export type ImportReport = z.infer<typeof ImportReport>;

type TableEndpoints = {
  path: `/api/v1/${string}`;
  /** As it follows the verb: `the registry`. */
  what: string;
  read: Action;
  write: Action;
};

/**
 * A list as a table: saved, read with a preview, applied row by row, and given back with what was wrong. What was
 * saved can be read again; rows that are right are taken though others are not.
 */
export function tableEndpoints({ path, what, read, write }: TableEndpoints) {
  const file = { bodyType: 'file', bodyBytes: LIMITS.tableBytes, idempotent: false } as const;
  const saved = { responseType: 'file', mediaTypes: Object.values(TABLE_MEDIA_TYPES) } as const;
  return {
    save: endpoint({
      method: 'get',
      path: `${path}/table`,
      summary: `Save ${what} as CSV or XLSX`,
      access: read,
      query: TableQuery,
      ...saved,
    }),
    load: endpoint({
      method: 'post',
      path: `${path}/table`,
      summary: `Read ${what} from CSV or XLSX: a preview, or with apply=yes for good; a row twice is a row once`,
      access: write,
      query: z.strictObject({
        apply: z.enum(['yes', 'no']).default('no'),
        /** Of the words in which changes are told. */
        language: TableLanguage.default('ar'),
      }),
      ...file,
      response: ImportReport,
    }),
    faults: endpoint({
      method: 'post',
      path: `${path}/table/faults`,
      summary: `The rows of a table of ${what} that cannot be taken, each with what is wrong`,
      access: write,
      query: z.strictObject({
        format: TableFormat.default('csv'),
        language: TableLanguage.default('ar'),
      }),
      ...file,
      ...saved,
    }),
  };
}
