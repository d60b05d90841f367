import { setImmediate as breathe } from 'node:timers/promises';
import type { HazardOnRoute, RouteLine } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Announcement } from '../../platform/context.ts';
import { isSos, type StoredFix } from '../positions/index.ts';
import { fixesAfter, newestInstants } from './fixes.repository.ts';
import { isTimeless } from './fold/belief.ts';
import type { FoldFix } from './fold/vehicle-state.ts';
import { FollowedConvoy } from './followed-convoy.ts';
import type { FollowedVehicle } from './followed-vehicle.ts';
import { ALERT_TOPICS, type Findings, revise } from './revise.service.ts';
import { readTrips } from './trips.service.ts';

export type AlertEngineDeps = {
  db: Db;
  now: () => Date;
  announce: (announcement: Announcement) => void;
  /** Hazards that are valid now within so many kilometres of a way. */
  hazardsNear: (db: Db, line: RouteLine, withinKm: number, now: Date) => Promise<readonly HazardOnRoute[]>;
  onFailure: (error: unknown) => void;
};

type Followed = { readonly convoy: FollowedConvoy; readonly vehicle: FollowedVehicle };

const GATHER_MS = 250;
const LOOK_EVERY_MS = 60_000;
const PAGE = 2_000;
/** What another process has taken, this one has not heard of; what it is about to hear of is not missed. */
const UNHEARD_MS = 60_000;
/** What drivers tell comes as alerts. */
const OF_A_TRIP: ReadonlySet<string> = new Set(['convoys', 'campaign', 'alerts']);

/**
 * Follows every vehicle on a convoy by the time of its own fixes, and keeps the alerts on record in line with what
 * they tell, what people enter, and the clock. It works beside the doors: whatever fails here fails nothing there,
 * and is tried again.
 */
export class AlertEngine {
  readonly #deps: AlertEngineDeps;
  #convoys: ReadonlyMap<string, FollowedConvoy> = new Map();
  #byNumber: ReadonlyMap<number, Followed> = new Map();
  /** Convoys of which something is new. */
  readonly #news = new Set<string>();
  readonly #unread = new Set<FollowedVehicle>();
  #arePlansNew: boolean = true;
  #areHazardsNew: boolean = true;
  #gathering: NodeJS.Timeout | undefined;
  #looking: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();

  constructor(deps: AlertEngineDeps) {
    this.#deps = deps;
  }

  async start(): Promise<void> {
    this.#looking = setInterval(() => void this.#lookAgain(), LOOK_EVERY_MS).unref();
    await this.#readPlans();
    this.#schedule();
  }

