import { type LatLng, LIMITS, type SharedView } from '@qafila/contract';

const HOUR_MS = 3_600_000;

export type Cell = { readonly south: number; readonly west: number; readonly freshness: number };

/** The squares of the grid that vehicles were in, each once, the paler the longer ago. */
export function cellsOf(points: SharedView['coarse'], nowMs: number): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { lat, lng, at } of points) {
    const half = LIMITS.coarseGridDeg / 2;
    const [south, west] = [lat - half, lng - half];
    const ageMs = nowMs - Date.parse(at) - LIMITS.coarseDelayMin * 60_000;
    const freshness = Math.min(1, Math.max(0.25, 1 - ageMs / HOUR_MS));
    const key = `${south.toFixed(4)} ${west.toFixed(4)}`;
    const known = cells.get(key);
    if (!known || known.freshness < freshness) cells.set(key, { south, west, freshness });
  }
  return [...cells.values()];
}

/** Opposite corners of every square. */
export function cornersOf(points: SharedView['coarse']): LatLng[] {
  const half = LIMITS.coarseGridDeg / 2;
  return points.flatMap(({ lat, lng }) => [
    { lat: lat - half, lng: lng - half },
    { lat: lat + half, lng: lng + half },
  ]);
}
