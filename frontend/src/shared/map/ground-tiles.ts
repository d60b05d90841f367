import type { MapGround } from '@qafila/contract';
import type * as L from 'leaflet';
import { openArchive } from './pmtiles-archive.ts';

export type TiledGround = Exclude<MapGround, { kind: 'embedded' }>;

/** As many tiles in a row that do not come, and the embedded ground is on its own again. */
const FAILURES = 4;
const leafletTiles = () => import('./leaflet-tiles.ts');

/** A tile that fails paints over what lies below it: the archive is looked at before. */
async function archiveLayer(url: string, isDark: boolean): Promise<L.GridLayer | null> {
  const archive = await openArchive(url);
  if (!archive) return null;
  // It takes Leaflet from the page, as a script tag would have put it there.
  (globalThis as { L?: unknown }).L = await leafletTiles();
  const { leafletLayer } = await import('protomaps-leaflet');
  const { lang } = document.documentElement;
  const layer: unknown = leafletLayer({
    url,
    flavor: isDark ? 'dark' : 'light',
    lang,
    maxDataZoom: archive.maxZoom,
    attribution: '',
  });
  return layer as L.GridLayer;
}

/** The configured tiles over the embedded ground, which is seen wherever they do not come. */
export class GroundTiles {
  readonly #map: L.Map;
  readonly #onWorking: (ground: TiledGround | null) => void;
  #layer: L.GridLayer | null = null;
  #wanted: { readonly ground: MapGround; readonly isDark: boolean } | null = null;
  #working: TiledGround | null = null;
  #failures = 0;

  /** The listener hears which tiles are seen, or null where none are. */
  constructor(map: L.Map, onWorking: (ground: TiledGround | null) => void) {
    this.#map = map;
    this.#onWorking = onWorking;
  }

  async set(ground: MapGround, isDark: boolean): Promise<void> {
    const looksTheSame = ground.kind !== 'pmtiles' || isDark === this.#wanted?.isDark;
    if (ground === this.#wanted?.ground && looksTheSame) return;
    const wanted = { ground, isDark };
    this.#wanted = wanted;
    const layer = ground.kind === 'embedded' ? null : await makeLayer(ground, isDark);
    if (wanted !== this.#wanted || !this.#map.getContainer().isConnected) return;
    this.#layer?.remove();
    this.#layer = layer;
    if (!layer || ground.kind === 'embedded') {
      this.#setWorking(null);
      return;
    }
    layer.on('tileload', () => {
      this.#failures = 0;
      this.#setWorking(ground);
    });
    layer.on('tileerror', () => {
      this.#failures += 1;
      if (this.#failures >= FAILURES) this.#setWorking(null);
    });
    layer.addTo(this.#map);
  }

  #setWorking(ground: TiledGround | null): void {
    if (ground === this.#working) return;
    this.#working = ground;
    this.#onWorking(ground);
  }
}

async function makeLayer({ kind, url, maxZoom }: TiledGround, isDark: boolean): Promise<L.GridLayer | null> {
  if (kind === 'raster') return (await leafletTiles()).tileLayer(url, { maxZoom });
  return await archiveLayer(url, isDark);
}
