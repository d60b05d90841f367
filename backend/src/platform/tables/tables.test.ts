import { LIMITS, type TableColumn } from '@qafila/contract';
import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readTable } from './read-table.ts';
import { type Cell, tableBytes } from './write-table.ts';

const COLUMNS: readonly TableColumn<'name' | 'count'>[] = [
  { key: 'name', ar: 'الاسم', en: 'Name', isNeeded: true },
  { key: 'count', ar: 'العدد', en: 'Count' },
];

const read = (text: string | Buffer) => readTable(Buffer.from(text as string), COLUMNS);
const rows = (...cells: { name?: string; count?: string }[]) => ({
  ok: true,
  rows: cells.map((it, index) => ({ row: index + 2, cells: it })),
});

describe('reading a text table', () => {
  const ONE = rows({ name: 'جمعية', count: '٣٥' });
  test.each([
    ['by the Arabic heads', 'الاسم,العدد\nجمعية,٣٥\n'],
    ['by the English heads in any case', 'NAME,count\nجمعية,٣٥'],
    ['with a byte order mark', '\ufeffName,Count\r\nجمعية,٣٥\r\n'],
    ['with semicolons', 'Name;Count\nجمعية;٣٥\n'],
    ['with tabs', 'Name\tCount\nجمعية\t٣٥\n'],
    ['in UTF-16', Buffer.from('\ufeffName,Count\nجمعية,٣٥\n', 'utf16le')],
    ['with columns nobody knows', 'x,Name,y,Count\n1,جمعية,2,٣٥\n'],
  ])('%s', async (_how, text) => {
    expect(await read(text)).toEqual(ONE);
  });

  test('in the code page of Arabic Windows', async () => {
    const bytes = Buffer.concat([Buffer.from('Name\n'), Buffer.from([0xcc, 0xe3, 0xda, 0xed, 0xc9])]);
    expect(await read(bytes)).toEqual(rows({ name: 'جمعية' }));
  });

  test('empty lines are passed by, and rows keep the number a spreadsheet shows', async () => {
    expect(await read('Name,Count\n\na,1\n,\nb,2\n')).toEqual({
      ok: true,
      rows: [
        { row: 3, cells: { name: 'a', count: '1' } },
        { row: 5, cells: { name: 'b', count: '2' } },
      ],
    });
  });

  test.each([
    ['nothing', '', 'unreadable', ''],
    ['a quote that is never closed', 'Name\n"a', 'unreadable', ''],
    ['binary content', 'Name\na\u0000b', 'unreadable', ''],
    ['the same head twice', 'Name,name\na,b', 'duplicate_column', 'name'],
    ['a head twice in two languages', 'Name,الاسم\na,b', 'duplicate_column', 'name'],
    ['a column that is needed', 'Count\n1', 'missing_column', 'name'],
    ['Arabic commas between the columns', 'الاسم،العدد\nجمعية،1', 'wrong_delimiter', ''],
    ['a head without end', `Name${',x'.repeat(1_000)}\na`, 'unreadable', ''],
    ['one row too many', `Name\n${'a\n'.repeat(LIMITS.tableRows + 1)}`, 'too_many_rows', ''],
  ])('is refused for %s', async (_what, text, code, column) => {
    expect(await read(text)).toEqual({ ok: false, code, column });
  });
});

describe('reading a workbook', () => {
  const sheet = (xml: string, extra: Record<string, Uint8Array> = {}) =>
    Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': Buffer.from(xml), ...extra }, { level: 9 }));

  test('gives what was written, numbers and all', async () => {
    const book = await writeXlsxFile([
      [{ value: 'Name' }, { value: 'العدد' }],
      [{ value: 'جمعية' }, { value: 35, type: Number }],
    ]).toBuffer();
    expect(await readTable(book, COLUMNS)).toEqual(rows({ name: 'جمعية', count: '35' }));
  });

  test.each([
    ['that unfolds into gigabytes', sheet('<a/>', { 'xl/b.xml': new Uint8Array(60_000_000) }), 'unreadable'],
    ['with entities', sheet('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), 'entities_refused'],
    [
      'with a cell at the end of the world',
      sheet('<row><c r="XFD1048576"><v>1</v></c></row>'),
      'too_many_rows',
    ],
    ['with such a cell in other quotes', sheet("<row><c r='A3000000'><v>1</v></c></row>"), 'too_many_rows'],
    ['with such a cell behind a mark', sheet('<row><c s=">" r="A3000000"/></row>'), 'too_many_rows'],
    ['with such a cell in entities', sheet('<row><c r="A&#51;000000"/></row>'), 'entities_refused'],
    ['that is another zip', Buffer.from(zipSync({ 'a.txt': Buffer.from('a') })), 'unreadable'],
    ['that breaks off', sheet('<a/>').subarray(0, 60), 'unreadable'],
  ])('%s is refused', async (_what, bytes, code) => {
    expect(await readTable(bytes, COLUMNS)).toEqual({ ok: false, code, column: '' });
  });
});

describe('writing', () => {
  const NAMES = [
    '=HYPERLINK("x")',
    '+963 11',
    '-1',
    '@a',
    '\tb',
    'a, "b"',
    '<img src=x onerror=alert(1)>',
    'قافلة',
    `'=1`,
    `''-1`,
    `'قول'`,
    '＝1+1',
  ];
  const table = (format: 'csv' | 'xlsx') => ({
    format,
    language: 'ar' as const,
    columns: COLUMNS,
    rows: NAMES.map((name, index): Record<'name' | 'count', Cell> => ({ name, count: -index })),
  });

  test('no text of a CSV begins a formula, and it is read back as it was', async () => {
    const bytes = await tableBytes(table('csv'));
    const text = bytes.toString('utf8');
    expect(text.startsWith('\ufeffالاسم,العدد\r\n')).toBe(true);
    expect(text).not.toMatch(/(?:^|,|\n)"?[=+@\t＝]/m);
    const back = await readTable(bytes, COLUMNS);
    expect(back.ok && back.rows.map(({ cells }) => cells.name)).toEqual(NAMES.map((name) => name.trim()));
  });

  test('no text of a workbook is a formula, and numbers are numbers', async () => {
    const cells = await readSheet(await tableBytes(table('xlsx')));
    expect(cells[1]).toEqual([`'=HYPERLINK("x")`, 0]);
    expect(cells[3]).toEqual([`'-1`, -2]);
  });
});
