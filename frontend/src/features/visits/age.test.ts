import { describe, expect, it } from 'vitest';
import { ageOf } from './age.ts';
import { monthsIn } from './months.ts';

const NOW = new Date('2026-08-15T09:00:00Z');
const visited = (at: string) => ({ last: { id: 'x', at, result: 'clear' as const } });

describe('the age of a last visit', () => {
  it('is told against how often there should be one', () => {
    expect(ageOf({ last: null }, 12, NOW)).toBe('never');
    expect(ageOf(visited('2026-07-01T09:00:00Z'), 12, NOW)).toBe('recent');
    expect(ageOf(visited('2025-10-20T09:00:00Z'), 12, NOW)).toBe('due_soon');
    expect(ageOf(visited('2025-07-01T09:00:00Z'), 12, NOW)).toBe('overdue');
    expect(ageOf(visited('2026-07-01T09:00:00Z'), 1, NOW)).toBe('overdue');
  });
});

describe('the months in an address', () => {
  it('are those named, or the usual ones where nothing sensible is', () => {
    expect(monthsIn('6')).toBe(6);
    expect(['', 'x', '0', '-3', '999'].map(monthsIn)).toEqual([12, 12, 12, 12, 12]);
  });
});
