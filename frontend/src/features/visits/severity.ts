import type { VisitResult } from '@qafila/contract';
import type { Glyph } from '../../shared/ui/index.ts';

/** The shape and colour that a visit’s result or a finding’s severity wears. */
export const RESULT_GLYPHS = {
  clear: 'settled',
  minor: 'loading',
  major: 'delayed',
  critical: 'incident',
} as const satisfies Record<VisitResult, Glyph>;
