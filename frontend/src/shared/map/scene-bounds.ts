import type { LatLng } from '@qafila/contract';
import type { LatLngBoundsLiteral } from 'leaflet';
import type { Scene, SceneVehicle } from './scene.ts';

/** The box that holds depots, destinations, routes, vehicles and the extent; null when there are none. */
export function sceneBounds(scene: Scene, vehicles: readonly SceneVehicle[]): LatLngBoundsLiteral | null {
  const points: LatLng[] = [
    ...scene.depots,
    ...scene.destinations,
    ...scene.routes.flatMap((route) => route.line),
    ...vehicles,
    ...(scene.extent ?? []),
  ];
  const [first] = points;
  if (!first) return null;
  const [low, high] = [
    { lat: first.lat, lng: first.lng },
    { lat: first.lat, lng: first.lng },
  ];
  for (const { lat, lng } of points) {
    low.lat = Math.min(low.lat, lat);
    low.lng = Math.min(low.lng, lng);
    high.lat = Math.max(high.lat, lat);
    high.lng = Math.max(high.lng, lng);
  }
  return [
    [low.lat, low.lng],
    [high.lat, high.lng],
  ];
}
