import type { SharedView } from '@qafila/contract';
import { replaceEqualDeep } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { EMPTY_SCENE, type Insets, useLeafletMap, useMapLabels } from '../../shared/map/index.ts';
import { type ConvoyView, crewsOf, sceneOf, sceneVehicles, useLive } from '../live-map/index.ts';
import { cornersOf } from './coarse-cells.ts';
import { drawCells } from './draw-cells.ts';
import classes from './ShareMap.module.css';
import { dangersIn, incidentsIn } from './shared-scene.ts';

type ShareMapProps = {
  view: SharedView;
  convoys: readonly ConvoyView[];
  now: Date;
  /** Larger where it is read from afar. */
  markScale: number;
  isInteractive: boolean;
  insets: Insets;
};

/** The map of a share link: vehicles where they are, or on a coarse link the areas they were in. */
export function ShareMap({ view, convoys, now, markScale, isInteractive, insets }: ShareMapProps) {
  const { t } = useTranslation('live-map');
  const { weight } = useFormat();
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef(EMPTY_SCENE);
  const lang = usePreferences((preferences) => preferences.language);
  const labels = useMapLabels();
  const map = useLeafletMap(host, {
    lang,
    labels,
    insets,
    markScale,
    isInteractive,
    hasButtons: isInteractive,
  });
  const incidents = useMemo(() => incidentsIn(view), [view]);
  const crews = useMemo(() => crewsOf(convoys, incidents), [convoys, incidents]);
  const aheadMs = now.getTime() - Date.now();
  const latest = useRef(aheadMs);
  useEffect(() => {
    latest.current = aheadMs;
  });
  useEffect(
    function drawScene() {
      const scene = sceneOf({
        views: convoys,
        live: view,
        governorates: view.campaign.governorateCodes,
        trails: [],
        marks: dangersIn(view, now),
        selection: null,
        incidents,
        geofenceRadiusM: 0,
        depotNote: (onHandKg) => t('map.onHand', { weight: weight(onHandKg) }),
      });
      drawn.current = replaceEqualDeep(drawn.current, { ...scene, extent: cornersOf(view.coarse) });
      map?.setScene(drawn.current);
    },
    [map, view, convoys, incidents, now, t, weight],
  );
  useEffect(
    function followVehicles() {
      if (!map) return;
      const draw = () => {
        const at = new Date(Date.now() + latest.current);
        map.setVehicles(sceneVehicles(useLive.getState().fixes.values(), crews, at));
      };
      draw();
      return useLive.subscribe(draw);
    },
    [map, crews],
  );
  useEffect(
    () => (map ? drawCells(map.leaflet, view.coarse, Date.parse(view.asOf)) : undefined),
    [map, view],
  );
  return <div ref={host} className={classes.map} />;
}
