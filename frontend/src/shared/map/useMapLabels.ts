import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../format/index.ts';
import { usePreferences } from '../i18n/index.ts';
import type { MapLabels } from './labels.ts';

const SOURCES: MapLabels['attribution'] = [
  { text: 'Natural Earth', href: 'https://www.naturalearthdata.com/' },
  { text: 'GeoNames CC BY 4.0', href: 'https://www.geonames.org/' },
];

/** Left to right, so that a sign stays on its side inside Arabic. */
const isolated = (text: string) => `\u2066${text}\u2069`;

/** Every word and number the map writes; the same object until language or digits change. */
export function useMapLabels(): MapLabels {
  const { t } = useTranslation('map');
  const format = useFormat();
  const digits = usePreferences((preferences) => preferences.digits);
  // biome-ignore lint/correctness/useExhaustiveDependencies: numbers change with the digits, which the formats read by themselves
  return useMemo(() => labelsOf(t, format), [t, format, digits]);
}

function labelsOf(t: TFunction<'map'>, format: Format): MapLabels {
  return {
    map: t('name'),
    keys: t('keys'),
    marks: {
      place: (reached) => t('mark.place', reached),
      convoy: (code) => t('mark.convoy', { code }),
      vehicle: (code) => t('mark.vehicle', { code }),
      vehicles: (count) => t('mark.vehicles', { count }),
      hazard: (name) => t('mark.hazard', { name }),
      fire: (ageHours) => t('mark.fire', { age: format.duration(Math.round(ageHours * 60)) }),
    },
    zoomIn: t('zoomIn'),
    zoomOut: t('zoomOut'),
    fit: t('fit'),
    layers: t('layers'),
    layerNames: {
      towns: t('towns'),
      routes: t('routes'),
      trails: t('trails'),
      hazards: t('hazards'),
    },
    attribution: [...SOURCES, { text: t('roads') }],
    siteMarker: t('siteMarker'),
    distance: (metres) =>
      metres < 1000
        ? t('metres', { value: format.number(metres, 0) })
        : t('common:measure.kilometres', { value: format.number(metres / 1000, 0) }),
    delay: (minutes) => format.duration(minutes).replace(/^\p{Nd}+/u, (number) => isolated(`+${number}`)),
    percent: format.percent,
    count: (vehicles) => format.number(vehicles, 0),
    more: (count) => isolated(`+${format.number(count, 0)}`),
  };
}
