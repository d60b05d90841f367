import { type Box, Collider } from './collider.ts';
import { groupCrowded, middleOf } from './crowding.ts';
import { HitGrid } from './hit-grid.ts';
import type { Motion, Moving } from './motion.ts';
import { type ClusterMark, clusterRadius, drawCluster } from './paint/cluster.ts';
import { drawLeader, drawTag, type Tag, type TagPlacer } from './paint/tag.ts';
import type { Px } from './pixels.ts';
import { toView, type View } from './projection.ts';
import type { Scene, SceneConvoy, ScenePick, SceneVehicle } from './scene.ts';
import { freeInWindow, type SceneStyle, wholeness } from './scene-style.ts';
import type { SceneTarget, TargetMark } from './scene-targets.ts';

/** More vehicles than that in the window, and they are drawn small, and joined where they cover each other. */
const CROWD = 150;
/** From there on the road itself is looked at: every vehicle stands for itself. */
const CLOSE_ZOOM = 11;
/** From there each vehicle tells what it has met. */
const EACH_MARKED_ZOOM = 10;
const JOIN_PX = 22;
const EDGE_PX = 20;

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

type Seen = { readonly moving: Moving; readonly at: Px };

/** What was decided when labels were last placed; between two placings it only drives along. */
export type MovingPlan = {
  readonly isCrowded: boolean;
  /** Ids of the vehicles each disc stands for. */
  readonly groups: readonly (readonly string[])[];
  readonly grouped: ReadonlySet<string>;
  /** A tag, and the vehicle that wears it. */
  readonly tags: readonly { readonly tag: Tag; readonly leadId: string }[];
  /** The vehicle of each convoy that wears its tag, or would. */
  readonly leads: ReadonlySet<string>;
};

