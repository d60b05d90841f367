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

type Entry = { vehicle: SceneVehicle; pose: Pose; glide: Glide | null; fixedMs: number };

const mix = (a: number, b: number, share: number) => a + (b - a) * share;
const mixPx = (a: Px, b: Px, share: number): Px => ({ x: mix(a.x, b.x, share), y: mix(a.y, b.y, share) });

/** The short way round. */
function mixHeading(from: number | null, to: number | null, share: number): number | null {
  if (from === null || to === null) return to;
  const turn = ((to - from + 540) % 360) - 180;
  return (from + turn * share + 360) % 360;
}

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

  set(vehicles: readonly SceneVehicle[], nowMs: number, options: MotionOptions): void {
    const seen = new Set<string>();
    for (const vehicle of vehicles) {
      seen.add(vehicle.id);
      this.#setOne(vehicle, nowMs, options);
    }
    for (const id of this.#entries.keys()) if (!seen.has(id)) this.#entries.delete(id);
  }

  #setOne(vehicle: SceneVehicle, nowMs: number, { laneOf, isStill }: MotionOptions): void {
    const world = toWorld(vehicle);
    const pose: Pose = { world, lane: laneOf(vehicle, world), headingDeg: vehicle.headingDeg };
    const entry = this.#entries.get(vehicle.id);
    if (!entry) {
      this.#entries.set(vehicle.id, { vehicle, pose, glide: null, fixedMs: nowMs });
      return;
    }
    entry.vehicle = vehicle;
    const target = entry.glide?.to ?? entry.pose;
    if (samePose(target, pose)) return;
    const jump =
      Math.hypot(pose.world.x - entry.pose.world.x, pose.world.y - entry.pose.world.y) > JUMP_WORLD;
    const durationMs = Math.min(LONGEST_GLIDE_MS, Math.max(SHORTEST_GLIDE_MS, nowMs - entry.fixedMs));
    entry.fixedMs = nowMs;
    entry.glide = isStill || jump ? null : { from: entry.pose, to: pose, startMs: nowMs, durationMs };
    if (!entry.glide) entry.pose = pose;
  }

  /** Moves everything to where it is at that moment. */
  step(nowMs: number): void {
    for (const entry of this.#entries.values()) {
      const { glide } = entry;
      if (!glide) continue;
      const share = Math.min(1, Math.max(0, (nowMs - glide.startMs) / glide.durationMs));
      entry.pose = {
        world: mixPx(glide.from.world, glide.to.world, share),
        lane: mixPx(glide.from.lane, glide.to.lane, share),
        headingDeg: mixHeading(glide.from.headingDeg, glide.to.headingDeg, share),
      };
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

  *all(): Iterable<Moving> {
    for (const { vehicle, pose } of this.#entries.values()) yield { vehicle, ...pose };
  }

  get(id: string): Moving | null {
    const entry = this.#entries.get(id);
    return entry ? { vehicle: entry.vehicle, ...entry.pose } : null;
  }

  get vehicles(): ReadonlyMap<string, SceneVehicle> {
    return new Map([...this.#entries].map(([id, { vehicle }]) => [id, vehicle]));
  }
}
