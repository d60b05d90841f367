/** A condition that is seen to hold: for long enough, and it is an episode. */
export type Watch = {
  readonly sinceMs: number;
  readonly isOpen: boolean;
  readonly lat: number;
  readonly lng: number;
  readonly value: number;
};

export type Sight = {
  readonly atMs: number;
  readonly lat: number;
  readonly lng: number;
  readonly isOn: boolean;
  /** Further back than the border it came over, so that what hovers about the border is one episode. */
  readonly isOff: boolean;
  readonly holdMs: number;
  readonly value: number;
  /** When it began, where that is known to be earlier than now. */
  readonly sinceMs?: number;
};

/** A value that has grown by half is worth telling again. */
const WORSE = 1.5;

/** The same object where nothing is new. */
export function look(before: Watch | null, sight: Sight): Watch | null {
  if (before?.isOpen) {
    if (sight.isOff) return null;
    return sight.value >= before.value * WORSE ? { ...before, value: sight.value } : before;
  }
  if (!sight.isOn) return null;
  const { atMs, lat, lng, value } = sight;
  const began = before ?? { sinceMs: sight.sinceMs ?? atMs, isOpen: false, lat, lng, value };
  if (atMs - began.sinceMs < sight.holdMs) return began;
  return { ...began, isOpen: true, value: Math.max(began.value, value) };
}
