import type { AlertKind, LatLng, Progress } from '@qafila/contract';
import type { Tick } from './ticks.ts';
import type { Watch } from './watch.ts';

/** A fix as the fold takes it: event time, place, and what it is worth. */
export type FoldFix = LatLng & {
  readonly atMs: number;
  readonly accuracyM: number | null;
  readonly batteryPct: number | null;
  /** Contract: FIX_FLAGS. */
  readonly flags: number;
  readonly isSos: boolean;
};

export type At = LatLng & { readonly atMs: number };

/** Within fence number so-and-so of the trip; -1: within none. */
export type Place = {
  readonly fence: number;
  readonly sinceMs: number;
  /** It looks as if it had changed; not yet for long enough. */
  readonly pending: { readonly fence: number; readonly sinceMs: number } | null;
};

/** `toMs` is null while it lasts. */
export type Visit = { readonly fence: number; readonly fromMs: number; readonly toMs: number | null };

/** Over: from when to when. */
export type PastEpisode = LatLng & {
  readonly kind: AlertKind;
  readonly beganAtMs: number;
  readonly endedAtMs: number;
  readonly value: number;
};

/** Conditions of one vehicle that are watched fix by fix. */
export const WATCHED = ['off_route', 'unplanned_halt', 'low_battery', 'implausible_position'] as const;
export type Watched = (typeof WATCHED)[number];

/** All that the fixes so far, in the order of their own time, say of a vehicle. Never changed, only replaced. */
export type VehicleState = {
  /** Of the newest fix of any kind; minus infinity before the first. */
  readonly atMs: number;
  /** The newest place that is believed. */
  readonly last: At | null;
  /** Later places out of its reach, each within reach of the one before. */
  readonly doubted: readonly FoldFix[];
  /** How many in a row were not believed. */
  readonly unbelieved: number;
  readonly progress: Progress | null;
  /** How it stood at each tick since the departure. */
  readonly ticks: readonly Tick[];
  readonly place: Place;
  readonly visits: readonly Visit[];
  /** Where it has stood since. */
  readonly standing: At | null;
  readonly watches: Readonly<Record<Watched, Watch | null>>;
  readonly past: readonly PastEpisode[];
  readonly calls: readonly At[];
};

export const UNSEEN: VehicleState = {
  atMs: Number.NEGATIVE_INFINITY,
  last: null,
  doubted: [],
  unbelieved: 0,
  progress: null,
  ticks: [],
  place: { fence: -1, sinceMs: Number.NEGATIVE_INFINITY, pending: null },
  visits: [],
  standing: null,
  watches: { off_route: null, unplanned_halt: null, low_battery: null, implausible_position: null },
  past: [],
  calls: [],
};
