import classes from './StageGlyph.module.css';
import { type Glyph, STAGE_SHAPES } from './stage-shapes.ts';

/** Shape and colour of a stage, with a halo so that it reads on any ground. The word beside it is the caller's. */
export function StageGlyph({ glyph, size = 14 }: { glyph: Glyph; size?: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className={classes.glyph}
      data-glyph={glyph}
      aria-hidden="true"
    >
      <path d={STAGE_SHAPES[glyph]} fillRule="evenodd" />
    </svg>
  );
}
