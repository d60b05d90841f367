import type { Hazard, LatLng, LiveMap } from '@qafila/contract';
import { useEffect, useRef } from 'react';
import type { Insets, QafilaMap } from '../../shared/map/index.ts';
import { LatLngBounds, Point } from '../../shared/map/leaflet.ts';
import { useIsPhone } from '../../shared/ui/useIsPhone.ts';
import { centreOf } from '../hazards/index.ts';
import { type ConvoyView, isOnTheRoad, leadVehicle } from './convoy-view.ts';
import type { Selection } from './selection.ts';

/** The drawer has its size by then. */
const SETTLED_MS = 60;
/** So near the rim is out of sight too. */
const RIM_PX = 40;
const CLOSEST_ZOOM = 10;

type Selected = {
  selection: Selection | null;
  selected: ConvoyView | undefined;
  live: Pick<LiveMap, 'destinations' | 'depots'>;
  hazard: Hazard | undefined;
};

/**
 * Moves the map when something is selected that it does not show; leaves it where the reader put it otherwise. A phone
 * has so little map that it goes close to the road a convoy has ahead.
 */
export function useBringIntoView(map: QafilaMap | null, insets: Insets, of: Selected): void {
  const isPhone = useIsPhone();
  const latest = useRef({ of, insets });
  useEffect(() => {
    latest.current = { of, insets };
  });
  // A hazard is read apart from the rest, and may come later.
  const isKnown = of.selection?.kind !== 'hazard' || of.hazard !== undefined;
  const id = isKnown ? of.selection?.id : undefined;
  useEffect(
    function bring() {
      if (!map || id === undefined) return;
      const timer = setTimeout(() => {
        const { of: now, insets: covered } = latest.current;
        if (isPhone && now.selected && isOnTheRoad(now.selected)) showRoadAhead(map, now.selected, covered);
        else bringPlace(map, now, covered);
      }, SETTLED_MS);
      return () => clearTimeout(timer);
    },
    [map, id, isPhone],
  );
}

function bringPlace(map: QafilaMap, of: Selected, insets: Insets): void {
  const at = placeOf(of);
  if (at && !isInSight(map, at, insets)) map.flyTo(at, map.leaflet.getZoom());
}

function placeOf({ selection, selected, live, hazard }: Selected): LatLng | undefined {
  if (hazard) return centreOf(hazard.area);
  if (!selected) {
    return [...live.destinations, ...live.depots].find(({ site }) => site.id === selection?.id)?.site;
  }
  const fix = leadVehicle(selected)?.fix;
  return fix ? { lat: fix[2], lng: fix[3] } : selected.convoy.origin;
}

function isInSight({ leaflet }: QafilaMap, at: LatLng, { top, right, bottom, left }: Insets): boolean {
  const { x, y } = leaflet.latLngToContainerPoint(at);
  const size = leaflet.getSize();
  const isAcross = x > left + RIM_PX && x < size.x - right - RIM_PX;
  return isAcross && y > top + RIM_PX && y < size.y - bottom - RIM_PX;
}

/** From the last vehicle that has a signal to the last stop. */
function showRoadAhead(map: QafilaMap, { vehicles, stops }: ConvoyView, insets: Insets): void {
  const places = [
    ...vehicles.flatMap(({ fix }): LatLng[] => (fix ? [{ lat: fix[2], lng: fix[3] }] : [])),
    ...stops.filter(({ place }) => place === 'next' || place === 'ahead').map(({ stop }) => stop.site),
  ];
  if (places.length === 0) return;
  const bounds = new LatLngBounds(places.map(({ lat, lng }) => [lat, lng]));
  const padding = new Point(insets.left + insets.right + 2 * RIM_PX, insets.top + insets.bottom + 2 * RIM_PX);
  const zoom = Math.min(CLOSEST_ZOOM, map.leaflet.getBoundsZoom(bounds, false, padding));
  map.flyTo(bounds.getCenter(), zoom);
}
