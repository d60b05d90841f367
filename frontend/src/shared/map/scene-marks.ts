import type { LatLng } from '@qafila/contract';
import { clusterRings, type RingMark } from './clusters.ts';
import type { Box, Collider } from './collider.ts';
import { middleOf } from './crowding.ts';
import type { HazardMark } from './paint/hazard.ts';
import { type Label, type LabelLine, type LabelRequest, placeLabel } from './paint/label.ts';
import type { RouteMark } from './paint/route.ts';
import { type Px, pointAt } from './pixels.ts';
import { metresPerPx, project, type View } from './projection.ts';
import type { Scene, SceneCoverage, SceneGeofence, SceneHazard, SceneNames } from './scene.ts';
import type { SceneStyle } from './scene-style.ts';

/** Where the scene's standing things are on the screen. */
export type Marks = {
  readonly routes: readonly RouteMark[];
  readonly rings: readonly RingMark[];
  readonly depots: readonly { readonly depot: Scene['depots'][number]; readonly at: Px }[];
  readonly hazards: readonly (HazardMark & Pick<SceneHazard, 'id' | 'name'>)[];
  /** The oldest first, so that the newest is drawn on top. */
  readonly fires: readonly { readonly id: string; readonly at: Px; readonly ageHours: number }[];
  readonly geofences: readonly {
    readonly at: Px;
    readonly radius: number;
    readonly state: SceneGeofence['state'];
  }[];
};

export function layOutMarks(
  scene: Scene,
  routes: readonly RouteMark[],
  view: View,
  style: SceneStyle,
): Marks {
  const at = (point: LatLng) => project(view, point);
  const showsHazards = !style.hidden.has('hazards');
  return {
    routes: style.hidden.has('routes') ? [] : routes,
    rings: clusterRings(scene.destinations, { project: at, zoom: view.zoom, scale: style.markScale }),
    depots: scene.depots.map((depot) => ({ depot, at: at(depot) })),
    hazards: showsHazards ? scene.hazards.map((hazard) => hazardMark(hazard, scene, at)) : [],
    fires: showsHazards ? scene.fires.map((fire) => ({ ...fire, at: at(fire) })).sort(byAge) : [],
    geofences: scene.geofences.map((fence) => ({
      at: at(fence),
      radius: fence.radiusM / metresPerPx(view, fence.lat),
      state: fence.state,
    })),
  };
}

const byAge = (a: { ageHours: number }, b: { ageHours: number }) => b.ageHours - a.ageHours;

function hazardMark(
  hazard: SceneHazard,
  { selection }: Scene,
  at: (point: LatLng) => Px,
): Marks['hazards'][number] {
  const isSelected = selection?.kind === 'hazard' && selection.id === hazard.id;
  return { ...hazard, ring: hazard.ring.map(at), isSelected };
}

const ROUTE_STEP_PX = 9;
const HAZARD_NAME_ZOOM = 9;

/** Takes the room of every mark before any label is placed. */
export function blockMarks(collider: Collider, marks: Marks, view: View, scale: number): void {
  const isNear = ({ x, y }: Px) => x > -20 && y > -20 && x < view.width + 20 && y < view.height + 20;
  for (const { line } of marks.routes) {
    for (let along = 0; along <= line.length; along += ROUTE_STEP_PX) {
      const p = pointAt(line, along);
      if (isNear(p)) collider.blockAround(p, 5 * scale);
    }
  }
  for (const { at, radius } of marks.rings) collider.blockAround(at, radius + 3);
  for (const { at } of marks.depots) collider.blockAround(at, 13 * scale);
  for (const { at } of marks.fires) collider.blockAround(at, 2 * scale);
  for (const { ring } of marks.hazards) for (const p of ring) collider.blockAround(p, 3);
}

const nameOf = (names: SceneNames, { lang }: SceneStyle) => (lang === 'ar' ? names.nameAr : names.nameEn);

const shareOf = (amount: number, { needed }: SceneCoverage) =>
  needed > 0 ? Math.min(1, amount / needed) : 0;

