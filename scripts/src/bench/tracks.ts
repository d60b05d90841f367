import { tracksBetween, type VehicleSpan } from '@qafila/backend';
import { LONG_TRACK, REPLAY, storedUntil } from './fill-positions.ts';
import { inRounds, median, timed } from './rounds.ts';
import type { Scenario } from './scenario.ts';

const POINTS = 1_000;
const REPLAY_POINTS = 500;
const ROUNDS = 9;
const DAY_MS = 86_400_000;
const SPEED_MPS = 55;

/** A long track thinned to what a screen can show, and a day of a whole campaign for its replay. */
export const tracks: Scenario = {
  name: 'tracks',
  async run(stage, { rows }) {
    const { world } = stage;
    const { db } = await stage.large();
    const to = storedUntil();
    const since = (days: number): Date => new Date(to.getTime() - days * DAY_MS);
    const spanOf = (number: number, from: Date): VehicleSpan => ({
      vehicleId: String(number),
      number,
      plausibleSpeedMps: SPEED_MPS,
      from,
      to,
    });
    const [first = 0, ...others] = world.numbers;
    const long = [spanOf(first, since(LONG_TRACK.days))];
    const many = others.slice(0, REPLAY.vehicles).map((number) => spanOf(number, since(1)));
    const points = (await tracksBetween(db, long, since(LONG_TRACK.days), to, POINTS))[0]?.points.length ?? 0;
    const [ours = [], every = [], replay = []] = await inRounds(
      ROUNDS,
      [
        () => timed(() => tracksBetween(db, long, since(LONG_TRACK.days), to, POINTS)),
        () => timed(() => db.raw(EVERY_NTH, [first, Math.round(LONG_TRACK.fixes / POINTS)])),
        () => timed(() => tracksBetween(db, many, since(1), to, REPLAY_POINTS)),
      ],
      0,
    );
    return [
      {
        what: `track of ${LONG_TRACK.fixes} fixes out of ${rows} rows → ${points} points`,
        value: median(ours),
        unit: 'ms',
        atMost: 10,
        details: {
          fastest: `${Math.min(...ours).toFixed(1)} ms`,
          'every nth row': `${median(every).toFixed(0)} ms`,
        },
      },
      {
        what: `replay: 24 h of ${REPLAY.vehicles} vehicles, ${REPLAY_POINTS} points each`,
        value: median(replay),
        unit: 'ms',
        atMost: 1_000,
        details: { fixes: REPLAY.vehicles * REPLAY.fixesEach },
      },
    ];
  },
};

const EVERY_NTH = `
  SELECT recorded_at, lat, lng FROM (
    SELECT recorded_at, lat, lng, row_number() OVER (ORDER BY recorded_at) AS n FROM positions WHERE vehicle_number = ?
  ) AS numbered WHERE n % ? = 1 ORDER BY recorded_at`;
