import type { LatLng } from '@qafila/contract';
import type { Basemap } from './basemap-data.ts';
import { CanvasLayer } from './canvas-layer.ts';
import type { Box } from './collider.ts';
import { Motion, type MotionOptions } from './motion.ts';
import { drawFocus } from './paint/focus.ts';
import { TagPlacer } from './paint/tag.ts';
import type { Px } from './pixels.ts';
import { project, type View } from './projection.ts';
import { EMPTY_SCENE, type Scene, type ScenePick, type SceneVehicle, selectedConvoyId } from './scene.ts';
import {
  type MovingHits,
  type MovingInput,
  type MovingPlan,
  NO_PLAN,
  paintMoving,
  placeTags,
  planMoving,
  positionOf,
} from './scene-moving.ts';
import { SceneRoutes } from './scene-routes.ts';
import { NOTHING_STANDS, paintStatic, pickStanding, type StaticScene } from './scene-static.ts';
import type { SceneStyle } from './scene-style.ts';
import { keyOf, nameOfTarget, type SceneTarget, type TargetMark } from './scene-targets.ts';

const FRAME_MS = 17;
/** Vehicles drive under labels that were placed around them; from time to time the labels make way again. */
const RELABEL_MS = 2000;

/** All that is measured or moves. The lower canvas holds what stands, the upper one vehicles and their tags. */
export class SceneLayer extends CanvasLayer {
  readonly #basemap: Basemap;
  readonly #covered: () => readonly Box[];
  readonly #motion = new Motion();
  readonly #placer = new TagPlacer();
  readonly #routes: SceneRoutes;
  readonly #stillness = window.matchMedia('(prefers-reduced-motion: reduce)');
  #scene: Scene = EMPTY_SCENE;
  #style: SceneStyle;
  #hovered: ScenePick | null = null;
  #focused: SceneTarget | null = null;
  #static: StaticScene = NOTHING_STANDS;
  #plan: MovingPlan = NO_PLAN;
  #hits: MovingHits | null = null;
  #timer = 0;
  #animation = 0;
  #labelledMs = 0;
  #paints = 0;

  constructor(basemap: Basemap, style: SceneStyle, covered: () => readonly Box[]) {
    super('scene', 450, 2);
    this.#basemap = basemap;
    this.#style = style;
    this.#covered = covered;
    this.#routes = new SceneRoutes(style.markScale);
  }

