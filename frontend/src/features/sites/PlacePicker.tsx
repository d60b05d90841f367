import type { LatLng } from '@qafila/contract';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../shared/i18n/index.ts';
import { SitePicker, useLeafletMap, useMapLabels } from '../../shared/map/index.ts';
import classes from './PlacePicker.module.css';

export type PlacePickerProps = {
  place: LatLng | null;
  /** Left out where the place is only looked at. */
  onChange?: (place: LatLng) => void;
  /** Above the map, where the place is not that of a site. */
  label?: string;
  /** Below it: how it is used. */
  hint?: string;
};

const SITE_ZOOM = 10;

/** Where a site is, shown on the map and set there; typed coordinates move the marker. */
export function PlacePicker({ place, onChange, label, hint }: PlacePickerProps) {
  const { t } = useTranslation('sites');
  const lang = usePreferences((preferences) => preferences.language);
  const labels = useMapLabels();
  const host = useRef<HTMLDivElement>(null);
  const view = place ? { view: { center: place, zoom: SITE_ZOOM } } : {};
  const map = useLeafletMap(host, { lang, labels, ...view });
  const picker = useRef<SitePicker>(null);
  const latest = useRef({ onChange, markerLabel: labels.siteMarker });
  useEffect(() => {
    latest.current = { onChange, markerLabel: labels.siteMarker };
  });
  useEffect(
    function pick() {
      if (!map) return;
      const made = new SitePicker(map.leaflet, {
        initial: null,
        onChange: (at) => latest.current.onChange?.(at),
        markerLabel: latest.current.markerLabel,
        isFixed: latest.current.onChange === undefined,
      });
      picker.current = made;
      return () => {
        picker.current = null;
        made.stop();
      };
    },
    [map],
  );
  const lat = place?.lat;
  const lng = place?.lng;
  useEffect(
    function follow() {
      if (map) picker.current?.set(lat === undefined || lng === undefined ? null : { lat, lng });
    },
    [map, lat, lng],
  );
  return (
    <section className={classes.place} aria-label={label ?? t('form.map')}>
      <strong>{label ?? t('form.map')}</strong>
      <div ref={host} className={classes.map} />
      {onChange && <p>{hint ?? t('form.mapHint')}</p>}
    </section>
  );
}
