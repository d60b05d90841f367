import { setImmediate as breath } from 'node:timers/promises';
import {
  FAULT_WORDS,
  type ImportedRow,
  type ImportReport,
  LIMITS,
  type TableColumn,
  type TableLanguage,
  type WorkTopic,
} from '@qafila/contract';
import { audit } from '../audit.repository.ts';
import type { Context } from '../context.ts';
import { inOwnTransaction } from '../own-transaction.ts';
import { readTable, type TableRow } from './read-table.ts';
import type { Cell } from './write-table.ts';

/** What one row of a file would do. */
export type PlannedRow = Omit<ImportedRow, 'row'> & {
  /** Two rows with the same key are about the same thing. */
  readonly key: string;
  /** For rows that are new or change something, in the transaction it is given. */
  readonly apply?: (ctx: Context) => Promise<void>;
};

/** A list that can be saved as a table and read from one. */
export type ImportTable<Key extends string> = {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly columns: readonly TableColumn<Key>[];
  /** What is announced to all when some of it was imported, and its word in the audit. */
  readonly topic: WorkTopic;
  readonly save: (ctx: Context, language: TableLanguage) => Promise<Readonly<Record<Key, Cell>>[]>;
  /** Reads what all rows need at once; the answer then judges row after row, without the database. */
  readonly plan: (
    ctx: Context,
    rows: readonly TableRow<Key>[],
    language: TableLanguage,
  ) => Promise<(row: TableRow<Key>) => PlannedRow>;
};

type Judged<Key extends string> = { row: TableRow<Key>; planned: PlannedRow };

/** A long table does not keep others waiting: between so many rows they have their turn. */
const AT_A_TIME = 200;

/** What is audited holds the chain to the end of its transaction: no other write waits for more rows than that. */
const WRITTEN_AT_A_TIME = 20;

/**
 * A preview, or with `isApplied` for good: rows that are right are taken though others are not. They are written a few
 * in a transaction; a table that was cut short is read again, and what was taken is then the same.
 */
export async function importTable<Key extends string>(
  ctx: Context,
  table: ImportTable<Key>,
  body: unknown,
  { isApplied, language }: { isApplied: boolean; language: TableLanguage },
): Promise<ImportReport> {
  const counts = { new: 0, changed: 0, same: 0, error: 0 };
  const reading = await readTable(body, table.columns);
  if (!reading.ok) {
    const { column, code } = reading;
    return { isApplied: false, counts, fault: { row: 0, column, code }, rows: [] };
  }
  const judged = await judge(ctx, table, reading.rows, language);
  for (const { planned } of judged) counts[planned.state]++;
  if (isApplied) {
    // What was taken before a row that failed stays taken: others read it anew.
    await apply(ctx, judged).finally(() =>
      ctx.announce({ kind: 'workChanged', topics: [table.topic], associationIds: 'all' }),
    );
    const imported = { action: 'table.imported', subjectType: table.topic, subjectId: null, detail: counts };
    await inOwnTransaction(ctx, (inside) => audit(inside, imported));
  }
  return { isApplied, counts, fault: null, rows: worthShowing(judged) };
}

async function apply(ctx: Context, judged: readonly Judged<string>[]): Promise<void> {
  const steps = judged.flatMap(({ planned }) => planned.apply ?? []);
  for (let at = 0; at < steps.length; at += WRITTEN_AT_A_TIME) {
    await inOwnTransaction(ctx, async (inside) => {
      for (const step of steps.slice(at, at + WRITTEN_AT_A_TIME)) await step(inside);
    });
  }
}

async function judge<Key extends string>(
  ctx: Context,
  table: ImportTable<Key>,
  rows: readonly TableRow<Key>[],
  language: TableLanguage,
): Promise<Judged<Key>[]> {
  const plan = await table.plan(ctx, rows, language);
  const known = new Set<string>();
  const judged: Judged<Key>[] = [];
  for (const [index, row] of rows.entries()) {
    const planned = plan(row);
    const isRepeated = planned.key !== '' && known.size === known.add(planned.key).size;
    judged.push({ row, planned: isRepeated ? repeated(planned) : planned });
    if (index % AT_A_TIME === AT_A_TIME - 1) await breath();
  }
  return judged;
}

function repeated({ key, label }: PlannedRow): PlannedRow {
  return { key, label, state: 'error', changes: [], faults: [{ column: '', code: 'duplicate_lines' }] };
}

const TELLING = { error: 0, changed: 1, new: 2, same: 3 } as const;

function worthShowing<Key extends string>(judged: readonly Judged<Key>[]): ImportedRow[] {
  return judged
    .map(({ row: { row }, planned: { state, label, changes, faults } }) => ({
      row,
      state,
      label,
      changes,
      faults,
    }))
    .toSorted((one, other) => TELLING[one.state] - TELLING[other.state] || one.row - other.row)
    .slice(0, LIMITS.importRowsShown);
}

const FAULT_COLUMN = { key: 'fault', ar: 'الخطأ', en: 'Fault' } as const;

/** The rows that cannot be taken, as they came, each with what is wrong: to be mended and read again. */
export async function faultyRows<Key extends string>(
  ctx: Context,
  table: ImportTable<Key>,
  body: unknown,
  language: TableLanguage,
): Promise<{ columns: readonly TableColumn[]; rows: Record<string, Cell>[] }> {
  const columns = [...table.columns, FAULT_COLUMN];
  const reading = await readTable(body, table.columns);
  if (!reading.ok) return { columns, rows: [] };
  const judged = await judge(ctx, table, reading.rows, language);
  const faulty = judged.filter(({ planned }) => planned.state === 'error');
  return {
    columns,
    rows: faulty.map(({ row, planned }) => ({
      ...Object.fromEntries(columns.map(({ key }) => [key, row.cells[key as Key] ?? null])),
      fault: planned.faults.map((fault) => inWords(table.columns, fault, language)).join('; '),
    })),
  };
}

function inWords(
  columns: readonly TableColumn[],
  { column, code }: { column: string; code: string },
  language: TableLanguage,
): string {
  const word = FAULT_WORDS[code as keyof typeof FAULT_WORDS]?.[language] ?? code;
  const name = columns.find(({ key }) => key === column)?.[language];
  return name === undefined ? word : `${name}: ${word}`;
}
