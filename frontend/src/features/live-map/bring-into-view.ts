import type { LatLng, LiveMap } from '@qafila/contract';
import { useEffect, useRef } from 'react';
import type { Insets, QafilaMap } from '../../shared/map/index.ts';
import { type ConvoyView, leadVehicle } from './convoy-view.ts';
import type { Selection } from './selection.ts';

/** The drawer has its size by then. */
const SETTLED_MS = 60;
/** So near the rim is out of sight too. */
const RIM_PX = 40;

type Selected = {
  selection: Selection | null;
  selected: ConvoyView | undefined;
  live: Pick<LiveMap, 'destinations' | 'depots'>;
};

/** Moves the map when something is selected that it does not show; leaves it where the reader put it otherwise. */
export function useBringIntoView(map: QafilaMap | null, insets: Insets, of: Selected): void {
  const latest = useRef({ of, insets });
  useEffect(() => {
    latest.current = { of, insets };
  });
  const id = of.selection?.id;
  useEffect(
    function bring() {
      if (!map || id === undefined) return;
      const timer = setTimeout(() => {
        const at = placeOf(latest.current.of);
        if (at && !isInSight(map, at, latest.current.insets)) map.flyTo(at, map.leaflet.getZoom());
      }, SETTLED_MS);
      return () => clearTimeout(timer);
    },
    [map, id],
  );
}

function placeOf({ selection, selected, live }: Selected): LatLng | undefined {
  if (!selected)
    return [...live.destinations, ...live.depots].find(({ site }) => site.id === selection?.id)?.site;
  const fix = leadVehicle(selected)?.fix;
  return fix ? { lat: fix[2], lng: fix[3] } : selected.convoy.origin;
}

function isInSight({ leaflet }: QafilaMap, at: LatLng, { top, right, bottom, left }: Insets): boolean {
  const { x, y } = leaflet.latLngToContainerPoint(at);
  const size = leaflet.getSize();
  const isAcross = x > left + RIM_PX && x < size.x - right - RIM_PX;
  return isAcross && y > top + RIM_PX && y < size.y - bottom - RIM_PX;
}
