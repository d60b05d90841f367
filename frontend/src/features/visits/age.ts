import type { VisitedAssociation, VisitResult } from '@qafila/contract';
import type { Glyph } from '../../shared/ui/index.ts';
import { monthsSince } from './months.ts';
import { RESULT_GLYPHS } from './severity.ts';

/** How long ago the last visit was, against how often there should be one. */
export const AGES = ['recent', 'due_soon', 'overdue', 'never'] as const;
export type Age = (typeof AGES)[number];

export const AGE_GLYPHS = {
  recent: 'settled',
  due_soon: 'delayed',
  overdue: 'incident',
  never: 'off',
} as const satisfies Record<Age, Glyph>;

/** From this share of the time on, the next visit is due soon. */
const SOON = 0.75;

export function ageOf({ last }: Pick<VisitedAssociation, 'last'>, everyMonths: number, now: Date): Age {
  if (last === null) return 'never';
  const months = monthsSince(last.at, now);
  if (months >= everyMonths) return 'overdue';
  return months >= everyMonths * SOON ? 'due_soon' : 'recent';
}

export type Seen = VisitResult | 'never';
export const SEEN = ['clear', 'minor', 'major', 'critical', 'never'] as const satisfies readonly Seen[];
export const SEEN_GLYPHS = { ...RESULT_GLYPHS, never: 'off' } as const satisfies Record<Seen, Glyph>;
