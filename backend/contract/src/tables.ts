import { z } from 'zod';
import type { FieldErrorCode } from './field-errors.ts';

/** As what a table can be saved. What is read is told by its content. */
export const TableFormat = z.enum(['csv', 'xlsx']);
export type TableFormat = z.infer<typeof TableFormat>;

export const TABLE_MEDIA_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A column of tables that are saved and read: either language names it, and its own key does. */
export type TableColumn<Key extends string = string> = {
  readonly key: Key;
  readonly ar: string;
  readonly en: string;
  /** A table without this column cannot be read. */
  readonly isNeeded?: boolean;
};

export const TableLanguage = z.enum(['ar', 'en']);
export type TableLanguage = z.infer<typeof TableLanguage>;

export const TableQuery = z.strictObject({
  format: TableFormat.default('csv'),
  language: TableLanguage.default('ar'),
});

/** What is wrong with one cell, or, in row 0, with the table. Rows are counted as a spreadsheet counts them. */
export const TableFault = z.strictObject({
  row: z.int(),
  /** The column's key; empty where it is about the whole row. */
  column: z.string(),
  code: z.string(),
});
export type TableFault = z.infer<typeof TableFault> & { readonly code: FieldErrorCode | (string & {}) };
