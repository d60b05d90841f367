import { replaceEqualDeep } from '@tanstack/react-query';
import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import { usePreferences } from '../../shared/i18n/index.ts';
import {
  EMPTY_SCENE,
  type Insets,
  type QafilaMap,
  type Scene,
  type ScenePick,
  useLeafletMap,
  useMapLabels,
} from '../../shared/map/index.ts';
import type { ConvoyView } from './convoy-view.ts';
import { Legend } from './Legend.tsx';
import { useLive } from './live.store.ts';
import classes from './MapPane.module.css';
import { crewsOf, sceneVehicles } from './scene-of.ts';

type MapPaneProps = {
  scene: Scene;
  convoys: readonly ConvoyView[];
  clock: () => Date;
  insets: Insets;
  onPick: (pick: ScenePick | null) => void;
  onMap: (map: QafilaMap | null) => void;
};

/** The map itself. Positions go from the store straight to its canvas; React does not render on a ping. */
export function MapPane({ scene, convoys, clock, insets, onPick, onMap }: MapPaneProps) {
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef(EMPTY_SCENE);
  const lang = usePreferences((preferences) => preferences.language);
  const labels = useMapLabels();
  const map = useLeafletMap(host, { lang, labels, insets, onPick });
  const crews = useMemo(() => crewsOf(convoys), [convoys]);
  useEffect(() => onMap(map), [map, onMap]);
  useEffect(
    function drawScene() {
      drawn.current = replaceEqualDeep(drawn.current, scene);
      map?.setScene(drawn.current);
    },
    [map, scene],
  );
  useEffect(
    function followVehicles() {
      if (!map) return;
      const draw = () => map.setVehicles(sceneVehicles(useLive.getState().fixes, crews, clock()));
      draw();
      return useLive.subscribe(draw);
    },
    [map, crews, clock],
  );
  return (
    <div className={classes.pane} style={{ '--live-inset-left': `${insets.left}px` } as CSSProperties}>
      <div ref={host} className={classes.map} />
      <Legend map={map} />
    </div>
  );
}
