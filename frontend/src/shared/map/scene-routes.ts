import type { LatLng } from '@qafila/contract';
import { assignLanes } from './geometry.ts';
import type { LaneOf } from './motion.ts';
import type { RouteMark } from './paint/route.ts';
import { measurePx, offsetLine, type Px, thinOut } from './pixels.ts';
import { toView, toWorld, type View } from './projection.ts';
import type { SceneRoute } from './scene.ts';

const LANE_PX = 5.5;
/** World units; about 800 m. Further off its route a vehicle is drawn where it is. */
const ON_ROUTE_WORLD = 0.006;
const STILL: Px = { x: 0, y: 0 };

const worldLines = new WeakMap<readonly LatLng[], readonly Px[]>();

function worldLineOf(line: readonly LatLng[]): readonly Px[] {
  const known = worldLines.get(line);
  if (known) return known;
  const world = line.map(toWorld);
  worldLines.set(line, world);
  return world;
}

/** Sideways direction of the segment that comes nearest, or null when all are too far. */
function sidewaysAt(line: readonly Px[], at: Px): Px | null {
  let best = { distance: ON_ROUTE_WORLD, normal: null as Px | null };
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1], line[i]];
    if (!a || !b) continue;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const squared = dx * dx + dy * dy;
    if (squared === 0) continue;
    const share = Math.min(1, Math.max(0, ((at.x - a.x) * dx + (at.y - a.y) * dy) / squared));
    const distance = Math.hypot(a.x + dx * share - at.x, a.y + dy * share - at.y);
    const d = Math.sqrt(squared);
    if (distance < best.distance) best = { distance, normal: { x: -dy / d, y: dx / d } };
  }
  return best.normal;
}

type LanedRoute = { readonly route: SceneRoute; readonly lane: number };

/** The scene's routes with the lane each is drawn in. */
export class SceneRoutes {
  #laned: readonly LanedRoute[] = [];
  readonly #markScale: number;
  #laneOf: LaneOf = () => STILL;

  constructor(markScale: number) {
    this.#markScale = markScale;
  }

  set(routes: readonly SceneRoute[]): void {
    const isSame =
      routes.length === this.#laned.length && routes.every((r, i) => r.line === this.#laned[i]?.route.line);
    const lanes = isSame ? this.#laned.map(({ lane }) => lane) : assignLanes(routes.map((r) => r.line));
    this.#laned = routes.map((route, i) => ({ route, lane: lanes[i] ?? 0 }));
    if (!isSame) this.#laneOf = lanesOf(this.#laned, this.#markScale);
  }

  get laneOf(): LaneOf {
    return this.#laneOf;
  }

  /** Ready to draw, the selected convoy's on top. */
  marks(view: View, selectedConvoyId: string | null): RouteMark[] {
    const marks = this.#laned.map(({ route, lane }): RouteMark => {
      const pixels = worldLineOf(route.line).map((world) => toView(view, world));
      const line = measurePx(offsetLine(thinOut(pixels, 2), lane * LANE_PX * this.#markScale));
      return { ...route, line, isSelected: route.convoyId === selectedConvoyId };
    });
    return marks.sort((a, b) => Number(a.isSelected) - Number(b.isSelected));
  }
}

/** Every vehicle in its own convoy's lane, on whichever leg it is. */
function lanesOf(laned: readonly LanedRoute[], markScale: number): LaneOf {
  const legs = new Map<string, LanedRoute[]>();
  for (const leg of laned) {
    if (leg.lane === 0) continue;
    const known = legs.get(leg.route.convoyId);
    if (known) known.push(leg);
    else legs.set(leg.route.convoyId, [leg]);
  }
  return ({ convoyId }, world) => {
    for (const { route, lane } of legs.get(convoyId) ?? []) {
      const normal = sidewaysAt(worldLineOf(route.line), world);
      const by = lane * LANE_PX * markScale;
      if (normal) return { x: normal.x * by, y: normal.y * by };
    }
    return STILL;
  };
}
