import type { VisitedAssociation } from '@qafila/contract';
import type { Glyph } from '../../shared/ui/index.ts';

/** An association with the mark it has on the map and in the list beside it. */
export type MarkedAssociation = VisitedAssociation & {
  glyph: Glyph;
  /** The word for its glyph. */
  word: string;
};
