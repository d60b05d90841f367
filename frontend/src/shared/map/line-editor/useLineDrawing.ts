import type { LatLng } from '@qafila/contract';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../i18n/index.ts';
import { EMPTY_SCENE, type Scene } from '../scene.ts';
import { useLeafletMap } from '../use-leaflet-map.ts';
import { useMapLabels } from '../useMapLabels.ts';
import { LineDrawing, type LineDrawingOptions } from './line-drawing.ts';

type Drawn = Omit<LineDrawingOptions, 'labels'> & { value: readonly LatLng[]; context: Partial<Scene> };

/** A map in the element, with the line on it. */
export function useLineDrawing(
  host: RefObject<HTMLElement | null>,
  { value, context, ...rest }: Drawn,
): RefObject<LineDrawing | null> {
  const { t } = useTranslation('map');
  const lang = usePreferences((preferences) => preferences.language);
  const labels = useMapLabels();
  const map = useLeafletMap(host, { lang, labels });
  const drawing = useRef<LineDrawing>(null);
  const options: LineDrawingOptions = {
    ...rest,
    labels: {
      point: (number, count) => t('line.point', { number, count }),
      middle: (number) => t('line.middle', { number }),
    },
  };
  const latest = useRef({ options, value });
  useEffect(() => {
    latest.current = { options, value };
    drawing.current?.setOptions(options);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line does not become a polygon while it is drawn
  useEffect(
    function draw() {
      if (!map) return;
      const made = new LineDrawing(map.leaflet, latest.current.options);
      const { value: first } = latest.current;
      made.set(first);
      if (first.length > 1) map.fitLine(first);
      drawing.current = made;
      return () => {
        drawing.current = null;
        made.stop();
      };
    },
    [map, rest.mode],
  );
  useEffect(() => map?.setScene({ ...EMPTY_SCENE, ...context }), [map, context]);
  useEffect(
    function follow() {
      if (map) drawing.current?.set(value);
    },
    [map, value],
  );
  return drawing;
}