export const NO_PLAN: MovingPlan = {
  isCrowded: false,
  groups: [],
  grouped: new Set(),
  tags: [],
  leads: new Set(),
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

type PlacedTag = MovingPlan['tags'][number];

/** As long as they are few, every convoy on its way wears its tag, wherever it finds room. */
const FEW_CONVOYS = 12;

const isOnItsWay = ({ stage }: SceneConvoy) =>
  stage === 'en_route' || stage === 'held' || stage === 'arrived';

/** Places the convoys' tags; the selected convoy's first, then the late, then by code. */
export function placeTags(
  ctx: CanvasRenderingContext2D,
  { view, scene, style, motion, selectedConvoyId }: MovingInput,
  placer: TagPlacer,
  collider: Collider,
  isWanted: (convoy: SceneConvoy, lead: Moving) => boolean = () => true,
): PlacedTag[] {
  const byConvoy = firstOfConvoys(motion);
  const urgency = (c: SceneConvoy) =>
    (c.id === selectedConvoyId ? 4 : 0) + (c.incident ? 2 : 0) + (c.delayMinutes > 0 ? 1 : 0);
  const areFew = scene.convoys.filter(isOnItsWay).length <= FEW_CONVOYS;
  const [isFree, isWhole] = [freeInWindow(view, style), wholeness(view, style)];
  const isInWindow = ({ x, y }: Px) =>
    x > view.padX && y > view.padY && x < view.width - view.padX && y < view.height - view.padY;
  const isSeen = ({ x, y }: Px) => x > 0 && y > 0 && x < view.width && y < view.height;
  const contentOf = (convoy: SceneConvoy, at: Px) => {
    const mustShow = convoy.id === selectedConvoyId;
    const delay = convoy.delayMinutes > 0 ? style.labels.delay(convoy.delayMinutes) : '';
    return { convoy, at, delay, mustShow, mayLead: mustShow || (areFew && isOnItsWay(convoy)) };
  };
  return [...scene.convoys]
    .sort((a, b) => urgency(b) - urgency(a) || (a.code < b.code ? -1 : 1))
    .flatMap((convoy) => {
      const lead = leadOf(convoy, motion, byConvoy);
      if (!lead || !isWanted(convoy, lead)) return [];
      const at = positionOf(lead, view);
      if (!isSeen(at)) return [];
      const isInside = isInWindow(at) ? isFree : isWhole;
      const tag = placer.place(ctx, contentOf(convoy, at), { collider, isInside }, style);
      return tag ? [{ tag, leadId: lead.vehicle.id }] : [];
    });
}

function inWindow({ view, motion }: MovingInput): Seen[] {
  const seen: Seen[] = [];
  for (const moving of motion.all()) {
    const at = positionOf(moving, view);
    const isNear =
      at.x > -EDGE_PX && at.y > -EDGE_PX && at.x < view.width + EDGE_PX && at.y < view.height + EDGE_PX;
    if (isNear) seen.push({ moving, at });
  }
  return seen;
}

/** Decides what is joined and where the tags stand. */
export function planMoving(
  ctx: CanvasRenderingContext2D,
  input: MovingInput,
  placer: TagPlacer,
  below: Collider,
): MovingPlan {
  const { view, style, selectedConvoyId } = input;
  const seen = inWindow(input);
  const isCrowded = seen.length > CROWD;
  const joins = isCrowded && view.zoom < CLOSE_ZOOM;
  const ofOthers = seen.filter(({ moving }) => moving.vehicle.convoyId !== selectedConvoyId);
  const joined = joins
    ? groupCrowded(ofOthers, {
        reachPx: JOIN_PX * style.markScale,
        radiusOf: (count) => clusterRadius(count, style.markScale),
      })
    : [];
  const groups = joined.map(({ members }) => members.map(({ moving }) => moving.vehicle.id));
  const grouped = new Set(groups.flat());
  const collider = new Collider(below);
  for (const { at, members } of joined) {
    collider.blockAround(at, clusterRadius(members.length, style.markScale));
  }
  if (!isCrowded) for (const { at } of seen) collider.blockAround(at, 11 * style.markScale);
  const isWanted = (_: SceneConvoy, { vehicle }: Moving) => !grouped.has(vehicle.id);
  const byConvoy = firstOfConvoys(input.motion);
  const leads = input.scene.convoys.flatMap((each) => leadOf(each, input.motion, byConvoy)?.vehicle.id ?? []);
  const tags = placeTags(ctx, input, placer, collider, isWanted);
  return { isCrowded, groups, grouped, tags, leads: new Set(leads) };
}

/** What the last painting shows, and what of it lies under a pointer; sorted into a grid when first asked. */
export class MovingHits {
  readonly #tags: readonly Tag[];
  readonly #listMarks: () => TargetMark[];
  #marks: readonly TargetMark[] | null = null;
  #grid: HitGrid<SceneTarget> | null = null;

  constructor(tags: readonly Tag[], listMarks: () => TargetMark[]) {
    this.#tags = tags;
    this.#listMarks = listMarks;
  }

  get marks(): readonly TargetMark[] {
    this.#marks ??= this.#listMarks();
    return this.#marks;
  }

  find(at: Px, reach: number): SceneTarget | null {
    const tag = this.#tags.find(({ box }) => covers(box, at));
    if (tag) return { kind: 'convoy', id: tag.convoy.id };
    if (!this.#grid) {
      this.#grid = new HitGrid();
      for (const mark of this.marks) this.#grid.add(mark.target, mark.at.x, mark.at.y, mark.radius);
    }
    return this.#grid.find(at.x, at.y, reach);
  }
}

const covers = ([left, top, right, bottom]: Box, { x, y }: Px) =>
  x >= left && x <= right && y >= top && y <= bottom;

/** Below all: the silent; above all: the selected convoy. */
const rankOf = (vehicle: SceneVehicle, selectedConvoyId: string | null) =>
  vehicle.convoyId === selectedConvoyId ? 2 : vehicle.signal === 'live' ? 1 : 0;

/** Vehicles, discs and the tags of convoys; answers what lies where. */
export function paintMoving(ctx: CanvasRenderingContext2D, input: MovingInput, plan: MovingPlan): MovingHits {
  const { view, style, motion, selectedConvoyId } = input;
  ctx.direction = style.lang === 'ar' ? 'rtl' : 'ltr';
  const seen = inWindow(input).filter(({ moving }) => !plan.grouped.has(moving.vehicle.id));
  const tags = plan.tags.flatMap(({ tag, leadId }) => movedTag(tag, motion.get(leadId), view));
  const isOfSelected = (tag: Tag) => tag.convoy.id === selectedConvoyId;
  for (const tag of tags) drawLeader(ctx, tag, style.palette, isOfSelected(tag));
  const clusters = plan.groups.flatMap((ids) => clusterOf(ids, input));
  for (const { mark } of clusters) drawCluster(ctx, mark, style.markScale, style.palette);
  const scale = style.markScale * (plan.isCrowded || view.zoom < 7.5 ? 0.72 : 1);
  const tagged = new Set(tags.map((tag) => tag.convoy.id));
  drawVehicles(ctx, seen, input, { scale, showsMark: markedBy(plan, tagged, view) });
  for (const tag of [...tags].reverse()) {
    drawTag(ctx, tag, style.markScale, style.palette, isOfSelected(tag));
  }
  return new MovingHits(tags, () => [
    ...clusters.map(({ mark, ids }) => ({
      target: { kind: 'vehicles' as const, ids },
      at: mark.at,
      radius: mark.radius + 3,
    })),
    ...seen.map(({ moving, at }) => ({
      target: { kind: 'vehicle' as const, id: moving.vehicle.id },
      at,
      radius: 12 * scale,
    })),
  ]);
}

/** From afar a convoy is marked once: by its tag, or without one by its first vehicle and those with an incident. */
function markedBy({ leads }: MovingPlan, tagged: ReadonlySet<string>, { zoom }: View) {
  const isNear = zoom >= EACH_MARKED_ZOOM;
  return ({ id, convoyId, incident }: SceneVehicle) =>
    tagged.has(convoyId) ? isNear && incident : isNear || incident || leads.has(id);
}

function movedTag(tag: Tag, lead: Moving | null, view: View): Tag[] {
  if (!lead) return [];
  const at = positionOf(lead, view);
  const [dx, dy] = [at.x - tag.at.x, at.y - tag.at.y];
  const [left, top, right, bottom] = tag.box;
  return [{ ...tag, at, box: [left + dx, top + dy, right + dx, bottom + dy] }];
}

function clusterOf(
  ids: readonly string[],
  { motion, view, style, hovered }: MovingInput,
): { mark: ClusterMark; ids: readonly string[] }[] {
  const members = ids.flatMap((id) => motion.get(id) ?? []);
  if (members.length === 0) return [];
  const mark: ClusterMark = {
    at: middleOf(members.map((moving) => positionOf(moving, view))),
    radius: clusterRadius(members.length, style.markScale),
    text: style.labels.count(members.length),
    badge: badgeOf(members),
    isHovered: hovered?.kind === 'vehicle' && ids.includes(hovered.id),
  };
  return [{ mark, ids }];
}

function badgeOf(members: readonly Moving[]): ClusterMark['badge'] {
  if (members.some(({ vehicle }) => vehicle.incident)) return 'incident';
  return members.some(({ vehicle }) => vehicle.delayed) ? 'delayed' : null;
}

function drawVehicles(
  ctx: CanvasRenderingContext2D,
  seen: readonly Seen[],
  { style, selectedConvoyId, hovered }: MovingInput,
  { scale, showsMark }: { scale: number; showsMark: (vehicle: SceneVehicle) => boolean },
): void {
  const hoveredId = hovered?.kind === 'vehicle' ? hovered.id : null;
  for (const rank of [0, 1, 2]) {
    for (const { moving, at } of seen) {
      const { vehicle, headingDeg } = moving;
      if (rankOf(vehicle, selectedConvoyId) !== rank) continue;
      style.sprites.draw(
        ctx,
        vehicle,
        { x: at.x, y: at.y, headingDeg },
        {
          scale,
          isSelected: rank === 2,
          isHovered: hoveredId === vehicle.id,
          showsMark: showsMark(vehicle),
        },
      );
    }
  }
}
