import { type FieldErrorCode, LIMITS, type TableColumn } from '@qafila/contract';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { asItWas } from './cells.ts';
import { decodeText } from './decode.ts';
import { faultOfWorkbook } from './guard-zip.ts';

/** A row by its columns' keys; empty cells are left out. `row` as a spreadsheet counts: the first after the head is 2. */
export type TableRow<Key extends string> = { row: number; cells: Partial<Record<Key, string>> };

export type TableReading<Key extends string> =
  | { ok: true; rows: TableRow<Key>[] }
  | { ok: false; column: string; code: FieldErrorCode };

/** As far as a workbook is read; each head is compared with every name of every column. */
const MOST_COLUMNS = 104;

type Cells = readonly (readonly string[])[];

class Unreadable extends Error {
  readonly column: string;
  readonly code: FieldErrorCode;

  constructor(code: FieldErrorCode, column = '') {
    super(code);
    this.code = code;
    this.column = column;
  }
}

/** Reads a CSV or XLSX file, whichever it is, into rows with known columns. Columns that nobody knows are passed by. */
export async function readTable<Key extends string>(
  body: unknown,
  columns: readonly TableColumn<Key>[],
): Promise<TableReading<Key>> {
  try {
    if (!Buffer.isBuffer(body)) throw new Unreadable('unreadable');
    const [head = [], ...rows] = isZip(body) ? await cellsOfWorkbook(body) : cellsOfText(body);
    if (head.length > MOST_COLUMNS) throw new Unreadable('unreadable');
    if (rows.length > LIMITS.tableRows) throw new Unreadable('too_many_rows');
    const places = placesOf(head, columns);
    return { ok: true, rows: rows.map((cells, index) => rowOf(cells, index + 2, places)).filter(isFilled) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, column: error.column, code: error.code };
  }
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));
}

async function cellsOfWorkbook(bytes: Buffer): Promise<Cells> {
  const fault = faultOfWorkbook(bytes);
  if (fault) throw new Unreadable(fault);
  const sheet = await readSheet(bytes).catch(() => {
    throw new Unreadable('unreadable');
  });
  return sheet.map((row) => row.map(textOf));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

const DELIMITERS = [',', ';', '\t', '|'];

/** Whichever the head uses most. The Arabic comma is none: no program would read it as one. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/\r?\n/, 1);
  const counted = DELIMITERS.map((mark) => ({ mark, count: head.split(mark).length }));
  return counted.toSorted((one, other) => other.count - one.count)[0]?.mark ?? ',';
}

function cellsOfText(bytes: Buffer): Cells {
  const text = decodeText(bytes);
  if (text === undefined || text.trim() === '') throw new Unreadable('unreadable');
  const { data, errors, meta } = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    preview: LIMITS.tableRows + 2,
  });
  if (errors.some(({ type }) => type === 'Quotes')) throw new Unreadable('unreadable');
  const [head = []] = data;
  if (head.length === 1 && /،/.test(head[0] ?? '')) throw new Unreadable('wrong_delimiter');
  const isEnding = data.at(-1)?.length === 1 && data.at(-1)?.[0] === '';
  return meta.truncated || !isEnding ? data : data.slice(0, -1);
}

/** Where each known column stands. */
function placesOf<Key extends string>(
  head: readonly string[],
  columns: readonly TableColumn<Key>[],
): Map<number, Key> {
  const places = new Map<number, Key>();
  for (const [place, cell] of head.entries()) {
    const name = plain(cell);
    const column = columns.find(({ key, ar, en }) => [key, ar, en].some((it) => plain(it) === name));
    if (!column) continue;
    if ([...places.values()].includes(column.key)) throw new Unreadable('duplicate_column', column.key);
    places.set(place, column.key);
  }
  const missing = columns.find(({ key, isNeeded }) => isNeeded && ![...places.values()].includes(key));
  if (missing) throw new Unreadable('missing_column', missing.key);
  return places;
}

function plain(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

function rowOf<Key extends string>(
  cells: readonly string[],
  row: number,
  places: ReadonlyMap<number, Key>,
): TableRow<Key> {
  const known: Partial<Record<Key, string>> = {};
  for (const [place, key] of places) {
    const text = asItWas(cells[place]?.trim() ?? '').trim();
    if (text !== '') known[key] = text;
  }
  return { row, cells: known };
}

function isFilled({ cells }: TableRow<string>): boolean {
  return Object.keys(cells).length > 0;
}
