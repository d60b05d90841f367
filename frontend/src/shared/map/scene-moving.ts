import { type Box, Collider } from './collider.ts';
import { HitGrid } from './hit-grid.ts';
import type { Motion, Moving } from './motion.ts';
import { drawLeader, drawTag, type Tag, type TagPlacer } from './paint/tag.ts';
import type { Px } from './pixels.ts';
import { toView, type View } from './projection.ts';
import type { Scene, SceneConvoy, ScenePick, SceneVehicle } from './scene.ts';
import { type SceneStyle, wholeness } from './scene-style.ts';

/** More vehicles than that in the window, and they are drawn small. */
const CROWD = 150;

export type MovingInput = {
  readonly view: View;
  readonly scene: Scene;
  readonly style: SceneStyle;
  readonly motion: Motion;
  readonly selectedConvoyId: string | null;
  readonly hovered: ScenePick | null;
};

export const positionOf = ({ world, lane }: Moving, view: View): Px => {
  const p = toView(view, world);
  return { x: p.x + lane.x, y: p.y + lane.y };
};

/** The vehicle that wears the tag: the one named, else the first of the convoy that is seen. */
function leadOf(convoy: SceneConvoy, motion: Motion, byConvoy: ReadonlyMap<string, Moving>): Moving | null {
  const named = convoy.leadVehicleId === null ? null : motion.get(convoy.leadVehicleId);
  return named ?? byConvoy.get(convoy.id) ?? null;
}

function firstOfConvoys(motion: Motion): ReadonlyMap<string, Moving> {
  const first = new Map<string, Moving>();
  for (const moving of motion.all()) {
    const { convoyId, signal } = moving.vehicle;
    const known = first.get(convoyId);
    if (!known || (known.vehicle.signal !== 'live' && signal === 'live')) first.set(convoyId, moving);
  }
  return first;
}

/** Places the convoys' tags; the selected convoy's first, then the late, then by code. */
export function placeTags(
  ctx: CanvasRenderingContext2D,
  { view, scene, style, motion, selectedConvoyId }: MovingInput,
  placer: TagPlacer,
  collider: Collider,
  isWanted: (convoy: SceneConvoy) => boolean = () => true,
): Tag[] {
  const byConvoy = firstOfConvoys(motion);
  const urgency = (c: SceneConvoy) =>
    (c.id === selectedConvoyId ? 4 : 0) + (c.incident ? 2 : 0) + (c.delayMinutes > 0 ? 1 : 0);
  const isInside = wholeness(view, style);
  const isSeen = ({ x, y }: Px) => x > 0 && y > 0 && x < view.width && y < view.height;
  return scene.convoys
    .filter(isWanted)
    .sort((a, b) => urgency(b) - urgency(a) || (a.code < b.code ? -1 : 1))
    .flatMap((convoy) => {
      const lead = leadOf(convoy, motion, byConvoy);
      const at = lead ? positionOf(lead, view) : null;
      if (!at || !isSeen(at)) return [];
      const delay = convoy.delayMinutes > 0 ? style.labels.delay(convoy.delayMinutes) : '';
      const content = { convoy, at, delay, mustShow: convoy.id === selectedConvoyId };
      return placer.place(ctx, content, { collider, isInside }, style) ?? [];
    });
}

const rankOf = (vehicle: SceneVehicle, selectedConvoyId: string | null) =>
  (vehicle.convoyId === selectedConvoyId ? 2 : 0) + (vehicle.signal === 'live' ? 1 : 0);

export type MovingHits = { readonly vehicles: HitGrid<ScenePick>; readonly tags: readonly Tag[] };

/** Vehicles and the tags of their convoys; answers what lies where. */
export function paintMoving(
  ctx: CanvasRenderingContext2D,
  input: MovingInput,
  placer: TagPlacer,
  below: Collider,
): MovingHits {
  const { view, style, motion, selectedConvoyId, hovered } = input;
  ctx.direction = style.lang === 'ar' ? 'rtl' : 'ltr';
  const seen = [...motion.all()]
    .map((moving) => ({ moving, at: positionOf(moving, view) }))
    .filter(({ at }) => at.x > -20 && at.y > -20 && at.x < view.width + 20 && at.y < view.height + 20)
    .sort((a, b) => rankOf(a.moving.vehicle, selectedConvoyId) - rankOf(b.moving.vehicle, selectedConvoyId));
  const collider = new Collider(below);
  if (seen.length <= CROWD) for (const { at } of seen) collider.blockAround(at, 11 * style.markScale);
  const tags = placeTags(ctx, input, placer, collider);
  const tagged = new Set(tags.map((tag) => tag.convoy.id));
  const scale = style.markScale * (seen.length > CROWD || view.zoom < 7.5 ? 0.72 : 1);
  const isOfSelected = (tag: Tag) => tag.convoy.id === selectedConvoyId;
  for (const tag of tags) drawLeader(ctx, tag, style.palette, isOfSelected(tag));
  const vehicles = new HitGrid<ScenePick>();
  for (const { moving, at } of seen) {
    const { vehicle, headingDeg } = moving;
    const isSelected = vehicle.convoyId === selectedConvoyId;
    const isHovered = hovered?.kind === 'vehicle' && hovered.id === vehicle.id;
    const showsDelay = !tagged.has(vehicle.convoyId);
    const pose = { x: at.x, y: at.y, headingDeg };
    style.sprites.draw(ctx, vehicle, pose, { scale, isSelected, isHovered, showsDelay });
    vehicles.add({ kind: 'vehicle', id: vehicle.id }, at.x, at.y, 12 * scale);
  }
  for (const tag of [...tags].reverse()) {
    drawTag(ctx, tag, style.markScale, style.palette, isOfSelected(tag));
  }
  return { vehicles, tags };
}

const covers = ([left, top, right, bottom]: Box, { x, y }: Px) =>
  x >= left && x <= right && y >= top && y <= bottom;

export function pickMoving({ vehicles, tags }: MovingHits, at: Px, reach: number): ScenePick | null {
  const tag = tags.find(({ box }) => covers(box, at));
  return tag ? { kind: 'convoy', id: tag.convoy.id } : vehicles.find(at.x, at.y, reach);
}
