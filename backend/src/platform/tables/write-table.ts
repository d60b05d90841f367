import { TABLE_MEDIA_TYPES, type TableColumn, type TableFormat, type TableLanguage } from '@qafila/contract';
import type { Response } from 'express';
import Papa from 'papaparse';
import writeXlsxFile from 'write-excel-file/node';
import { neutralised } from './cells.ts';

export type Cell = string | number | null;

type Table<Key extends string> = {
  readonly format: TableFormat;
  readonly language: TableLanguage;
  readonly columns: readonly TableColumn<Key>[];
  readonly rows: readonly Readonly<Record<Key, Cell>>[];
};

/** Excel takes a CSV without it for the code page of its country. */
const BYTE_ORDER_MARK = '\ufeff';

/** Answers with a table to be saved, under a name of ours. Text never becomes a formula; numbers stay numbers. */
export async function sendTable<Key extends string>(
  res: Response,
  name: string,
  table: Table<Key>,
): Promise<Response> {
  return res
    .type(TABLE_MEDIA_TYPES[table.format])
    .set('Content-Disposition', `attachment; filename="${name}.${table.format}"`)
    .set('Cache-Control', 'private, no-store')
    .send(await tableBytes(table));
}

export async function tableBytes<Key extends string>(table: Table<Key>): Promise<Buffer> {
  return table.format === 'xlsx' ? await workbook(table) : csv(table);
}

function csv<Key extends string>({ language, columns, rows }: Table<Key>): Buffer {
  const head = columns.map((column) => column[language]);
  const lines = rows.map((row) => columns.map(({ key }) => safe(row[key])));
  return Buffer.from(BYTE_ORDER_MARK + Papa.unparse([head, ...lines], { newline: '\r\n' }), 'utf8');
}

async function workbook<Key extends string>({ language, columns, rows }: Table<Key>): Promise<Buffer> {
  const head = columns.map((column) => ({ value: column[language], fontWeight: 'bold' as const }));
  const lines = rows.map((row) => columns.map(({ key }) => safe(row[key])));
  return await writeXlsxFile([head, ...lines], {
    rightToLeft: language === 'ar',
    stickyRowsCount: 1,
    columns: columns.map(() => ({ width: 20 })),
  }).toBuffer();
}

function safe(cell: Cell): Cell {
  return typeof cell === 'string' ? neutralised(cell) : cell;
}