  override onRemove(): this {
    window.clearTimeout(this.#timer);
    cancelAnimationFrame(this.#animation);
    return super.onRemove();
  }

  setScene(scene: Scene): void {
    if (scene === this.#scene) return;
    this.#scene = scene;
    this.#routes.set(scene.routes);
    this.redraw();
  }

  setStyle(style: SceneStyle): void {
    this.#style = style;
    this.redraw();
  }

  /** All vehicles; nothing is painted until one has visibly moved. */
  setVehicles(vehicles: readonly SceneVehicle[], isStill = false): void {
    this.#motion.set(vehicles, performance.now(), this.#motionOptions(isStill));
    this.#requestNext();
  }

  /** Those that have moved; costs what they cost, not what all do. */
  moveVehicles(moved: readonly SceneVehicle[]): void {
    this.#motion.move(moved, performance.now(), this.#motionOptions(false));
    this.#requestNext();
  }

  #motionOptions(isStill: boolean): MotionOptions {
    const { laneOf } = this.#routes;
    return { laneOf, isStill: isStill || document.hidden || this.#stillness.matches };
  }

  get paints(): number {
    return this.#paints;
  }

  /** What lies at a place of the map, vehicles before what stands; `reach` in pixels widens small marks for fingers. */
  pick(at: LatLng, reach: number): SceneTarget | null {
    if (!this.view) return null;
    const p = project(this.view, at);
    return this.#hits?.find(p, reach) ?? pickStanding(this.#static, p, reach);
  }

  setHovered(pick: ScenePick | null): void {
    if (pick?.kind === this.#hovered?.kind && pick?.id === this.#hovered?.id) return;
    this.#hovered = pick;
    this.#motion.noteChanged();
    this.#requestFrame();
  }

  /** Everything that can be chosen in the window, what stands first. */
  marksInWindow(): readonly TargetMark[] {
    const { view } = this;
    if (!view) return [];
    const isSeen = ({ at: { x, y } }: TargetMark) =>
      x > view.padX && y > view.padY && x < view.width - view.padX && y < view.height - view.padY;
    return [...this.#static.marks, ...(this.#hits?.marks ?? [])].filter(isSeen);
  }

  /** Of the window, in pixels of the canvas. */
  middle(): Px {
    return { x: (this.view?.width ?? 0) / 2, y: (this.view?.height ?? 0) / 2 };
  }

  nameOf(target: SceneTarget): string {
    const vehicleOf = (id: string) => this.#motion.get(id)?.vehicle;
    return nameOfTarget(target, { scene: this.#scene, style: this.#style, vehicleOf });
  }

  /** The mark that the keyboard has reached. */
  setFocused(target: SceneTarget | null): void {
    this.#focused = target;
    this.#motion.noteChanged();
    this.#requestFrame();
  }

  protected override paint(view: View): void {
    const ctx = this.context(0);
    const now = performance.now();
    this.#labelledMs = now;
    this.#motion.step(now);
    const input = this.#movingInput(view);
    this.#static = paintStatic({
      ctx,
      view,
      scene: this.#scene,
      routes: this.#routes,
      style: this.#style,
      basemap: this.#basemap,
      selectedConvoyId: input.selectedConvoyId,
      vehiclesAt: [...this.#motion.all()].map((moving) => positionOf(moving, view)),
      trailLaneOf: (vehicleId, world) => {
        const vehicle = this.#motion.get(vehicleId)?.vehicle;
        return vehicle ? this.#routes.laneOf(vehicle, world) : { x: 0, y: 0 };
      },
      covered: this.#covered(),
      reserveTags: (collider, which) => {
        const isWanted = ({ id }: { id: string }) =>
          (id === input.selectedConvoyId) === (which === 'selected');
        placeTags(ctx, input, this.#placer, collider, isWanted);
      },
    });
    this.#motion.noteLabelled();
    this.#plan = planMoving(ctx, input, this.#placer, this.#static.collider);
    this.#paintMoving(input);
    this.#requestNext();
  }

  #movingInput(view: View): MovingInput {
    return {
      view,
      scene: this.#scene,
      style: this.#style,
      motion: this.#motion,
      selectedConvoyId: selectedConvoyId(this.#scene, (id) => this.#motion.get(id)?.vehicle),
      hovered: this.#hovered,
    };
  }

  #paintMoving(input: MovingInput): void {
    this.#paints += 1;
    this.#motion.notePainted();
    const ctx = this.context(1);
    this.#hits = paintMoving(ctx, input, this.#plan);
    const key = this.#focused && keyOf(this.#focused);
    const reached = key && this.marksInWindow().find(({ target }) => keyOf(target) === key);
    if (reached) drawFocus(ctx, reached, input.style.palette);
  }

  #requestFrame(): void {
    if (this.#animation !== 0) return;
    window.clearTimeout(this.#timer);
    this.#animation = requestAnimationFrame((now) => {
      this.#animation = 0;
      if (this.view) this.#onFrame(this.view, now);
    });
  }

  #onFrame(view: View, now: number): void {
    this.#motion.step(now);
    if (this.#motion.paintDueInMs(view.scale, now) < FRAME_MS) {
      const isDue = now - this.#labelledMs > RELABEL_MS;
      if (isDue && this.#motion.mustLabel(view.scale)) this.paint(view);
      else this.#paintMoving(this.#movingInput(view));
    }
    this.#requestNext();
  }

  /** The next frame is due when a vehicle will have moved half a pixel, and never while all stand. */
  #requestNext(): void {
    if (!this.view || this.#animation !== 0) return;
    window.clearTimeout(this.#timer);
    const waitMs = this.#motion.paintDueInMs(this.view.scale, performance.now());
    if (waitMs < FRAME_MS) this.#requestFrame();
    else if (waitMs < Number.POSITIVE_INFINITY) {
      this.#timer = window.setTimeout(() => this.#requestFrame(), waitMs);
    }
  }
}
