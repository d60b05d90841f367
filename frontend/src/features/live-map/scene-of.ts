import {
  type Convoy,
  type CoverageKg,
  DELAYED_AFTER_MIN,
  type FixTuple,
  type LiveMap,
  type readConvoyTrack,
  signalOf,
} from '@qafila/contract';
import type { Answer } from '../../shared/api/index.ts';
import type {
  Scene,
  SceneConvoy,
  SceneCoverage,
  SceneGeofence,
  ScenePick,
  SceneRoute,
  SceneTrail,
  SceneVehicle,
  Stage,
} from '../../shared/map/index.ts';
import type { Incidents } from '../alerts/index.ts';
import { type HazardMarks, NO_MARKS } from '../hazards/index.ts';
import { type ConvoyView, isFollowed, leadVehicle, type StopView } from './convoy-view.ts';
import type { Selection } from './selection.ts';

type ConvoyTrack = Answer<typeof readConvoyTrack>;

/** Finer than this a route's end does not move on the screen. */
const PROGRESS_STEP = 0.0005;

export type SceneParts = {
  readonly views: readonly ConvoyView[];
  readonly live: Pick<LiveMap, 'destinations' | 'depots'>;
  readonly governorates: readonly string[];
  readonly trails: readonly SceneTrail[];
  readonly selection: Selection | null;
  readonly incidents: Incidents;
  readonly marks?: HazardMarks;
  /** Round the stops of the selected convoy, metres. */
  readonly geofenceRadiusM: number;
  /** What stands under a depot's name. */
  readonly depotNote: (onHandKg: number) => string;
};

export function sceneOf(parts: SceneParts): Scene {
  const { views, live, governorates, trails, selection, incidents, geofenceRadiusM, depotNote } = parts;
  const { marks = NO_MARKS } = parts;
  const selectedConvoyId = selection?.kind === 'convoy' ? selection.id : null;
  return {
    depots: live.depots.map(({ site, onHandKg }) => ({
      ...at(site),
      id: site.id,
      note: onHandKg > 0 ? depotNote(onHandKg) : null,
    })),
    destinations: live.destinations.map(({ site, coverage }) => ({
      ...at(site),
      id: site.id,
      coverage: sceneCoverage(coverage),
    })),
    convoys: views.map((view) => sceneConvoy(view, incidents)),
    routes: views.filter(isDrawn(selectedConvoyId)).flatMap(sceneRoutes),
    trails,
    ...marks,
    geofences: views
      .filter(({ convoy }) => convoy.id === selectedConvoyId)
      .flatMap((view) => sceneGeofences(view, geofenceRadiusM)),
    governorates,
    selection: selection && scenePick(selection, live, marks),
  };
}

function scenePick(
  { kind, id }: Selection,
  { depots }: SceneParts['live'],
  { fires }: HazardMarks,
): ScenePick {
  if (kind === 'convoy') return { kind, id };
  if (kind === 'hazard') return { kind: fires.some((fire) => fire.id === id) ? 'fire' : 'hazard', id };
  return { kind: depots.some(({ site }) => site.id === id) ? 'depot' : 'destination', id };
}

/** What a click on the map selects: a vehicle means its convoy. */
export function pickedSelection(
  pick: ScenePick | null,
  convoys: readonly { convoy: Pick<Convoy, 'id' | 'vehicles'> }[],
): Selection | null {
  if (pick?.kind === 'convoy') return { kind: 'convoy', id: pick.id };
  if (pick?.kind === 'destination' || pick?.kind === 'depot') return { kind: 'site', id: pick.id };
  if (pick?.kind === 'hazard' || pick?.kind === 'fire') return { kind: 'hazard', id: pick.id };
  if (pick?.kind !== 'vehicle') return null;
  const of = convoys.find(({ convoy }) => convoy.vehicles.some(({ id }) => id === pick.id));
  return of ? { kind: 'convoy', id: of.convoy.id } : null;
}

const TRAIL_POINTS = 30;

/** The last places of each vehicle of the selected convoy. */
export function trailsOf(track: ConvoyTrack, selected: ConvoyView | undefined): SceneTrail[] {
  return (selected?.vehicles ?? []).flatMap(({ vehicle }): SceneTrail[] => {
    const points = track.find(({ number }) => number === vehicle.number)?.points ?? [];
    if (points.length === 0) return [];
    return [
      { vehicleId: vehicle.id, points: points.slice(-TRAIL_POINTS).map(([, lat, lng]) => ({ lat, lng })) },
    ];
  });
}

