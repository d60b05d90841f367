import type { Px } from './pixels.ts';
import { toWorld } from './projection.ts';
import type { SceneVehicle } from './scene.ts';

const SHORTEST_GLIDE_MS = 250;
const LONGEST_GLIDE_MS = 4000;
/** World units (projection.ts); about 30 km. Further than that is another place, not a drive. */
const JUMP_WORLD = 0.25;

type Pose = {
  readonly world: Px;
  /** Pixels to the side, to stand in its route's lane. */
  readonly lane: Px;
  readonly headingDeg: number | null;
};

type Glide = {
  readonly from: Pose;
  readonly to: Pose;
  readonly startMs: number;
  readonly durationMs: number;
};

export type Moving = Pose & { readonly vehicle: SceneVehicle };

export const VISIBLE_MOVE_PX = 0.5;
const LABEL_MOVE_PX = 12;

/** Written in place: two thousand of them are stepped with every frame. */
type Entry = {
  vehicle: SceneVehicle;
  world: Px;
  lane: Px;
  headingDeg: number | null;
  glide: Glide | null;
  fixedMs: number;
  /** As last painted, and as the labels were last placed around it. */
  painted: Px;
  labelled: Px;
};

const mix = (a: number, b: number, share: number) => a + (b - a) * share;
const mixPx = (a: Px, b: Px, share: number): Px => ({ x: mix(a.x, b.x, share), y: mix(a.y, b.y, share) });

/** The short way round. */
function mixHeading(from: number | null, to: number | null, share: number): number | null {
  if (from === null || to === null) return to;
  const turn = ((to - from + 540) % 360) - 180;
  return (from + turn * share + 360) % 360;
}

/** But for its turns: what turns moves too, and is then painted. */
const sameLook = (a: SceneVehicle, b: SceneVehicle) =>
  a.stage === b.stage &&
  a.signal === b.signal &&
  a.delayed === b.delayed &&
  a.incident === b.incident &&
  a.convoyId === b.convoyId &&
  (a.headingDeg === null) === (b.headingDeg === null);

const samePose = (a: Pose, b: Pose) =>
  a.world.x === b.world.x &&
  a.world.y === b.world.y &&
  a.lane.x === b.lane.x &&
  a.lane.y === b.lane.y &&
  a.headingDeg === b.headingDeg;

export type MotionOptions = {
  readonly laneOf: (vehicle: SceneVehicle, world: Px) => Px;
  /** The reader has asked for less motion: vehicles stand where they were last seen. */
  readonly isStill: boolean;
};

/** Where every vehicle is drawn: gliding from fix to fix in about the time the fixes are apart. */
export class Motion {
  readonly #entries = new Map<string, Entry>();
  /** How often one has come, gone or looked otherwise since all were painted. */
  #changes = 1;

  set(vehicles: readonly SceneVehicle[], nowMs: number, options: MotionOptions): void {
    const seen = new Set<string>();
    for (const vehicle of vehicles) {
      seen.add(vehicle.id);
      this.#setOne(vehicle, nowMs, options);
    }
    if (seen.size === this.#entries.size) return;
    this.#changes = 1;
    for (const id of this.#entries.keys()) if (!seen.has(id)) this.#entries.delete(id);
  }

  #setOne(vehicle: SceneVehicle, nowMs: number, { laneOf, isStill }: MotionOptions): void {
    const world = toWorld(vehicle);
    const pose: Pose = { world, lane: laneOf(vehicle, world), headingDeg: vehicle.headingDeg };
    const entry = this.#entries.get(vehicle.id);
    if (!entry) {
      const fresh = { glide: null, fixedMs: nowMs, painted: world, labelled: world };
      this.#entries.set(vehicle.id, { vehicle, ...pose, ...fresh });
      this.#changes = 1;
      return;
    }
    if (!sameLook(entry.vehicle, vehicle)) this.#changes = 1;
    entry.vehicle = vehicle;
    if (samePose(entry.glide?.to ?? entry, pose)) return;
    const jump = Math.hypot(world.x - entry.world.x, world.y - entry.world.y) > JUMP_WORLD;
    const durationMs = Math.min(LONGEST_GLIDE_MS, Math.max(SHORTEST_GLIDE_MS, nowMs - entry.fixedMs));
    entry.fixedMs = nowMs;
    const from = { world: entry.world, lane: entry.lane, headingDeg: entry.headingDeg };
    entry.glide = isStill || jump ? null : { from, to: pose, startMs: nowMs, durationMs };
    if (!entry.glide) Object.assign(entry, pose);
  }

  /** Moves everything to where it is at that moment. */
  step(nowMs: number): void {
    for (const entry of this.#entries.values()) {
      const { glide } = entry;
      if (!glide) continue;
      const share = Math.min(1, Math.max(0, (nowMs - glide.startMs) / glide.durationMs));
      entry.world = mixPx(glide.from.world, glide.to.world, share);
      entry.lane = mixPx(glide.from.lane, glide.to.lane, share);
      entry.headingDeg = mixHeading(glide.from.headingDeg, glide.to.headingDeg, share);
      if (share === 1) entry.glide = null;
    }
  }

  /** The fastest vehicle's speed in world units a millisecond; 0 when all stand. */
  fastest(): number {
    let fastest = 0;
    for (const { glide } of this.#entries.values()) {
      if (!glide) continue;
      const { from, to, durationMs } = glide;
      fastest = Math.max(
        fastest,
        Math.hypot(to.world.x - from.world.x, to.world.y - from.world.y) / durationMs,
      );
    }
    return fastest;
  }

  get isMoving(): boolean {
    for (const { glide } of this.#entries.values()) if (glide) return true;
    return false;
  }

  /** Whether the last painting shows anything otherwise than it is by half a pixel; `scale` is pixels a world unit. */
  mustPaint(scale: number): boolean {
    return this.#changes > 0 || this.#hasMoved('painted', VISIBLE_MOVE_PX / scale);
  }

  /** Whether vehicles have left the places that labels were placed around. */
  mustLabel(scale: number): boolean {
    return this.#hasMoved('labelled', LABEL_MOVE_PX / scale);
  }

  #hasMoved(since: 'painted' | 'labelled', distance: number): boolean {
    for (const { world, [since]: before } of this.#entries.values()) {
      if (Math.abs(world.x - before.x) >= distance || Math.abs(world.y - before.y) >= distance) return true;
    }
    return false;
  }

  /** Something is to be painted otherwise though nothing has moved. */
  noteChanged(): void {
    this.#changes += 1;
  }

  notePainted(): void {
    this.#changes = 0;
    for (const entry of this.#entries.values()) entry.painted = entry.world;
  }

  noteLabelled(): void {
    for (const entry of this.#entries.values()) entry.labelled = entry.world;
  }

  all(): Iterable<Moving> {
    return this.#entries.values();
  }

  get(id: string): Moving | null {
    return this.#entries.get(id) ?? null;
  }
}
