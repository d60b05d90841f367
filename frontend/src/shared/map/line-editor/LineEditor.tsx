import { Button } from '@mantine/core';
import type { LatLng } from '@qafila/contract';
import { IconArrowBackUp, IconPointOff, IconTrash } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.ts';
import { measureLine } from '../geometry.ts';
import type { Scene } from '../scene.ts';
import classes from './LineEditor.module.css';
import { isFixed, type LineMode } from './line-edit.ts';
import { useLineDrawing } from './useLineDrawing.ts';

export type LineEditorProps = {
  /** Name of what is drawn. */
  label: string;
  mode: LineMode;
  value: readonly LatLng[];
  onChange: (points: LatLng[]) => void;
  /** The first and the last point of the line stand: a route begins and ends at its stops. */
  keepsEnds?: boolean;
  /** What a metre of the line stands for, as it bends where the line does not. */
  detour?: number;
  /** What lies around: depots, destinations, hazards, other routes. Give the same object while it is the same. */
  context?: Partial<Scene>;
  error?: string | undefined;
};

const NO_CONTEXT: Partial<Scene> = {};

/** A route or a zone, drawn on the map: points are added, moved, drawn out of the line and removed, and all of it undone. */
export function LineEditor(props: LineEditorProps) {
  const { label, mode, value, onChange, keepsEnds = false, detour = 1, context = NO_CONTEXT, error } = props;
  const { t } = useTranslation('map');
  const helpId = useId();
  const host = useRef<HTMLDivElement>(null);
  const [past, setPast] = useState<readonly (readonly LatLng[])[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  const change = (points: LatLng[]) => {
    setPast([...past, value]);
    onChange(points);
  };
  const undo = () => {
    const before = past.at(-1);
    if (!before) return;
    setPast(past.slice(0, -1));
    onChange([...before]);
  };
  const rules = { mode, keepsEnds };
  const drawing = useLineDrawing(host, {
    ...rules,
    value,
    context,
    onChange: change,
    onChoose: setChosen,
    onUndo: undo,
  });
  const canRemove = chosen !== null && chosen < value.length && !isFixed(value, chosen, rules);
  return (
    <section className={classes.editor} aria-label={label} aria-describedby={helpId}>
      <div className={classes.head}>
        <strong>{label}</strong>
        <span className={classes.size} aria-live="polite">
          <LineSize points={value} mode={mode} detour={detour} />
        </span>
      </div>
      <div ref={host} className={classes.map} data-error={error ? true : undefined} />
      <div className={classes.tools}>
        <Tool icon={IconArrowBackUp} onClick={undo} disabled={past.length === 0}>
          {t('line.undo')}
        </Tool>
        <Tool icon={IconPointOff} onClick={() => drawing.current?.removeChosen()} disabled={!canRemove}>
          {t('line.removePoint')}
        </Tool>
        <Tool
          icon={IconTrash}
          onClick={() => change(value.filter((_, i) => isFixed(value, i, rules)))}
          disabled={value.length === 0}
        >
          {t('line.clear')}
        </Tool>
      </div>
      {error && <p className={classes.error}>{error}</p>}
      <p id={helpId} className={classes.help}>
        {t('line.help')}
      </p>
    </section>
  );
}

type LineSizeProps = { points: readonly LatLng[]; mode: LineMode; detour: number };

function LineSize({ points, mode, detour }: LineSizeProps) {
  const { t } = useTranslation('map');
  const format = useFormat();
  if (points.length === 0) return t('line.empty');
  const count = t('line.points', { count: points.length });
  if (mode === 'polygon' || points.length < 2) return count;
  return t('line.length', { points: count, length: format.distance(measureLine(points).lengthM * detour) });
}

type ToolProps = { icon: typeof IconTrash; onClick: () => void; disabled: boolean; children: string };

function Tool({ icon: Icon, onClick, disabled, children }: ToolProps) {
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<Icon size={16} aria-hidden />}
      onClick={onClick}
      disabled={disabled}
    >
      {children}
    </Button>
  );
}
