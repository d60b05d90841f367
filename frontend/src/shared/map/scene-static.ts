import type { Basemap } from './basemap-data.ts';
import { type Box, Collider } from './collider.ts';
import { middleOf } from './crowding.ts';
import { HitGrid } from './hit-grid.ts';
import { drawDepot } from './paint/depot.ts';
import { drawGeofence } from './paint/geofence.ts';
import { drawFire, drawHazard } from './paint/hazard.ts';
import { drawLabel } from './paint/label.ts';
import { drawNames, type NamesContext } from './paint/names.ts';
import { drawRing } from './paint/ring.ts';
import { drawRoute, drawTrail } from './paint/route.ts';
import { isWithin, type Px } from './pixels.ts';
import { toView, toWorld, type View } from './projection.ts';
import type { Scene } from './scene.ts';
import { blockMarks, layOutMarks, type Marks, placeLabels } from './scene-marks.ts';
import type { SceneRoutes } from './scene-routes.ts';
import { type SceneStyle, wholeness } from './scene-style.ts';
import type { SceneTarget, TargetMark } from './scene-targets.ts';

/** World units; about 4 km: a town that near to a mark is named by the mark. */
const NAMED_WORLD = 0.03;
/** About 13 km: so near, a mark of the same name is that town, drawn where nobody is to know it exactly. */
const NAMESAKE_WORLD = 0.1;

/** What the moving canvas needs to know of the one below it. */
export type StaticScene = {
  readonly collider: Collider;
  readonly hits: HitGrid<SceneTarget>;
  readonly marks: readonly TargetMark[];
  readonly hazards: Marks['hazards'];
};

export const NOTHING_STANDS: StaticScene = {
  collider: new Collider(),
  hits: new HitGrid(),
  marks: [],
  hazards: [],
};

/** A mark before the zone it lies in, of zones the one drawn last. */
export function pickStanding({ hits, hazards }: StaticScene, at: Px, reach: number): SceneTarget | null {
  const mark = hits.find(at.x, at.y, reach);
  if (mark) return mark;
  const zone = hazards.findLast(({ ring }) => isWithin(ring, at));
  return zone ? { kind: 'hazard', id: zone.id } : null;
}

export type StaticInput = {
  readonly ctx: CanvasRenderingContext2D;
  readonly view: View;
  readonly scene: Scene;
  readonly routes: SceneRoutes;
  readonly style: SceneStyle;
  readonly basemap: Basemap;
  readonly selectedConvoyId: string | null;
  readonly vehiclesAt: readonly Px[];
  readonly trailLaneOf: (vehicleId: string, world: Px) => Px;
  /** Boxes of the window that controls cover. */
  readonly covered: readonly Box[];
  /** Takes the room of the convoys' tags, which are drawn on the moving canvas. */
  readonly reserveTags: (collider: Collider, which: 'selected' | 'others') => void;
};

/**
 * Everything that stands, from below: hazards, fires, town names, routes, trails, depots, rings, labels. Room is given
 * in order of worth: marks, the selected convoy's tag, the scene's labels, the other tags, and what is left to the towns.
 */
