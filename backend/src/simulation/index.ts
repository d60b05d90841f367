import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, signInAs } from '../demo/client.ts';
import { beginningM, drive, limitM, osmAndQuery, type Progress, type Road, roadAhead } from './driving.ts';
import { convoysUnderWay, type SimulatedConvoy } from './fleet-view.ts';

export type SimulationOptions = {
  url: string;
  speedKmh?: number;
  intervalS?: number;
  /** Hears, when something goes wrong; the simulation tries again. */
  onFailure?: (error: unknown) => void;
};

export type Simulation = { stop: () => Promise<void> };

const SPEED_KMH = 60;
const INTERVAL_S = 5;
const LOOK_EVERY_MS = 20_000;
const COORDINATOR = 'coordinator@demo.qafila';

/** Drives the demo's convoys that are under way along their routes, by real reports of trackers to a running server. */
export function startSimulation(options: SimulationOptions): Simulation {
  const { speedKmh = SPEED_KMH, intervalS = INTERVAL_S, onFailure = () => undefined } = options;
  const stopping = new AbortController();
  const simulator = new Simulator(options.url, speedKmh / 3.6);

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const beganAt = performance.now();
      await simulator.step(intervalS).catch(onFailure);
      const leftMs = intervalS * 1000 - (performance.now() - beganAt);
      await sleep(Math.max(0, leftMs), undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

class Simulator {
  readonly #url: string;
  readonly #cruiseMps: number;
  readonly #devices = new Map<string, string | undefined>();
  /** By vehicle and the stop it is bound for: on another leg it begins where it was last seen. */
  readonly #progress = new Map<string, Progress>();
  #call: Client | undefined;
  #convoys: SimulatedConvoy[] = [];
  #lookedAtMs = Number.NEGATIVE_INFINITY;

  constructor(url: string, cruiseMps: number) {
    this.#url = url;
    this.#cruiseMps = cruiseMps;
  }

  /** Moves every vehicle by so many seconds and lets its tracker report. */
  async step(elapsedS: number): Promise<void> {
    await this.#look();
    const reports = this.#convoys.flatMap((it) => this.#stepConvoy(it, elapsedS));
    const answers = await Promise.all(reports.map((query) => fetch(`${this.#url}/?${query}`)));
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    const refused = answers.find((answer) => !answer.ok);
    if (refused) throw new Error(`The tracker door answered ${refused.status}`);
  }

  async #look(): Promise<void> {
    if (performance.now() - this.#lookedAtMs < LOOK_EVERY_MS) return;
    try {
      this.#call ??= await signInAs(this.#url, COORDINATOR);
      this.#convoys = await convoysUnderWay(this.#call, this.#devices);
      this.#lookedAtMs = performance.now();
    } catch (error) {
      // The session may have ended.
      this.#call = undefined;
      throw error;
    }
  }

  #stepConvoy({ convoy, vehicles }: SimulatedConvoy, elapsedS: number): string[] {
    const road = roadAhead(convoy);
    if (!road) return [];
    const stopId = convoy.stops.find((stop) => stop.route[0] === road.line[0])?.id;
    let aheadM: number | undefined;
    return vehicles.map((vehicle) => {
      const key = `${vehicle.id} ${stopId}`;
      const before =
        this.#progress.get(key)?.progressM ?? beginningM(road, vehicle.lastSeen, vehicle.placeInFile);
      const after = drive(before, limitM(road, aheadM), this.#cruiseMps, elapsedS);
      this.#progress.set(key, after);
      aheadM = after.progressM;
      return this.#report(vehicle.deviceId, road, after);
    });
  }

  #report(deviceId: string, road: Road, progress: Progress): string {
    return osmAndQuery(deviceId, road, progress, new Date());
  }
}
