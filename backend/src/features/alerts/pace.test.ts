import { arrivalAt, type Pace, UNLEARNT_PACE } from '@qafila/contract';
import { describe, expect, test } from 'vitest';
import { paceLearntFrom } from './pace.ts';
import { type DrivenTrip, drivenTrip, seeded } from './testing-trips.ts';

const MIN_MS = 60_000;
const ASKED_EVERY_MIN = 15;
/** A current speed is that of the last minutes, and one that stands is not taken to stand for ever. */
const CURRENT_MIN = 10;
const SLOWEST_KMH = 10;

type Asked = {
  trip: DrivenTrip;
  index: number;
  at: { atMs: number; progressM: number };
  before: { progressM: number };
};
type Foretold = { errorMin: number; isWithin: boolean };

/** Every quarter of an hour on the road, for every stop that is left. */
function questions(trips: readonly DrivenTrip[]): Asked[] {
  return trips.flatMap((trip) =>
    trip.course.flatMap((at, minute) => {
      const before = trip.course[minute - CURRENT_MIN];
      if (minute % ASKED_EVERY_MIN !== 0 || !before) return [];
      return trip.stops.flatMap(({ arrivedAtMs }, index) =>
        arrivedAtMs !== null && arrivedAtMs > at.atMs ? [{ trip, index, at, before }] : [],
      );
    }),
  );
}

/** What was known of the stops then. */
function stopsAsOf({ stops }: DrivenTrip, atMs: number) {
  return stops.map((stop) => ({
    ...stop,
    arrivedAtMs: stop.arrivedAtMs !== null && stop.arrivedAtMs <= atMs ? stop.arrivedAtMs : null,
    endedAtMs: stop.endedAtMs !== null && stop.endedAtMs <= atMs ? stop.endedAtMs : null,
  }));
}

function byPace({ trip, index, at }: Asked, pace: Pace): Foretold {
  const { earliest, latest } = arrivalAt(stopsAsOf(trip, at.atMs), index, trip.departedAtMs, at, pace);
  const arrivedAtMs = trip.stops[index]?.arrivedAtMs ?? 0;
  const middleMs = (earliest.getTime() + latest.getTime()) / 2;
  return {
    errorMin: Math.abs(middleMs - arrivedAtMs) / MIN_MS,
    isWithin: earliest.getTime() <= arrivedAtMs && arrivedAtMs <= latest.getTime(),
  };
}

function byCurrentSpeed({ trip, index, at, before }: Asked): Foretold {
  const kmh = Math.max(SLOWEST_KMH, ((at.progressM - before.progressM) / 1000) * (60 / CURRENT_MIN));
  const { alongM = 0, arrivedAtMs = 0 } = trip.stops[index] ?? {};
  const foretoldMs = at.atMs + ((alongM - at.progressM) / 1000 / kmh) * 60 * MIN_MS;
  return { errorMin: Math.abs(foretoldMs - (arrivedAtMs ?? 0)) / MIN_MS, isWithin: false };
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, it) => sum + it, 0) / numbers.length;
const meanError = (foretold: readonly Foretold[]) => mean(foretold.map(({ errorMin }) => errorMin));

describe('the arrival foretold, over two hundred trips on the roads of the coast', () => {
  const random = seeded(20_261_014);
  const trips = Array.from({ length: 200 }, (_, number) => drivenTrip(random, number));
  const past = trips.slice(0, 80);
  const asked = questions(trips.slice(80));
  const paceOf = paceLearntFrom(past.flatMap(({ legs }) => legs));
  const learnt = asked.map((it) => byPace(it, paceOf(it.trip.legs)));
  const unlearnt = asked.map((it) => byPace(it, UNLEARNT_PACE));
  const currentSpeed = asked.map(byCurrentSpeed);

  test('is nearer the truth than the distance by the current speed, and than a pace not learnt', async ({
    annotate,
  }) => {
    const errors = [learnt, unlearnt, currentSpeed].map((it) => Math.round(meanError(it) * 10) / 10);
    const [ours = 0, bare = 0, naive = 0] = errors;
    await annotate(
      `mean error of ${asked.length} arrivals: ${ours} min; unlearnt ${bare} min; distance by current speed ${naive} min`,
    );
    expect(ours).toBeLessThan(bare * 0.8);
    expect(ours).toBeLessThan(naive * 0.6);
  });

  test('lies within the range more often than not, and the range is no excuse', async ({ annotate }) => {
    const within = mean(learnt.map(({ isWithin }) => Number(isWithin)));
    const { spread } = paceOf(trips[80]?.legs ?? []);
    await annotate(
      `${Math.round(within * 100)} % within a range of ± ${Math.round(spread * 100)} % of the driving left`,
    );
    expect(within).toBeGreaterThan(0.6);
    expect(spread).toBeLessThan(0.35);
  });
});

describe('what trips teach', () => {
  const leg = { fromSiteId: 'a', toSiteId: 'b', distanceM: 60_000 };

  test('is of the same legs where they were driven, and of all roads where not', () => {
    const paceOf = paceLearntFrom([
      { ...leg, hours: 1 },
      { ...leg, hours: 2 },
      { fromSiteId: 'b', toSiteId: 'c', distanceM: 30_000, hours: 3 },
    ]);
    expect(paceOf([leg]).kmh).toBeCloseTo(40);
    expect(paceOf([leg, { ...leg, fromSiteId: 'b', toSiteId: 'c' }]).legKmh.map(Math.round)).toEqual([
      40, 10,
    ]);
    expect(paceOf([{ ...leg, toSiteId: 'z' }]).kmh).toBeCloseTo(25);
    expect(paceOf([])).toEqual(UNLEARNT_PACE);
  });

  test('is nothing where nothing was driven', () => {
    expect(paceLearntFrom([])([leg])).toEqual(UNLEARNT_PACE);
  });
});
