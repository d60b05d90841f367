import { useEffect, useMemo, useRef } from 'react';
import { useFormat } from '../../shared/format/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { PlaceMarks, useLeafletMap, useMapLabels } from '../../shared/map/index.ts';
import { STAGE_SHAPES } from '../../shared/ui/stage-shapes.ts';
import type { MarkedAssociation } from './marked-association.ts';
import { mostOf } from './most-of.ts';
import classes from './VisitsMap.module.css';

type VisitsMapProps = {
  associations: readonly MarkedAssociation[];
  selected: string;
  onSelect: (associationId: string) => void;
};

/** Associations at their seats, each with the shape and colour of its last visit; a ring where one is planned. */
export function VisitsMap({ associations, selected, onSelect }: VisitsMapProps) {
  const host = useRef<HTMLDivElement>(null);
  const lang = usePreferences((preferences) => preferences.language);
  const labels = useMapLabels();
  const { name, number } = useFormat();
  const map = useLeafletMap(host, { lang, labels });
  const marks = useRef<PlaceMarks>(null);
  const pick = useRef(onSelect);
  useEffect(() => {
    pick.current = onSelect;
  });
  const drawn = useMemo(
    () =>
      associations.map(({ association, place, glyph, word, next }) => ({
        id: association.id,
        at: place.at,
        shape: STAGE_SHAPES[glyph],
        tone: glyph,
        isRinged: next !== null,
        label: `${name(association)} · ${word}`,
      })),
    [associations, name],
  );
  useEffect(
    function mark() {
      if (!map) return;
      const made = new PlaceMarks(map.leaflet, (id) => pick.current(id));
      marks.current = made;
      return () => {
        marks.current = null;
        made.stop();
      };
    },
    [map],
  );
  useEffect(() => {
    if (map) marks.current?.set(drawn, selected, number);
  }, [map, drawn, selected, number]);
  const spread = drawn.map(({ at }) => `${at.lat},${at.lng}`).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is set anew only when the places are others
  useEffect(
    function showAll() {
      if (drawn.length > 0) map?.fitLine(mostOf(drawn.map(({ at }) => at)));
    },
    [map, spread],
  );
  return <div ref={host} className={classes.map} />;
}
