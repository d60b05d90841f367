import { LIMITS, type SharedView } from '@qafila/contract';
import * as L from '../../shared/map/leaflet-layers.ts';
import { cellsOf } from './coarse-cells.ts';
import classes from './ShareMap.module.css';

/** Draws the squares, until the answer is called. */
export function drawCells(map: L.Map, points: SharedView['coarse'], nowMs: number): () => void {
  const layer = L.layerGroup(
    cellsOf(points, nowMs).map(({ south, west, freshness }) =>
      L.rectangle(
        [
          [south, west],
          [south + LIMITS.coarseGridDeg, west + LIMITS.coarseGridDeg],
        ],
        {
          className: classes.cell ?? '',
          interactive: false,
          fillOpacity: 0.55 * freshness,
          opacity: freshness,
        },
      ),
    ),
  ).addTo(map);
  return () => void layer.remove();
}