  async close(): Promise<void> {
    clearInterval(this.#looking);
    this.#looking = undefined;
    clearTimeout(this.#gathering);
    await this.#working;
  }

  /** Hears every fix that has been stored, in the order of arrival. */
  stored(batch: readonly StoredFix[]): void {
    for (const entry of batch) {
      const followed = this.#byNumber.get(entry.vehicleNumber);
      if (followed) this.#take(followed, toFold(entry));
    }
  }

  #take({ convoy, vehicle }: Followed, fix: FoldFix): void {
    const isNews = vehicle.take(fix);
    if (fix.isSos) vehicle.call({ ...fix, atMs: isTimeless(fix) ? this.#nowMs() : fix.atMs });
    if (!vehicle.isWhole) this.#unread.add(vehicle);
    if (isNews || fix.isSos) this.#tell(convoy);
  }

  /** Metres of its convoy's whole way that a vehicle has come; null before the departure. */
  progressOf(vehicleNumber: number): number | null {
    return this.#byNumber.get(vehicleNumber)?.vehicle.progress?.progressM ?? null;
  }

  /** For every announcement of this server; its own tell it nothing. */
  hear(announcement: Announcement): void {
    if (announcement.kind !== 'campaignChanged') return;
    const { topics } = announcement;
    if (topics === ALERT_TOPICS) return;
    if (topics.some((topic) => OF_A_TRIP.has(topic))) this.#arePlansNew = true;
    if (topics.includes('hazards')) this.#areHazardsNew = true;
    if (this.#arePlansNew || this.#areHazardsNew) this.#schedule();
  }

  /** Resolves when all that is known by now has been brought to the record. */
  async idle(): Promise<void> {
    do await this.#work();
    while (this.#arePlansNew || this.#news.size > 0 || this.#unread.size > 0);
  }

  #nowMs(): number {
    return this.#deps.now().getTime();
  }

  #tell({ known }: FollowedConvoy): void {
    this.#news.add(known.trip.convoyId);
    this.#schedule();
  }

  #schedule(): void {
    if (!this.#looking) return;
    this.#gathering ??= setTimeout(() => void this.#work(), GATHER_MS).unref();
  }

  #work(): Promise<void> {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#working = this.#working.then(() => this.#catchUp()).catch(this.#deps.onFailure);
    return this.#working;
  }

  async #catchUp(): Promise<void> {
    if (this.#arePlansNew) await this.#readPlans();
    if (this.#areHazardsNew) await this.#readHazards();
    for (const vehicle of [...this.#unread]) await this.#readFixes(vehicle);
    for (const id of [...this.#news]) await this.#bringUp(id);
  }

  async #readPlans(): Promise<void> {
    this.#arePlansNew = false;
    const known = new Map([...this.#convoys].map(([id, convoy]) => [id, convoy.known]));
    const trips = await this.#again(readTrips(this.#deps.db, known), () => {
      this.#arePlansNew = true;
    });
    const next = new Map<string, FollowedConvoy>();
    for (const trip of trips) {
      const before = this.#convoys.get(trip.trip.convoyId);
      const convoy = before?.known === trip ? before : new FollowedConvoy(trip, before);
      next.set(trip.trip.convoyId, convoy);
      if (convoy !== before) this.#tell(convoy);
      if (!before) this.#areHazardsNew = true;
    }
    this.#follow(next);
  }

  #follow(next: ReadonlyMap<string, FollowedConvoy>): void {
    this.#convoys = next;
    const each = [...next.values()].flatMap((convoy) =>
      convoy.vehicles.map((vehicle) => ({ convoy, vehicle })),
    );
    this.#byNumber = new Map(each.map((followed) => [followed.vehicle.vehicle.number, followed]));
    this.#unread.clear();
    for (const { vehicle } of each) if (!vehicle.isWhole) this.#unread.add(vehicle);
  }

  async #readHazards(): Promise<void> {
    this.#areHazardsNew = false;
    const { db, now, hazardsNear } = this.#deps;
    for (const convoy of this.#convoys.values()) {
      const { way, rules } = convoy.known.trip;
      convoy.hazards = await hazardsNear(db, way.line, rules.hazardKm, now());
      this.#tell(convoy);
    }
  }

  async #readFixes(vehicle: FollowedVehicle): Promise<void> {
    this.#unread.delete(vehicle);
    if (vehicle.isWhole) return;
    const afterMs = vehicle.beginReading();
    await this.#again(this.#readAfter(vehicle, afterMs), () => vehicle.missSince(afterMs)).finally(() => {
      vehicle.endReading();
      if (!vehicle.isWhole) this.#unread.add(vehicle);
    });
  }

  /** Page by page, so that the doors are served meanwhile. */
  async #readAfter(vehicle: FollowedVehicle, afterMs: number): Promise<void> {
    const { number } = vehicle.vehicle;
    for (let fromMs = afterMs; ; ) {
      const fixes = await fixesAfter(this.#deps.db, number, fromMs, PAGE);
      vehicle.read(fixes);
      fromMs = fixes.at(-1)?.atMs ?? fromMs;
      if (fixes.length < PAGE) return;
    }
  }

  async #bringUp(id: string): Promise<void> {
    const convoy = this.#convoys.get(id);
    // What is not whole comes up when it has been read.
    if (convoy && !convoy.isWhole) {
      this.#schedule();
      return;
    }
    this.#news.delete(id);
    if (!convoy) return;
    await breathe();
    const findings = convoy.findings(this.#nowMs());
    const told = JSON.stringify(findings);
    if (convoy.told !== told) await this.#record(convoy, findings);
    convoy.told = told;
    if (isOver(convoy)) this.#follow(new Map([...this.#convoys].filter(([other]) => other !== id)));
  }

  async #record({ known }: FollowedConvoy, findings: Findings): Promise<void> {
    const { db, now, announce } = this.#deps;
    const { convoyId, campaignId } = known.trip;
    const isOther = await this.#again(revise(db, known, findings, now()), () => this.#news.add(convoyId));
    if (isOther) announce({ kind: 'campaignChanged', campaignId, topics: ALERT_TOPICS });
  }

  /** By the clock: silence, lateness, and what nobody announced. */
  async #lookAgain(): Promise<void> {
    this.#arePlansNew = true;
    this.#areHazardsNew = true;
    await this.#missUnheard().catch(this.#deps.onFailure);
    await this.#work();
  }

  async #missUnheard(): Promise<void> {
    const newest = await newestInstants(this.#deps.db, [...this.#byNumber.keys()]);
    for (const [number, { vehicle }] of this.#byNumber) {
      const { atMs } = vehicle.state;
      if (!vehicle.isWhole || (newest.get(number) ?? 0) <= atMs + UNHEARD_MS) continue;
      vehicle.missSince(atMs + 1);
      this.#unread.add(vehicle);
    }
  }

  /** What failed is due again the next time. */
  async #again<Answer>(work: Promise<Answer>, makeDue: () => void): Promise<Answer> {
    return await work.catch((error: unknown) => {
      makeDue();
      throw error;
    });
  }
}

/** It has ended, or is being planned anew: looked at once more, and then no longer. */
function isOver({ known: { trip } }: FollowedConvoy): boolean {
  return trip.status === 'settled' || trip.status === 'cancelled' || trip.status === 'draft';
}

function toFold({ fix, flags, alarm }: StoredFix): FoldFix {
  const { recordedAtMs, lat, lng, accuracyM, batteryPct } = fix;
  return { atMs: recordedAtMs, lat, lng, accuracyM, batteryPct, flags, isSos: isSos(alarm) };
}
