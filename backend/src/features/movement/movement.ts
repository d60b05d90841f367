import { distanceM, type LatLng, LIMITS } from '@qafila/contract';
import type { TrackFix } from '../positions/index.ts';

export type Way = {
  from: TrackFix;
  to: TrackFix;
  distanceM: number;
  movingS: number;
  maxSpeedMps: number | null;
};
export type Stay = { from: TrackFix; to: TrackFix; place: LatLng };
export type Movement = {
  first: TrackFix | null;
  last: TrackFix | null;
  fixCount: number;
  distanceM: number;
  movingS: number;
  haltedS: number;
  unknownS: number;
  trips: Way[];
  halts: Stay[];
};

export type MovementOptions = {
  /** A place wanders about as far while the vehicle stands. */
  haltRadiusM: number;
  /** Shorter than this it is not a halt, but traffic. */
  haltS: number;
  /** Away for less than this, and not far, the receiver was wrong and the vehicle has not left. */
  leavingS: number;
  leavingM: number;
  /** Between fixes further apart nobody knows what happened. */
  unknownAfterS: number;
};

export const USUAL: MovementOptions = {
  haltRadiusM: 150,
  haltS: 300,
  leavingS: 120,
  leavingM: 500,
  unknownAfterS: LIMITS.signalLostAfterS,
};

/**
 * What a track says of how a vehicle moved: halts, and the ways between them. All known time is of one kind or the
 * other; distance counts on the way alone, so that a receiver that wanders while the vehicle stands drives nowhere.
 */
export function movementOf(track: Iterable<TrackFix>, options: MovementOptions = USUAL): Movement {
  const book = new MovementBook(options);
  for (const fix of track) book.add(fix);
  return book.close();
}

/** A place where the vehicle may be standing: the fixes since it came near `anchor`. */
type Standing = {
  anchor: TrackFix;
  /** In full only while it is too short to be a halt, for it may turn out to be a way. */
  fixes: TrackFix[];
  last: TrackFix;
  count: number;
  sum: LatLng;
};

/** `movementOf` for fixes that come one by one, in the order of their time. */
export class MovementBook {
  readonly #options: MovementOptions;
  readonly #movement: Movement = {
    ...{ first: null, last: null, fixCount: 0, distanceM: 0, movingS: 0, haltedS: 0, unknownS: 0 },
    ...{ trips: [], halts: [] },
  };
  #standing: Standing | undefined;
  /** Seen away from where it stands, and not yet believed to have left. */
  #away: TrackFix[] = [];
  #way: Way | undefined;

  constructor(options: MovementOptions = USUAL) {
    this.#options = options;
  }

  add(fix: TrackFix): void {
    const { last } = this.#movement;
    const unknownS = last ? secondsBetween(last, fix) : 0;
    if (unknownS > this.#options.unknownAfterS) {
      // What stood there may have left and come back.
      this.#settle();
      this.#movement.unknownS += unknownS;
    }
    this.#movement.first ??= fix;
    this.#movement.last = fix;
    this.#movement.fixCount++;
    this.#place(fix);
  }

  close(): Movement {
    this.#settle();
    this.#endWay();
    return this.#movement;
  }

  #place(fix: TrackFix): void {
    const at = this.#standing;
    if (!at) this.#standing = standAt(fix);
    else if (distanceM(at.anchor, fix) <= this.#options.haltRadiusM) this.#stay(at, fix);
    else if (this.#isHalt(at)) this.#perhapsLeave(at, fix);
    else this.#moveOn(at, fix);
  }

  #stay(at: Standing, fix: TrackFix): void {
    this.#away = [];
    at.last = fix;
    at.count++;
    at.sum = { lat: at.sum.lat + fix.lat, lng: at.sum.lng + fix.lng };
    if (this.#isHalt(at)) at.fixes = [];
    else at.fixes.push(fix);
  }

  #perhapsLeave(at: Standing, fix: TrackFix): void {
    const away = [...this.#away, fix];
    this.#away = away;
    const { leavingS, leavingM } = this.#options;
    const hasLeft = secondsBetween(away[0] ?? fix, fix) >= leavingS || distanceM(at.anchor, fix) > leavingM;
    if (!hasLeft) return;
    this.#endHalt(at);
    for (const it of away) this.#place(it);
  }

  /** It was on the way all the time: the next fix is where it may be standing. */
  #moveOn({ fixes: [first, ...rest] }: Standing, fix: TrackFix): void {
    this.#standing = undefined;
    if (first) this.#drive(first);
    for (const it of [...rest, fix]) this.#place(it);
  }

  #drive(fix: TrackFix): void {
    const way = this.#way ?? { from: fix, to: fix, distanceM: 0, movingS: 0, maxSpeedMps: null };
    const seconds = secondsBetween(way.to, fix);
    this.#way = {
      from: way.from,
      to: fix,
      distanceM: way.distanceM + distanceM(way.to, fix),
      movingS: way.movingS + (seconds > this.#options.unknownAfterS ? 0 : seconds),
      maxSpeedMps: fastest(way.maxSpeedMps, fix.speedMps),
    };
  }

  #isHalt({ anchor, last }: Standing): boolean {
    return secondsBetween(anchor, last) >= this.#options.haltS;
  }

  #endHalt({ anchor, last, count, sum }: Standing): void {
    this.#drive(anchor);
    this.#endWay();
    const place = { lat: sum.lat / count, lng: sum.lng / count };
    this.#movement.halts.push({ from: anchor, to: last, place });
    this.#movement.haltedS += secondsBetween(anchor, last);
    this.#standing = undefined;
    this.#away = [];
    this.#drive(last);
  }

  /** A way no longer than places wander is none, but its time is known. */
  #endWay(): void {
    const way = this.#way;
    if (!way) return;
    this.#way = undefined;
    this.#movement.movingS += way.movingS;
    if (way.distanceM <= this.#options.haltRadiusM) return;
    this.#movement.distanceM += way.distanceM;
    this.#movement.trips.push(way);
  }

  /** Decides between halt and way with what is known. */
  #settle(): void {
    const at = this.#standing;
    if (!at) return;
    const away = this.#away;
    if (this.#isHalt(at)) this.#endHalt(at);
    for (const fix of at.fixes) this.#drive(fix);
    for (const fix of away) this.#drive(fix);
    this.#standing = undefined;
  }
}

function standAt(fix: TrackFix): Standing {
  return { anchor: fix, fixes: [fix], last: fix, count: 1, sum: { lat: fix.lat, lng: fix.lng } };
}

function secondsBetween(from: TrackFix, to: TrackFix): number {
  return (to.recordedAtMs - from.recordedAtMs) / 1000;
}

function fastest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