/** What is covered in any way, and beside it what has really arrived. */
function coverageLine(coverage: SceneCoverage, { labels, markScale }: SceneStyle): LabelLine {
  const { delivered, aboard, onHand, pledged } = coverage;
  const covered = labels.percent(shareOf(delivered + aboard + onHand + pledged, coverage));
  return {
    style: { px: 11.5 * markScale, weight: 400 },
    parts: [
      { text: covered, tone: 'muted' },
      { text: labels.percent(shareOf(delivered, coverage)), tone: 'ink', glyph: 'settled' },
    ],
  };
}

const titleLine = (text: string, { markScale }: SceneStyle): LabelLine => ({
  style: { px: 13.5 * markScale, weight: 600 },
  parts: [{ text, tone: 'ink' }],
});

/** The side away from what lies around: on a coast, the sea. */
function quieterSide(at: Px, marks: Marks): 'left' | 'right' {
  const REACH_PX = 130;
  let balance = 0;
  const weigh = (p: Px, weight: number) => {
    if (Math.hypot(p.x - at.x, p.y - at.y) < REACH_PX) balance += Math.sign(p.x - at.x) * weight;
  };
  for (const ring of marks.rings) weigh(ring.at, 4);
  for (const depot of marks.depots) weigh(depot.at, 4);
  for (const route of marks.routes) for (const p of route.line.points) weigh(p, 0.4);
  return balance < 0 ? 'right' : 'left';
}

export type LabelContext = {
  readonly ctx: CanvasRenderingContext2D;
  readonly scene: Scene;
  readonly style: SceneStyle;
  readonly zoom: number;
  readonly collider: Collider;
  readonly isWhole: (box: Box) => boolean;
};

function ringRequest(
  ring: RingMark,
  marks: Marks,
  { scene, style, isWhole, zoom }: LabelContext,
): LabelRequest | null {
  const [first] = ring.destinations;
  if (!first) return null;
  const more = ring.destinations.length - 1;
  const name = more > 0 ? `${nameOf(first, style)} ${style.labels.more(more)}` : nameOf(first, style);
  const title = titleLine(name, style);
  return {
    lines: zoom < 6.6 ? [title] : [title, coverageLine(ring.coverage, style)],
    at: ring.at,
    radius: ring.radius,
    prefers: quieterSide(ring.at, marks),
    mustShow:
      scene.selection?.kind === 'destination' && ring.destinations.some((d) => d.id === scene.selection?.id),
    isInside: isWhole,
  };
}

/** A zone is named in its middle once it is looked at closely. */
function hazardRequest(
  { ring, name, isSelected }: Marks['hazards'][number],
  { style, zoom, isWhole }: LabelContext,
): LabelRequest | null {
  if (name === '' || ring.length === 0 || (zoom < HAZARD_NAME_ZOOM && !isSelected)) return null;
  return {
    lines: [titleLine(name, style)],
    at: middleOf(ring),
    radius: 0,
    prefers: 'right',
    mustShow: isSelected,
    isInside: isWhole,
  };
}

/** Labels of destinations, depots and zones: the selected first, then the greatest needs. */
export function placeLabels(marks: Marks, context: LabelContext): Label[] {
  const { ctx, scene, style, collider, isWhole } = context;
  const ofRings = marks.rings.flatMap((ring) => ringRequest(ring, marks, context) ?? []);
  const ofDepots = marks.depots.map(({ depot, at }): LabelRequest => {
    const note: LabelLine = {
      style: { px: 11.5 * style.markScale, weight: 400 },
      parts: [{ text: depot.note ?? '', tone: 'muted' }],
    };
    const title = titleLine(nameOf(depot, style), style);
    return {
      lines: depot.note ? [title, note] : [title],
      at,
      radius: 12 * style.markScale,
      prefers: quieterSide(at, marks),
      mustShow: scene.selection?.kind === 'depot' && scene.selection.id === depot.id,
      isInside: isWhole,
    };
  });
  return [...ofRings, ...ofDepots, ...marks.hazards.flatMap((hazard) => hazardRequest(hazard, context) ?? [])]
    .sort((a, b) => Number(b.mustShow) - Number(a.mustShow))
    .flatMap((request) => placeLabel(ctx, request, collider, style.palette) ?? []);
}