function at({ lat, lng, nameAr, nameEn }: LiveMap['depots'][number]['site']) {
  return { lat, lng, nameAr, nameEn };
}

function sceneCoverage(kg: CoverageKg): SceneCoverage {
  return {
    needed: kg.neededKg,
    delivered: kg.deliveredKg,
    aboard: kg.aboardKg,
    onHand: kg.onHandKg,
    pledged: kg.pledgedKg,
  };
}

/** A settled convoy's way is drawn only while it is looked at. */
function isDrawn(selectedConvoyId: string | null) {
  return ({ convoy }: ConvoyView) => convoy.status !== 'settled' || convoy.id === selectedConvoyId;
}

/** Drafts and cancelled convoys are not on the map. */
export function stageOf({ convoy }: Pick<ConvoyView, 'convoy'>): Stage {
  const { status } = convoy;
  return status === 'draft' || status === 'cancelled' ? 'planned' : status;
}

function sceneConvoy(view: ConvoyView, { convoyIds }: Incidents): SceneConvoy {
  return {
    id: view.convoy.id,
    code: view.convoy.code,
    stage: stageOf(view),
    delayMinutes: view.delayMinutes > DELAYED_AFTER_MIN ? view.delayMinutes : 0,
    incident: convoyIds.has(view.convoy.id),
    leadVehicleId: leadVehicle(view)?.vehicle.id ?? null,
  };
}

/** Round each stop of a convoy that is under way. */
function sceneGeofences(view: ConvoyView, radiusM: number): SceneGeofence[] {
  if (!isFollowed(view)) return [];
  return view.stops.map(({ stop, place }) => ({
    id: stop.id,
    lat: stop.site.lat,
    lng: stop.site.lng,
    radiusM,
    state: geofenceState(stop, place),
  }));
}

function geofenceState({ status }: StopView['stop'], place: StopView['place']): SceneGeofence['state'] {
  if (status === 'arrived' || status === 'unloading') return 'inside';
  return place === 'next' || place === 'ahead' ? 'ahead' : 'done';
}

function sceneRoutes(view: ConvoyView): SceneRoute[] {
  return view.way.parts.map(({ line, approximate, fromM, toM }, i) => ({
    id: `${view.convoy.id} ${i}`,
    convoyId: view.convoy.id,
    stage: stageOf(view),
    line,
    progress: stepped(toM === fromM ? 0 : (view.progressM - fromM) / (toM - fromM)),
    approximate,
  }));
}

function stepped(share: number): number {
  return Math.min(1, Math.max(0, Math.round(share / PROGRESS_STEP) * PROGRESS_STEP));
}

/** What the map has to know of a vehicle besides where it is. */
export type Crew = Pick<SceneVehicle, 'id' | 'convoyId' | 'stage' | 'delayed' | 'incident'>;

/** By vehicle number; a vehicle belongs to the convoy it is on now. */
export function crewsOf(views: readonly ConvoyView[], { vehicleIds }: Incidents): ReadonlyMap<number, Crew> {
  return new Map(
    views.filter(isFollowed).flatMap((view) =>
      view.vehicles.map(({ vehicle }): [number, Crew] => [
        vehicle.number,
        {
          id: vehicle.id,
          convoyId: view.convoy.id,
          stage: stageOf(view),
          delayed: view.isLate,
          incident: vehicleIds.has(vehicle.id),
        },
      ]),
    ),
  );
}

/** A silent vehicle stays where it was last seen, but for one still loading: that was another errand. */
export function sceneVehicles(
  fixes: Iterable<FixTuple>,
  crews: ReadonlyMap<number, Crew>,
  now: Date,
): SceneVehicle[] {
  return [...fixes].flatMap(([number, atS, lat, lng, , headingDeg]): SceneVehicle[] => {
    const crew = crews.get(number);
    const signal = signalOf(new Date(atS * 1000), now);
    if (!crew || signal === 'none' || (signal === 'lost' && crew.stage === 'loading')) return [];
    return [{ ...crew, lat, lng, headingDeg, signal }];
  });
}
