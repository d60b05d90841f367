import type { CountedLine, DiscrepancyReason, WaybillLine } from '@qafila/contract';
import type { QuantityValue } from '../../shared/ui/QuantityInput.tsx';

/** One line as it is being counted: a figure may still be text that is no whole number, or not typed yet. */
export type Count = {
  good: QuantityValue;
  damaged: QuantityValue;
  missing: QuantityValue;
  reason: DiscrepancyReason | null;
  reasonNote: string;
};
export type Counts = Readonly<Record<string, Count>>;
export type CountPart = 'good' | 'damaged' | 'missing';

export const UNCOUNTED: Count = { good: '', damaged: 0, missing: 0, reason: null, reasonNote: '' };

export function wholeCount(units: number): Count {
  return { ...UNCOUNTED, good: units };
}

/** How a count stands against what was loaded. `by` is how much is not accounted for, or too much. */
export type Check =
  | { kind: 'whole' | 'differs' | 'uncounted' | 'unreadable' | 'reason' }
  | { kind: 'short' | 'over'; by: number };

export function checkOf(units: number, count: Count): Check {
  if (count.good === '') return { kind: 'uncounted' };
  const parts = [count.good, count.damaged, count.missing].map(figureOf);
  if (parts.includes(undefined)) return { kind: 'unreadable' };
  const by = units - parts.reduce((sum: number, part) => sum + (part ?? 0), 0);
  if (by !== 0) return { kind: by > 0 ? 'short' : 'over', by: Math.abs(by) };
  if (lossOf(count) === 0) return { kind: 'whole' };
  return { kind: count.reason === null ? 'reason' : 'differs' };
}

export function isSettled(check: Check): boolean {
  return check.kind === 'whole' || check.kind === 'differs';
}

/** Units damaged or missing. */
export function lossOf(count: Count): number {
  return (figureOf(count.damaged) ?? 0) + (figureOf(count.missing) ?? 0);
}

/** An emptied field of damaged or missing is none of them. */
function figureOf(value: QuantityValue): number | undefined {
  if (value === '') return 0;
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

/** The rest of a line that came short, as damaged or as missing. */
export function withRest(units: number, count: Count, part: 'damaged' | 'missing'): Count {
  const check = checkOf(units, count);
  if (check.kind !== 'short') return count;
  return { ...count, [part]: (figureOf(count[part]) ?? 0) + check.by };
}

/** What is sent; only for counts that all add up. */
export function countedLines(lines: readonly WaybillLine[], counts: Counts): CountedLine[] {
  return lines.map(({ lineId }) => {
    const { good, damaged, missing, reason, reasonNote } = counts[lineId] ?? UNCOUNTED;
    const hasLoss = lossOf(counts[lineId] ?? UNCOUNTED) > 0;
    return {
      lineId,
      good: figureOf(good) ?? 0,
      damaged: figureOf(damaged) ?? 0,
      missing: figureOf(missing) ?? 0,
      reason: hasLoss ? reason : null,
      reasonNote: hasLoss ? reasonNote : '',
    };
  });
}
