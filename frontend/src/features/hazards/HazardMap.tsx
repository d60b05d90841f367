import type { Hazard } from '@qafila/contract';
import { useEffect, useMemo, useRef } from 'react';
import { usePreferences } from '../../shared/i18n/index.ts';
import { EMPTY_SCENE, type Scene, useLeafletMap, useMapLabels } from '../../shared/map/index.ts';
import classes from './HazardMap.module.css';
import { isFire, marksOf, ringOf } from './hazard-view.ts';

type HazardMapProps = {
  hazards: readonly Hazard[];
  now: Date;
  selected: Hazard | undefined;
  onSelect: (id: string | null) => void;
};

/** Where they are; what is chosen in the list is brought into sight. */
export function HazardMap({ hazards, now, selected, onSelect }: HazardMapProps) {
  const host = useRef<HTMLDivElement>(null);
  const lang = usePreferences((preferences) => preferences.language);
  const labels = useMapLabels();
  const map = useLeafletMap(host, { lang, labels, onPick: (pick) => onSelect(pick?.id ?? null) });
  const scene = useMemo(
    (): Scene => ({
      ...EMPTY_SCENE,
      ...marksOf(hazards, now),
      selection: selected ? { kind: isFire(selected) ? 'fire' : 'hazard', id: selected.id } : null,
    }),
    [hazards, now, selected],
  );
  useEffect(() => map?.setScene(scene), [map, scene]);
  useEffect(
    function show() {
      if (selected) map?.fitLine(ringOf(selected.area));
    },
    [map, selected],
  );
  return <div ref={host} className={classes.map} />;
}
