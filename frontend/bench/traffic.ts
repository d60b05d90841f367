import roads from '../src/shared/map/basemap/roads.json' with { type: 'json' };
import { type MeasuredLine, measureLine } from '../src/shared/map/geometry.ts';
import type { SceneConvoy, SceneRoute, SceneVehicle } from '../src/shared/map/scene.ts';

const VEHICLES_A_CONVOY = 20;
const GAP_M = 400;

type LatLng = { readonly lat: number; readonly lng: number };

/** Convoys that drive up and down the basemap's roads for ever. */
export class Traffic {
  readonly convoys: readonly SceneConvoy[];
  readonly routes: readonly SceneRoute[];
  readonly #lines: readonly MeasuredLine[];
  readonly #vehicles: number;
  readonly #speedup: number;

  constructor(vehicles: number, speedup: number) {
    this.#vehicles = vehicles;
    this.#speedup = speedup;
    this.#lines = roads
      .map(({ bends }) => measureLine(bends.map(([lat = 0, lng = 0]) => ({ lat, lng }))))
      .filter(({ lengthM }) => lengthM > 20_000);
    const ids = Array.from({ length: Math.ceil(vehicles / VEHICLES_A_CONVOY) }, (_, i) => i);
    this.convoys = ids.map((i) => ({
      id: `c${i}`,
      code: `QF-${i + 1}`,
      stage: 'en_route',
      delayMinutes: i % 5 === 0 ? 42 : 0,
      incident: false,
      leadVehicleId: null,
    }));
    this.routes = this.#lines.slice(0, 10).map((line, i) => ({
      id: `r${i}`,
      convoyId: `c${i}`,
      stage: 'en_route',
      line: line.points,
      progress: 0.4,
      approximate: false,
    }));
  }

  /** All of them, or those of a range. */
  at(elapsedMs: number, from = 0, to = this.#vehicles): SceneVehicle[] {
    const length = Math.min(to, this.#vehicles) - from;
    return Array.from({ length }, (_, i) => this.#vehicle(from + i, elapsedMs));
  }

  #vehicle(i: number, elapsedMs: number): SceneVehicle {
    const convoy = Math.floor(i / VEHICLES_A_CONVOY);
    const line = this.#lines[convoy % this.#lines.length] ?? measureLine([]);
    const speedMps = (14 + (convoy % 9)) * this.#speedup;
    const drivenM = convoy * 7919 + (i % VEHICLES_A_CONVOY) * GAP_M + (speedMps * elapsedMs) / 1000;
    const lap = Math.floor(drivenM / line.lengthM);
    const rest = drivenM - lap * line.lengthM;
    const isBack = lap % 2 === 1;
    const { at, headingDeg } = placeOn(line, isBack ? line.lengthM - rest : rest);
    return {
      ...at,
      id: `v${i}`,
      convoyId: `c${convoy}`,
      headingDeg: (headingDeg + (isBack ? 180 : 0)) % 360,
      stage: i % 17 === 0 ? 'held' : 'en_route',
      delayed: convoy % 5 === 0,
      incident: i % 401 === 0,
      signal: i % 29 === 0 ? 'stale' : 'live',
    };
  }
}

function placeOn({ points, atM }: MeasuredLine, alongM: number): { at: LatLng; headingDeg: number } {
  const i = Math.max(
    1,
    atM.findIndex((m) => m >= alongM),
  );
  const [a, b] = [points[i - 1], points[i]];
  const [from = 0, to = 1] = [atM[i - 1], atM[i]];
  if (!a || !b) return { at: { lat: 0, lng: 0 }, headingDeg: 0 };
  const share = (alongM - from) / (to - from || 1);
  const at = { lat: a.lat + (b.lat - a.lat) * share, lng: a.lng + (b.lng - a.lng) * share };
  const headingDeg = (Math.atan2(b.lng - a.lng, b.lat - a.lat) * 180) / Math.PI;
  return { at, headingDeg: (headingDeg + 360) % 360 };
}