export function paintStatic(input: StaticInput): StaticScene {
  const { ctx, view, scene, style, basemap } = input;
  const { palette, markScale } = style;
  ctx.direction = style.lang === 'ar' ? 'rtl' : 'ltr';
  const marks = layOutMarks(scene, input.routes.marks(view, input.selectedConvoyId), view, style);
  const collider = new Collider();
  for (const [left, top, right, bottom] of input.covered) {
    collider.block([left + view.padX, top + view.padY, right + view.padX, bottom + view.padY]);
  }
  blockMarks(collider, marks, view, markScale);
  const vehicles = new Collider(collider);
  for (const at of input.vehiclesAt) vehicles.blockAround(at, 12 * markScale);
  const isWhole = wholeness(view, style);
  input.reserveTags(vehicles, 'selected');
  const labels = placeLabels(marks, { ctx, scene, style, zoom: view.zoom, collider: vehicles, isWhole });
  for (const { box } of labels) collider.block(box);

  const towns = new Collider(vehicles);
  input.reserveTags(towns, 'others');
  const { selection } = scene;
  for (const hazard of marks.hazards) drawHazard(ctx, hazard, palette);
  for (const fence of marks.geofences) drawGeofence(ctx, fence, palette);
  for (const { id, at, ageHours } of marks.fires) {
    drawFire(ctx, at, ageHours, selection?.kind === 'fire' && selection.id === id, style);
  }
  if (!style.hidden.has('towns')) {
    const isNamed = namedBy(scene);
    const context = {
      ctx,
      view,
      lang: style.lang,
      palette,
      collider: towns,
      scale: markScale,
      isWhole,
      isNamed,
    };
    drawNames(context, basemap);
  }
  paintMarks(input, marks);
  for (const label of labels) drawLabel(ctx, label, palette);
  const targets = targetsOf(marks);
  const hits = new HitGrid<SceneTarget>();
  for (const { target, at, radius } of targets) hits.add(target, at.x, at.y, radius);
  return { collider, hits, marks: [...targets, ...zonesOf(marks)], hazards: marks.hazards };
}

function namedBy({ destinations, depots }: Scene): NamesContext['isNamed'] {
  const named = [...destinations, ...depots].map((mark) => ({ ...toWorld(mark), nameAr: mark.nameAr }));
  return ({ at, ar }) =>
    named.some(({ x, y, nameAr }) => {
      const apart = Math.hypot(x - at.x, y - at.y);
      return apart < (nameAr === ar ? NAMESAKE_WORLD : NAMED_WORLD);
    });
}

function paintMarks({ ctx, view, scene, style, trailLaneOf }: StaticInput, marks: Marks): void {
  const { palette, markScale, fills, hidden } = style;
  const { selection } = scene;
  for (const route of marks.routes) drawRoute(ctx, route, markScale, palette);
  for (const { vehicleId, points } of hidden.has('trails') ? [] : scene.trails) {
    const pixels = points.map(toWorld).map((world) => {
      const [p, lane] = [toView(view, world), trailLaneOf(vehicleId, world)];
      return { x: p.x + lane.x, y: p.y + lane.y };
    });
    drawTrail(ctx, pixels, markScale, palette);
  }
  for (const { depot, at } of marks.depots) {
    drawDepot(ctx, at, markScale, palette, selection?.kind === 'depot' && selection.id === depot.id);
  }
  for (const { at, radius, coverage, destinations } of marks.rings) {
    const isSelected = selection?.kind === 'destination' && destinations.some((d) => d.id === selection.id);
    drawRing(ctx, at, radius, coverage, { palette, fills, isSelected });
  }
}

function targetsOf(marks: Marks): TargetMark[] {
  return [
    ...marks.rings.flatMap(({ at, radius, destinations }): TargetMark[] => {
      const [first, second] = destinations;
      if (!first) return [];
      const target: SceneTarget = second
        ? { kind: 'cluster', ids: destinations.map(({ id }) => id) }
        : { kind: 'destination', id: first.id };
      return [{ target, at, radius: radius + 3 }];
    }),
    ...marks.depots.map(({ depot, at }) => ({
      target: { kind: 'depot' as const, id: depot.id },
      at,
      radius: 14,
    })),
    ...marks.fires.map(({ id, at }) => ({ target: { kind: 'fire' as const, id }, at, radius: 5 })),
  ];
}

/** For the keyboard, a zone lies in the middle of its corners. */
function zonesOf({ hazards }: Marks): TargetMark[] {
  return hazards.flatMap(({ id, ring }) =>
    ring.length > 0 ? [{ target: { kind: 'hazard' as const, id }, at: middleOf(ring), radius: 12 }] : [],
  );
}
