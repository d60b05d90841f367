import { setTimeout as sleep } from 'node:timers/promises';
import { EVERY_MS } from './raw-fan-out.ts';
import { inRounds, median, medianRatio } from './rounds.ts';
import { CONTROL, type Measured, type Scenario } from './scenario.ts';
import type { Target, Viewers } from './stage.ts';
import type { ViewersOrder } from './viewers.ts';

const VIEWERS = 1_000;
/** So many vehicles make a delta of 8.5 kB. */
const MOVING = 185;
/** After connections were made or closed, before anything is measured. */
const SETTLE_MS = 300;

/** Fewer and longer turns than others: for each a thousand viewers come and go. */
const MOST_ROUNDS = 3;
const LEAST_MS = 2_500;

type Turn = { cpuUs: number; frames: number; wireBytes: number; plainBytes: number };

/** What a server spends to tell a thousand viewers, beyond what the reports themselves cost it. */
export const fanOut: Scenario = {
  name: 'fan-out',
  async run(stage, given) {
    const rounds = Math.min(given.rounds, MOST_ROUNDS);
    const roundMs = Math.max(given.roundMs, LEAST_MS);
    const { small, world } = stage;
    const load = stage.startLoad();
    const viewers = stage.startViewers();
    const raw = await stage.startTarget('frames');
    const again = await stage.startTarget('frames');
    const watched = await stage.startQafila(small);
    const alone = await stage.startQafila(small);
    const cookie = await stage.signIn(watched);
    const { campaignId } = world;
    const reports = { connections: 32, trackers: MOVING, perSecond: MOVING * (1000 / EVERY_MS) };
    const driveFor = ({ port }: Target, durationMs: number) => load.run({ ...reports, port, durationMs });
    for (const target of [watched, alone]) await driveFor(target, roundMs);
    const listen = ({ port }: Target): ViewersOrder => ({ do: 'listen', port, count: VIEWERS });
    const join: ViewersOrder = { do: 'join', port: watched.port, count: VIEWERS, cookie, campaignId };
    const results = await inRounds(rounds, [
      () => turnOf(raw, viewers, listen(raw), () => sleep(roundMs)),
      () => turnOf(again, viewers, listen(again), () => sleep(roundMs)),
      () => turnOf(watched, viewers, join, () => driveFor(watched, roundMs)),
      () => turnOf(alone, viewers, { ...join, count: 0 }, () => driveFor(alone, roundMs)),
    ]);
    await Promise.all([load, viewers, raw, again, watched, alone].map((child) => child.stop()));
    return measured(results);
  },
};

/** The viewers come, get settled, are told things for a while, and leave. */
async function turnOf(
  target: Target,
  viewers: Viewers,
  arrival: ViewersOrder,
  work: () => Promise<unknown>,
): Promise<Turn> {
  await viewers.ask(arrival);
  await sleep(SETTLE_MS);
  await viewers.ask({ do: 'begin' });
  const before = await target.usage();
  await work();
  const after = await target.usage();
  const { frames, wireBytes, plainBytes } = await viewers.ask({ do: 'leave' });
  await sleep(SETTLE_MS);
  return { cpuUs: after.cpuUs - before.cpuUs, frames, wireBytes, plainBytes };
}

function measured([raw = [], again = [], watched = [], alone = []]: readonly Turn[][]): Measured[] {
  const rawUs = raw.map((turn) => turn.cpuUs / turn.frames);
  const againUs = again.map((turn) => turn.cpuUs / turn.frames);
  const oursUs = watched.map((turn, round) => (turn.cpuUs - (alone[round]?.cpuUs ?? 0)) / turn.frames);
  const framesEach = median(watched.map((turn) => turn.frames)) / VIEWERS;
  return [
    {
      what: `fan-out to ${VIEWERS} sockets: the frame alone, made once ÷ ours`,
      value: medianRatio(rawUs, oursUs),
      unit: '×',
      atLeast: 0.95,
      details: {
        ours: `${median(oursUs).toFixed(1)} µs CPU per viewer and frame, ${framesEach.toFixed(0)} frames each`,
        raw: `${median(rawUs).toFixed(1)} µs`,
      },
    },
    {
      what: 'bytes per viewer ÷ plain JSON',
      value: median(watched.map((turn) => turn.wireBytes / turn.plainBytes)),
      unit: '×',
      atMost: 0.4,
      details: {
        plain: `${Math.round(median(watched.map((it) => it.plainBytes / it.frames)))} bytes a frame`,
      },
    },
    { what: 'control: the frame alone, twice', value: medianRatio(againUs, rawUs), ...CONTROL },
  ];
}
