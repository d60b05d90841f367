import type { Halt, LatLng } from '@qafila/contract';
import { useEffect, useRef } from 'react';
import { useFormat } from '../../shared/format/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { NO_INSETS, useLeafletMap, useMapLabels } from '../../shared/map/index.ts';
import * as L from '../../shared/map/leaflet-layers.ts';
import classes from './Movement.module.css';

type TrackMapProps = { points: readonly LatLng[]; halts: readonly Halt[] };

/** Where one vehicle drove, and where it stood. */
export function TrackMap({ points, halts }: TrackMapProps) {
  const host = useRef<HTMLDivElement>(null);
  const lang = usePreferences((preferences) => preferences.language);
  const labels = useMapLabels();
  const { duration } = useFormat();
  const map = useLeafletMap(host, { lang, labels, insets: NO_INSETS });
  useEffect(
    function drawTrack() {
      if (!map || points.length === 0) return;
      const path = points.map(({ lat, lng }): [number, number] => [lat, lng]);
      const layer = L.layerGroup([
        L.polyline(path, { className: `${classes.path} ${classes.casing}`, interactive: false }),
        L.polyline(path, { className: classes.path ?? '', interactive: false }),
        ...halts.map(({ place, durationS }) =>
          L.circleMarker([place.lat, place.lng], {
            radius: 6,
            className: classes.standing ?? '',
          }).bindTooltip(duration(durationS / 60)),
        ),
      ]).addTo(map.leaflet);
      map.fitLine(points);
      return () => void layer.remove();
    },
    [map, points, halts, duration],
  );
  useEffect(
    function fitPaper() {
      if (!map || points.length === 0) return;
      const fit = ({ type }: Event) => {
        host.current?.toggleAttribute('data-paper', type === 'beforeprint');
        map.leaflet.invalidateSize({ animate: false });
        map.fitLine(points);
      };
      window.addEventListener('beforeprint', fit);
      window.addEventListener('afterprint', fit);
      return () => {
        window.removeEventListener('beforeprint', fit);
        window.removeEventListener('afterprint', fit);
      };
    },
    [map, points],
  );
  return (
    <div className={classes.frame}>
      <div ref={host} className={classes.map} />
    </div>
  );
}
