import { type ImportedRow, type TableLanguage, toFieldErrors } from '@qafila/contract';
import type { z } from 'zod';
import type { PlannedRow } from './import-table.ts';

type Fault = ImportedRow['faults'][number];
type Values = Readonly<Record<string, string>>;

/** What of a row differs from what is on record, column by column; empty cells leave what is there. */
function differences(before: Values, after: Values): ImportedRow['changes'] {
  return Object.entries(after)
    .filter(([column, to]) => (before[column] ?? '') !== to)
    .map(([column, to]) => ({ column, from: before[column] ?? '', to }));
}

/** What a row is about, of as much of it as is known. */
export function labelOf(...words: readonly (string | undefined)[]): string {
  return words.filter(Boolean).join(' · ');
}

type Named = { readonly nameAr: string; readonly nameEn: string };

/** As the reader of a table calls it; by its Arabic name where it has no other. */
export function nameIn(language: TableLanguage, named: Partial<Named> | undefined): string | undefined {
  return (language === 'en' && named?.nameEn) || named?.nameAr;
}

type Given = {
  key: string;
  label: string;
  faults: readonly Fault[];
  /** As cells would say it; undefined where there is nothing on record yet. */
  before: Values | undefined;
  after: Values;
  apply: NonNullable<PlannedRow['apply']>;
};

/** The row's judgement: an error, new, a change, or nothing to do. */
export function planned({ key, label, faults, before, after, apply }: Given): PlannedRow {
  if (faults.length > 0) return { key, label, state: 'error', changes: [], faults: [...faults] };
  if (!before) return { key, label, state: 'new', changes: [], faults: [], apply };
  const changes = differences(before, after);
  if (changes.length === 0) return { key, label, state: 'same', changes, faults: [] };
  return { key, label, state: 'changed', changes, faults: [], apply };
}

/** What a schema finds wrong, by the column it came from. */
export function faultsOf(error: z.ZodError): Fault[] {
  return toFieldErrors(error).map(({ path, code }) => ({ column: path.split('.')[0] ?? '', code }));
}
