import '../src/shared/ui/fonts.css';
import '../src/shared/ui/tokens.css';
import { createMap, type QafilaMap } from '../src/shared/map/create-map.ts';
import type { MapLabels } from '../src/shared/map/labels.ts';
import { EMPTY_SCENE } from '../src/shared/map/scene.ts';
import { Traffic } from './traffic.ts';

export type BenchOptions = {
  readonly vehicles: number;
  /** How often the server's word reaches the map. */
  readonly everyMs: number;
  /** How often each vehicle reports: a frame tells of those that have. */
  readonly fixEveryMs: number;
  /** 1 drives at 50–80 km/h; a replay is faster. */
  readonly speedup: number;
  readonly zoom: number;
  readonly seconds: number;
  /** Asking for every frame costs a good part of a slow core itself: where the share of it is taken, none is counted. */
  readonly countsFrames: boolean;
};

export type BenchAnswer = {
  /**
   * Frames the page could have shown, per second: below the screen's own rate the main thread was late. 0 where none
   * was counted.
   */
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

async function run(options: BenchOptions): Promise<BenchAnswer> {
  const { vehicles, speedup, zoom, seconds, countsFrames } = options;
  const host = document.getElementById('map');
  if (!host) throw new Error('The page has no map');
  host.replaceChildren();
  const map = createMap(host, { lang: 'ar', labels: LABELS, view: { center: CENTER, zoom } });
  await map.ready;
  const traffic = new Traffic(vehicles, speedup);
  map.setScene({ ...EMPTY_SCENE, convoys: traffic.convoys, routes: traffic.routes });
  map.setVehicles(traffic.at(0));
  const stop = feed(map, traffic, options);
  await pause(1000);
  const [paintsBefore, startMs] = [map.paints, performance.now()];
  const frames = countsFrames ? await countFrames(seconds * 1000) : await pause(seconds * 1000);
  const elapsedS = (performance.now() - startMs) / 1000;
  stop();
  const paintsPerSecond = (map.paints - paintsBefore) / elapsedS;
  map.destroy();
  return { fps: frames / elapsedS, paintsPerSecond };
}

/** As the server tells: each vehicle reports in its turn, a frame carries those whose turn it was. */
function feed(map: QafilaMap, traffic: Traffic, { everyMs, fixEveryMs, vehicles }: BenchOptions): () => void {
  const startMs = performance.now();
  const aFrame = Math.ceil((vehicles * everyMs) / fixEveryMs);
  let from = 0;
  const timer = setInterval(() => {
    map.moveVehicles(traffic.at(performance.now() - startMs, from, from + aFrame));
    from = from + aFrame < vehicles ? from + aFrame : 0;
  }, everyMs);
  return () => clearInterval(timer);
}

const pause = (ms: number) => new Promise<0>((resolve) => setTimeout(resolve, ms, 0));

function countFrames(forMs: number): Promise<number> {
  return new Promise((resolve) => {
    const startMs = performance.now();
    let frames = 0;
    const tick = () => {
      frames += 1;
      if (performance.now() - startMs < forMs) requestAnimationFrame(tick);
      else resolve(frames);
    };
    requestAnimationFrame(tick);
  });
}

window.__bench = { run };
