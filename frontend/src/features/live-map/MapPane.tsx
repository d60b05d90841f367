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
import type { Incidents } from '../alerts/index.ts';
import { fixesAt, ReplayRibbon, type ReplaySession, useIsReplaying, useReplay } from '../replay/index.ts';
import type { ConvoyView } from './convoy-view.ts';
import { Legend } from './Legend.tsx';
import { useLive } from './live.store.ts';
import classes from './MapPane.module.css';
import { crewsOf, sceneVehicles } from './scene-of.ts';

type MapPaneProps = {
  scene: Scene;
  convoys: readonly ConvoyView[];
  clock: () => Date;
  session: ReplaySession;
  incidents: Incidents;
  insets: Insets;
  onPick: (pick: ScenePick | null) => void;
  onMap: (map: QafilaMap | null) => void;
};

/** The map itself. Positions go from where they are kept straight to its canvas; React does not render on a ping. */
export function MapPane(props: MapPaneProps) {
  const { scene, convoys, clock, session, incidents, insets, onPick, onMap } = props;
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef(EMPTY_SCENE);
  const lang = usePreferences((preferences) => preferences.language);
  const labels = useMapLabels();
  const map = useLeafletMap(host, { lang, labels, insets, onPick });
  const crews = useMemo(() => crewsOf(convoys, incidents), [convoys, incidents]);
  const isReplaying = useIsReplaying();
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
      return isReplaying ? replayOn(map, crews, session, clock) : followOn(map, crews, clock);
    },
    [map, crews, session, clock, isReplaying],
  );
  return (
    <div className={classes.pane} style={{ '--live-inset-left': `${insets.left}px` } as CSSProperties}>
      <div ref={host} className={classes.map} />
      <ReplayRibbon />
      <Legend map={map} />
    </div>
  );
}

type Crews = ReturnType<typeof crewsOf>;

/** Frames move those that they tell of; a snapshot says who is there. */
function followOn(map: QafilaMap, crews: Crews, clock: () => Date): () => void {
  const drawAll = () => map.setVehicles(sceneVehicles(useLive.getState().fixes.values(), crews, clock()));
  drawAll();
  return useLive.subscribe(({ fixes, moved }, before) => {
    if (fixes !== before.fixes) drawAll();
    else map.moveVehicles(sceneVehicles(moved, crews, clock()));
  });
}

/** With every frame, where all were at the instant of that frame. */
function replayOn(map: QafilaMap, crews: Crews, { tracks }: ReplaySession, clock: () => Date): () => void {
  const draw = () => {
    const { atMs } = useReplay.getState();
    if (atMs === null) return;
    const fixes = fixesAt(tracks.around(atMs, clock().getTime()), atMs);
    map.setVehicles(sceneVehicles(fixes.values(), crews, new Date(atMs)), { isStill: true });
  };
  draw();
  return useReplay.subscribe(draw);
}
