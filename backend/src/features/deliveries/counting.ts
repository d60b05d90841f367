import type { CountedLine, FieldError } from '@qafila/contract';
import { fieldError } from '@qafila/contract';
import { Refusal, refuseFields } from '../../platform/refusal.ts';

/**
 * Requires that every loaded line is counted once, and to the unit.
 * @param loaded units by line
 * @throws {Refusal} `invalid_input` for a line that is not on the waybill or comes twice; `counts_do_not_add_up`
 */
export function requireAddsUp(counted: readonly CountedLine[], loaded: ReadonlyMap<string, number>): void {
  const wrong = referenceErrors(counted, loaded);
  if (wrong.length > 0) throw refuseFields(...wrong);
  const sums = counted.map((line, index) => ({
    path: `lines.${index}.good`,
    loaded: loaded.get(line.lineId) ?? 0,
    counted: line.good + line.damaged + line.missing,
  }));
  const uncounted = [...loaded]
    .filter(([lineId]) => !counted.some((line) => line.lineId === lineId))
    .map(([, units]) => ({ path: 'lines', loaded: units, counted: 0 }));
  const errors = [...sums, ...uncounted]
    .filter((it) => it.loaded !== it.counted)
    .map((it) => ({
      path: it.path,
      code: 'counts_do_not_add_up',
      message: 'counts_do_not_add_up',
      values: { loaded: it.loaded, counted: it.counted },
    }));
  const [first] = errors;
  if (first) throw new Refusal('counts_do_not_add_up', undefined, { values: first.values, errors });
}

function referenceErrors(counted: readonly CountedLine[], loaded: ReadonlyMap<string, number>): FieldError[] {
  const seen = new Set<string>();
  return counted.flatMap(({ lineId }, index) => {
    const path = `lines.${index}.lineId`;
    if (!loaded.has(lineId)) return [fieldError(path, 'no_such_reference')];
    if (seen.has(lineId)) return [fieldError(path, 'duplicate_lines')];
    seen.add(lineId);
    return [];
  });
}
