import type { LatLng } from '@qafila/contract';

/** How far a convoy or a vehicle has come. Delay, incident and signal are axes of their own, never a stage. */
export type Stage = 'planned' | 'loading' | 'en_route' | 'held' | 'arrived' | 'settled';

/** How fresh the last fix is: stale after 5 minutes, lost after 30. */
export type Signal = 'live' | 'stale' | 'lost';

export type SceneNames = { readonly nameAr: string; readonly nameEn: string };

/** Parts of a need, all in one unit (grams, or pieces); the gap is what is left of `needed`. */
export type SceneCoverage = {
  readonly needed: number;
  readonly delivered: number;
  readonly aboard: number;
  readonly onHand: number;
  readonly pledged: number;
};

export type SceneDepot = LatLng &
  SceneNames & {
    readonly id: string;
    /** A second line under the name, already localised, such as the weight on hand. */
    readonly note: string | null;
  };

export type SceneDestination = LatLng &
  SceneNames & { readonly id: string; readonly coverage: SceneCoverage };

export type SceneConvoy = {
  readonly id: string;
  readonly code: string;
  readonly stage: Stage;
  /** Minutes behind plan; 0 when on time. */
  readonly delayMinutes: number;
  readonly incident: boolean;
  /** The vehicle that wears the convoy's tag; without it, the first one found. */
  readonly leadVehicleId: string | null;
};

export type SceneRoute = {
  readonly id: string;
  readonly convoyId: string;
  readonly stage: Stage;
  readonly line: readonly LatLng[];
  /** Share of the line already driven, 0–1. */
  readonly progress: number;
  /** A straight guess in place of a known road: drawn dotted. */
  readonly approximate: boolean;
};

/** The last fixes of one vehicle, oldest first. */
export type SceneTrail = { readonly vehicleId: string; readonly points: readonly LatLng[] };

export type SceneHazard = { readonly id: string; readonly ring: readonly LatLng[] };

/** One satellite detection of an active fire. */
export type SceneFire = LatLng & { readonly ageHours: number };

export type ScenePickKind = 'vehicle' | 'convoy' | 'destination' | 'depot' | 'hazard';

export type ScenePick = { readonly kind: ScenePickKind; readonly id: string };

/**
 * Everything on the map but the vehicles, which move too often for it. Immutable: a change is a new object, and
 * giving the same object twice costs nothing.
 */
export type Scene = {
  readonly depots: readonly SceneDepot[];
  readonly destinations: readonly SceneDestination[];
  readonly convoys: readonly SceneConvoy[];
  readonly routes: readonly SceneRoute[];
  readonly trails: readonly SceneTrail[];
  readonly hazards: readonly SceneHazard[];
  readonly fires: readonly SceneFire[];
  /** P-codes of the governorates the campaign works in: tinted. */
  readonly governorates: readonly string[];
  readonly selection: ScenePick | null;
};

export type SceneVehicle = LatLng & {
  readonly id: string;
  readonly convoyId: string;
  /** Clockwise from north; null when the tracker does not know it. */
  readonly headingDeg: number | null;
  readonly stage: Stage;
  readonly delayed: boolean;
  readonly incident: boolean;
  readonly signal: Signal;
};

export const EMPTY_SCENE: Scene = {
  depots: [],
  destinations: [],
  convoys: [],
  routes: [],
  trails: [],
  hazards: [],
  fires: [],
  governorates: [],
  selection: null,
};

/** The convoy that the selection means, also when one of its vehicles is selected. */
export function selectedConvoyId(
  { selection }: Scene,
  vehicles: ReadonlyMap<string, SceneVehicle>,
): string | null {
  if (selection?.kind === 'convoy') return selection.id;
  if (selection?.kind === 'vehicle') return vehicles.get(selection.id)?.convoyId ?? null;
  return null;
}
