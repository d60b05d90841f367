import { Button } from '@mantine/core';
import type { Signature } from '@qafila/contract';
import { type PointerEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SignaturePad.module.css';
import { begin, extend, normalise, pathOf } from './signature-strokes.ts';

const WIDTH = 300;
const HEIGHT = 100;

type SignaturePadProps = {
  label: string;
  value: Signature;
  onChange: (strokes: Signature) => void;
  id?: string;
  error?: string | undefined;
};

/** The receiver's own hand, kept as strokes of points in a box of 1 by 1. */
export function SignaturePad({ label, value, onChange, id, error }: SignaturePadProps) {
  const { t } = useTranslation();
  const fallbackId = useId();
  const drawing = useRef<Signature | null>(null);
  const draw = (event: PointerEvent<SVGSVGElement>, step: typeof extend, strokes: Signature) => {
    drawing.current = step(strokes, normalise(event, event.currentTarget.getBoundingClientRect()));
    onChange(drawing.current);
  };
  return (
    <fieldset id={id ?? fallbackId} className={classes.field} tabIndex={-1}>
      <legend className={classes.label}>{label}</legend>
      <div className={classes.pad} data-error={error ? true : undefined}>
        <span className={classes.line} />
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          className={classes.ink}
          data-drawable
          role="img"
          aria-label={value.length > 0 ? t('signature.made') : t('signature.draw')}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            draw(event, begin, value);
          }}
          onPointerMove={(event) => drawing.current && draw(event, extend, drawing.current)}
          onPointerUp={() => {
            drawing.current = null;
          }}
          onPointerCancel={() => {
            drawing.current = null;
          }}
        >
          <path d={pathOf(value, WIDTH, HEIGHT)} />
        </svg>
      </div>
      <div className={classes.foot}>
        <span className={error ? classes.error : undefined}>
          {error ?? (value.length > 0 ? t('signature.made') : t('signature.draw'))}
        </span>
        {value.length > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => onChange([])}>
            {t('action.clearAndRedo')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** A signature as it was drawn, to look at and to print. */
export function SignatureImage({ strokes, label }: { strokes: Signature; label: string }) {
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={classes.ink}
      style={{ position: 'static', blockSize: 'auto' }}
      role="img"
      aria-label={label}
    >
      <path d={pathOf(strokes, WIDTH, HEIGHT)} />
    </svg>
  );
}
