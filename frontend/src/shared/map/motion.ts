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

/** How far aside a vehicle at a place stands; another function when the routes are others. */
export type LaneOf = (vehicle: SceneVehicle, world: Px) => Px;

const VISIBLE_MOVE_PX = 0.5;
const LABEL_MOVE_PX = 12;

/** Written in place: two thousand of them are stepped with every frame. */
type Entry = {
  vehicle: SceneVehicle;
  laneOf: LaneOf;
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
const mixPx = (a: Px, b: Px, share: number): Px =>
  share === 1 || a === b ? b : { x: mix(a.x, b.x, share), y: mix(a.y, b.y, share) };

/** The short way round. */
function mixHeading(from: number | null, to: number | null, share: number): number | null {
  if (from === null || to === null) return to;
  const turn = ((to - from + 540) % 360) - 180;
  return (from + turn * share + 360) % 360;
}

/** The further of the two axes: cheap, and near enough for half a pixel. */
const apart = (a: Px, b: Px) => Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));

/** But for its turns: what turns moves too, and is then painted. */
const sameLook = (a: SceneVehicle, b: SceneVehicle) =>
  a.stage === b.stage &&
  a.signal === b.signal &&
  a.delayed === b.delayed &&
  a.incident === b.incident &&
  a.convoyId === b.convoyId &&
  (a.headingDeg === null) === (b.headingDeg === null);

const sameFix = (a: SceneVehicle, b: SceneVehicle) =>
  a.lat === b.lat && a.lng === b.lng && a.headingDeg === b.headingDeg && a.convoyId === b.convoyId;

const samePose = (a: Pose, b: Pose) =>
  a.world.x === b.world.x &&
  a.world.y === b.world.y &&
  a.lane.x === b.lane.x &&
  a.lane.y === b.lane.y &&
  a.headingDeg === b.headingDeg;

/** Where it is on its glide at that moment. */
function advance(entry: Entry, nowMs: number): void {
  const { glide } = entry;
  if (!glide) return;
  const share = Math.min(1, Math.max(0, (nowMs - glide.startMs) / glide.durationMs));
  entry.world = mixPx(glide.from.world, glide.to.world, share);
  entry.lane = mixPx(glide.from.lane, glide.to.lane, share);
  entry.headingDeg = mixHeading(glide.from.headingDeg, glide.to.headingDeg, share);
  if (share === 1) entry.glide = null;
}

/** How long until it is that far from where it was painted; Infinity when its glide ends before. */
function waitOf({ glide, world, painted }: Entry, distance: number, nowMs: number): number {
  if (!glide) return apart(world, painted) >= distance ? 0 : Number.POSITIVE_INFINITY;
  const { from, to, startMs, durationMs } = glide;
  const share = Math.min(1, Math.max(0, (nowMs - startMs) / durationMs));
  const x = Math.abs(mix(from.world.x, to.world.x, share) - painted.x);
  const y = Math.abs(mix(from.world.y, to.world.y, share) - painted.y);
  const left = distance - Math.max(x, y);
  if (left <= 0) return 0;
  const whole = apart(from.world, to.world);
  return left > whole * (1 - share) ? Number.POSITIVE_INFINITY : (left / whole) * durationMs;
}

export type MotionOptions = {
  readonly laneOf: LaneOf;
  /** The reader has asked for less motion: vehicles stand where they were last seen. */
  readonly isStill: boolean;
};

/** Where every vehicle is drawn: gliding from fix to fix in about the time the fixes are apart. */
export class Motion {
  readonly #entries = new Map<string, Entry>();
  /** How often one has come, gone or looked otherwise since all were painted. */
  #changes = 1;

  /** All there are: those not told of have gone. */
  set(vehicles: readonly SceneVehicle[], nowMs: number, options: MotionOptions): void {
    this.move(vehicles, nowMs, options);
    if (vehicles.length === this.#entries.size) return;
    const told = new Set(vehicles.map(({ id }) => id));
    for (const id of this.#entries.keys()) {
      if (told.has(id)) continue;
      this.#entries.delete(id);
      this.#changes += 1;
    }
  }

  /** Some of them: the others stay as they are. */
  move(vehicles: readonly SceneVehicle[], nowMs: number, options: MotionOptions): void {
    for (const vehicle of vehicles) {
      const entry = this.#entries.get(vehicle.id);
      if (entry) this.#moveOne(entry, vehicle, nowMs, options);
      else this.#add(vehicle, nowMs, options.laneOf);
    }
  }

  #add(vehicle: SceneVehicle, nowMs: number, laneOf: LaneOf): void {
    const world = toWorld(vehicle);
    const lane = laneOf(vehicle, world);
    const fresh = { glide: null, fixedMs: nowMs, painted: world, labelled: world };
    const { headingDeg } = vehicle;
    this.#entries.set(vehicle.id, { vehicle, laneOf, world, lane, headingDeg, ...fresh });
    this.#changes += 1;
  }

  #moveOne(entry: Entry, vehicle: SceneVehicle, nowMs: number, { laneOf, isStill }: MotionOptions): void {
    const before = entry.vehicle;
    entry.vehicle = vehicle;
    if (!sameLook(before, vehicle)) this.#changes += 1;
    if (sameFix(before, vehicle) && entry.laneOf === laneOf) return;
    entry.laneOf = laneOf;
    const world = toWorld(vehicle);
    const pose: Pose = { world, lane: laneOf(vehicle, world), headingDeg: vehicle.headingDeg };
    if (samePose(entry.glide?.to ?? entry, pose)) return;
    advance(entry, nowMs);
    const jump = Math.hypot(world.x - entry.world.x, world.y - entry.world.y) > JUMP_WORLD;
    const durationMs = Math.min(LONGEST_GLIDE_MS, Math.max(SHORTEST_GLIDE_MS, nowMs - entry.fixedMs));
    entry.fixedMs = nowMs;
    const from = { world: entry.world, lane: entry.lane, headingDeg: entry.headingDeg };
    entry.glide = isStill || jump ? null : { from, to: pose, startMs: nowMs, durationMs };
    if (!entry.glide) Object.assign(entry, pose);
  }

  /** Moves everything to where it is at that moment. */
  step(nowMs: number): void {
    for (const entry of this.#entries.values()) advance(entry, nowMs);
  }

  get isMoving(): boolean {
    for (const { glide } of this.#entries.values()) if (glide) return true;
    return false;
  }

  /**
   * How long until the last painting shows one otherwise than it is by half a pixel: 0 when it does, Infinity when all
   * come to rest before. `scale` is pixels a world unit.
   */
  paintDueInMs(scale: number, nowMs: number): number {
    if (this.#changes > 0) return 0;
    const distance = VISIBLE_MOVE_PX / scale;
    let soonest = Number.POSITIVE_INFINITY;
    for (const entry of this.#entries.values()) {
      soonest = Math.min(soonest, waitOf(entry, distance, nowMs));
      if (soonest === 0) break;
    }
    return soonest;
  }

  /** Whether vehicles have left the places that labels were placed around. */
  mustLabel(scale: number): boolean {
    const distance = LABEL_MOVE_PX / scale;
    for (const { world, labelled } of this.#entries.values()) {
      if (apart(world, labelled) >= distance) return true;
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
