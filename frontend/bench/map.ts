import '../src/shared/ui/fonts.css';
import '../src/shared/ui/tokens.css';
import { createMap } from '../src/shared/map/create-map.ts';
import type { MapLabels } from '../src/shared/map/labels.ts';
import { EMPTY_SCENE } from '../src/shared/map/scene.ts';
import { Traffic } from './traffic.ts';

export type BenchOptions = {
  readonly vehicles: number;
  /** How often the server's word reaches the map. */
  readonly everyMs: number;
  /** 1 drives at 50–80 km/h; a replay is faster. */
  readonly speedup: number;
  readonly zoom: number;
  readonly seconds: number;
};

export type BenchAnswer = {
  /** Frames the page could have shown, per second: below the screen's own rate the main thread was late. */
  readonly fps: number;
  /** Times the moving canvas was painted, per second: only as often as something has visibly moved. */
  readonly paintsPerSecond: number;
};

declare global {
  interface Window {
    __bench: { readonly run: (options: BenchOptions) => Promise<BenchAnswer> };
  }
}

const LABELS: MapLabels = {
  map: 'map',
  keys: '',
  marks: {
    place: ({ name }) => name,
    convoy: String,
    vehicle: String,
    vehicles: String,
    hazard: String,
    fire: String,
  },
  zoomIn: '+',
  zoomOut: '-',
  fit: 'fit',
  layers: 'layers',
  layerNames: { towns: 'towns', routes: 'routes', trails: 'trails', hazards: 'hazards' },
  attribution: [],
  siteMarker: 'site',
  distance: (metres) => `${metres} m`,
  delay: (minutes) => `+${minutes}`,
  percent: (share) => `${Math.round(share * 100)}%`,
  count: String,
  more: (count) => `+${count}`,
};

const CENTER = { lat: 34.6, lng: 36.6 };

async function run({ vehicles, everyMs, speedup, zoom, seconds }: BenchOptions): Promise<BenchAnswer> {
  const host = document.getElementById('map');
  if (!host) throw new Error('The page has no map');
  host.replaceChildren();
  const map = createMap(host, { lang: 'ar', labels: LABELS, view: { center: CENTER, zoom } });
  await map.ready;
  const traffic = new Traffic(vehicles, speedup);
  map.setScene({ ...EMPTY_SCENE, convoys: traffic.convoys, routes: traffic.routes });
  map.setVehicles(traffic.at(0));
  const startMs = performance.now();
  const feed = setInterval(() => map.setVehicles(traffic.at(performance.now() - startMs)), everyMs);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const paintsBefore = map.paints;
  const { frames, elapsedMs } = await countFrames(seconds * 1000);
  clearInterval(feed);
  const paintsPerSecond = (map.paints - paintsBefore) / (elapsedMs / 1000);
  map.destroy();
  return { fps: frames / (elapsedMs / 1000), paintsPerSecond };
}

function countFrames(forMs: number): Promise<{ frames: number; elapsedMs: number }> {
  return new Promise((resolve) => {
    const startMs = performance.now();
    let frames = 0;
    const tick = () => {
      frames += 1;
      const elapsedMs = performance.now() - startMs;
      if (elapsedMs < forMs) requestAnimationFrame(tick);
      else resolve({ frames, elapsedMs });
    };
    requestAnimationFrame(tick);
  });
}

window.__bench = { run };
