import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, signInAs } from '../demo/client.ts';
import { beginningM, drive, limitM, osmAndQuery, type Progress, type Road, roadAhead } from './driving.ts';
import { convoysUnderWay, type SimulatedConvoy } from './fleet-view.ts';

export type SimulationOptions = {
  url: string;
  /** How many times faster than life. */
  timesLife?: number;
  intervalS?: number;
  /** Hears, when something goes wrong; the simulation tries again. */
  onFailure?: (error: unknown) => void;
};

export type Simulation = { stop: () => Promise<void> };

const CRUISE_MPS = 60 / 3.6;
const TIMES_LIFE = 5;
const INTERVAL_S = 2;
const COORDINATOR = 'coordinator@demo.qafila';

/** Drives the demo's convoys that are under way along their routes, by real reports of trackers to a running server. */
export function startSimulation(options: SimulationOptions): Simulation {
  const { timesLife = TIMES_LIFE, intervalS = INTERVAL_S, onFailure = () => undefined } = options;
  const stopping = new AbortController();
  const simulator = new Simulator(options.url, timesLife);

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

/** Long enough to be cheap, short enough to brake in; seconds of the story. */
const STORY_STEP_S = 5;

class Simulator {
  readonly #url: string;
  readonly #timesLife: number;
  readonly #devices = new Map<string, string | undefined>();
  #call: Client | undefined;

  constructor(url: string, timesLife: number) {
    this.#url = url;
    this.#timesLife = timesLife;
  }

  /** Moves every vehicle on from where it was last seen, by so many seconds of life, and lets its tracker report. */
  async step(elapsedS: number): Promise<void> {
    const reports = (await this.#look()).flatMap((it) => this.#stepConvoy(it, elapsedS));
    const answers = await Promise.all(reports.map((query) => fetch(`${this.#url}/?${query}`)));
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    const refused = answers.find((answer) => !answer.ok);
    if (refused) throw new Error(`The tracker door answered ${refused.status}`);
  }

  /** Looked at anew before each step, so that two simulations of one server do not pull a truck to and fro. */
  async #look(): Promise<SimulatedConvoy[]> {
    try {
      this.#call ??= await signInAs(this.#url, COORDINATOR);
      return await convoysUnderWay(this.#call, this.#devices);
    } catch (error) {
      // The session may have ended.
      this.#call = undefined;
      throw error;
    }
  }

  #stepConvoy({ convoy, vehicles }: SimulatedConvoy, elapsedS: number): string[] {
    const road = roadAhead(convoy);
    if (!road) return [];
    let aheadM: number | undefined;
    return vehicles.map((vehicle) => {
      const fromM = beginningM(road, vehicle.lastSeen, vehicle.placeInFile);
      const after = this.#driveOn(fromM, limitM(road, aheadM), elapsedS * this.#timesLife);
      aheadM = after.progressM;
      return this.#report(vehicle.deviceId, road, after);
    });
  }

  #driveOn(fromM: number, untilM: number, storyS: number): Progress {
    let progress: Progress = { progressM: fromM, speedMps: 0 };
    for (let leftS = storyS; leftS > 0; leftS -= STORY_STEP_S) {
      progress = drive(progress.progressM, untilM, CRUISE_MPS, Math.min(leftS, STORY_STEP_S));
    }
    return progress;
  }

  #report(deviceId: string, road: Road, progress: Progress): string {
    return osmAndQuery(deviceId, road, progress, new Date());
  }
}
