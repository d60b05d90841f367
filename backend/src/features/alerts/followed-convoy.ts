import type { HazardOnRoute, Progress } from '@qafila/contract';
import { episodesOf } from './fold/episodes.ts';
import type { Seen } from './fold/visit-episodes.ts';
import { FollowedVehicle } from './followed-vehicle.ts';
import { stretchesAhead } from './hazard-stretches.ts';
import type { Findings } from './revise.service.ts';
import type { KnownTrip } from './trips.service.ts';

/** One convoy as long as nobody enters anything new of it. */
export class FollowedConvoy {
  readonly known: KnownTrip;
  readonly vehicles: readonly FollowedVehicle[];
  hazards: readonly HazardOnRoute[];
  /** What was last brought to the record. */
  told: string | undefined;

  constructor(known: KnownTrip, before: FollowedConvoy | undefined) {
    this.known = known;
    const shown = new Map(before?.vehicles.map((it) => [it.vehicle.number, it.progress]));
    const { departedAtMs, vehicles } = known.trip;
    this.vehicles = vehicles.map((vehicle) => {
      const progress: Progress | null = departedAtMs === null ? null : (shown.get(vehicle.number) ?? null);
      return new FollowedVehicle(known.trip, vehicle, progress);
    });
    this.hazards = before?.hazards ?? [];
  }

  get isWhole(): boolean {
    return this.vehicles.every((it) => it.isWhole);
  }

  findings(nowMs: number): Findings {
    const { trip } = this.known;
    const seen: Seen[] = this.vehicles.map(({ vehicle, state }) => ({ id: vehicle.id, state }));
    return {
      episodes: trip.status === 'draft' ? [] : episodesOf(trip, seen, nowMs),
      calls: this.vehicles.flatMap(({ vehicle, calls }) =>
        calls.map((call) => ({ ...call, convoyVehicleId: vehicle.id })),
      ),
      stretches: stretchesAhead(trip, seen, this.hazards),
    };
  }
}
