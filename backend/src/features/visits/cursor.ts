import { fieldError, Instant, Uuid } from '@qafila/contract';
import { refuseFields } from '../../platform/refusal.ts';

/** After which row of a list a page begins: what the list is ordered by, and the id. */
export type After = { key: string; id: string };

export function cursorOf({ key, id }: After): string {
  return `${key} ${id}`;
}

/** @throws {Refusal} when it is not one that this list gave */
export function afterOf(cursor: string | undefined, isKey: (text: string) => boolean): After | null {
  if (cursor === undefined) return null;
  const [key = '', id = '', ...more] = cursor.split(' ');
  if (more.length > 0 || !isKey(key) || !Uuid.safeParse(id).success) {
    throw refuseFields(fieldError('cursor', 'invalid_format'));
  }
  return { key, id };
}

export function isInstant(text: string): boolean {
  return Instant.safeParse(text).success;
}

/** The rows of one page out of one row more than it holds, and where the next one begins. */
export function pageOfRows<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => After,
): { rows: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rows.length > limit && last ? cursorOf(keyOf(last)) : null };
}
