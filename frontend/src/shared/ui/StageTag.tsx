import { useWord, type Worded } from '../i18n/useWord.ts';
import { StageGlyph } from './StageGlyph.tsx';
import classes from './StageTag.module.css';
import { type Glyph, STATE_GLYPHS } from './stage-shapes.ts';

type StageTagProps = {
  [Of in keyof Worded]: { of: Of; state: Worded[Of]; framed?: boolean; label?: string };
}[keyof Worded];

/** A state in words: the glyph carries the colour, the word stays in ink. */
export function StageTag(props: StageTagProps) {
  const { state } = useWord();
  const glyph = (STATE_GLYPHS[props.of] as Readonly<Record<string, Glyph | null>>)[props.state];
  return (
    <span className={props.framed === false ? classes.plain : classes.tag}>
      {glyph && <StageGlyph glyph={glyph} />}
      {props.label ?? state(props.of, props.state)}
    </span>
  );
}
