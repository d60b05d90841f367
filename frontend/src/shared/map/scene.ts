import type { HazardSeverity, LatLng } from '@qafila/contract';

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

/** Where one vehicle has been, oldest first: at most a thousand points, as the server thins them out. */
export type SceneTrail = { readonly vehicleId: string; readonly points: readonly LatLng[] };

/** A zone of danger; a circle comes as `circleRing`. */
export type SceneHazard = {
  readonly id: string;
  /** Already localised. */
  readonly name: string;
  readonly ring: readonly LatLng[];
  readonly severity: HazardSeverity;
  /** 1 when it has just been reported, 0 at the end of its validity: drawn the paler. */
  readonly freshness: number;
};

/** One satellite detection of an active fire. */
export type SceneFire = LatLng & { readonly id: string; readonly ageHours: number };

/** Round a stop of the selected convoy: who stays inside has arrived. */
export type SceneGeofence = LatLng & {
  readonly id: string;
  readonly radiusM: number;
  readonly state: 'ahead' | 'inside' | 'done';
};

export type ScenePickKind = 'vehicle' | 'convoy' | 'destination' | 'depot' | 'hazard' | 'fire';

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
  readonly geofences: readonly SceneGeofence[];
  /** P-codes of the governorates the campaign works in: tinted. */
  readonly governorates: readonly string[];
  readonly selection: ScenePick | null;
  /** Places that belong into the view besides what the scene draws. */
  readonly extent?: readonly LatLng[];
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
  geofences: [],
  governorates: [],
  selection: null,
};

/** The convoy that the selection means, also when one of its vehicles is selected. */
export function selectedConvoyId(
  { selection }: Scene,
  vehicleOf: (id: string) => SceneVehicle | undefined,
): string | null {
  if (selection?.kind === 'convoy') return selection.id;
  if (selection?.kind === 'vehicle') return vehicleOf(selection.id)?.convoyId ?? null;
  return null;
}
