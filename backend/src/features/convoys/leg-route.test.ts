import { randomUUID } from 'node:crypto';
import { type ConvoyFile, type RouteLine, setLegRoute, updateConvoy } from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../testing/client.ts';
import {
  departed,
  draftConvoy,
  endStory,
  ok,
  type Story,
  startStory,
  stockUp,
  stopMove,
} from '../../testing/convoy-story.ts';

let story: Story;
beforeAll(async () => {
  story = await startStory();
});
afterAll(() => endStory(story));

const WAREHOUSE: RouteLine[number] = [33.51, 36.31];
const HAFFEH: RouteLine[number] = [35.6, 36.04];
const KASAB: RouteLine[number] = [35.93, 35.99];
const VIA: RouteLine[number] = [34.7, 36.6];

async function lay(file: ConvoyFile, stop: number, body: unknown): Promise<Answer<ConvoyFile>> {
  const params = { stopId: file.convoy.stops[stop]?.id ?? randomUUID() };
  return await story.coordinator.call(setLegRoute, { params, body });
}
const drawn = (line: RouteLine) => ({ kind: 'drawn', line });
const legs = (file: ConvoyFile) =>
  file.convoy.stops.map(({ route, routeKind, distanceM }) => ({ route, routeKind, distanceM }));

describe('laying a leg', () => {
  test('leads the line to both places, measures it, and leaves the other legs alone', async () => {
    const file = await draftConvoy(story);
    const near: RouteLine = [[33.52, 36.31], VIA, [35.6001, 36.04]];
    const laid = ok(await lay(file, 0, drawn(near)));
    expect(legs(laid)[0]).toMatchObject({
      routeKind: 'drawn',
      route: [WAREHOUSE, [33.52, 36.31], VIA, HAFFEH],
    });
    expect(legs(laid)[0]?.distanceM).toBeGreaterThan(200_000);
    expect(legs(laid)[1]).toEqual(legs(file)[1]);
    const second = ok(await lay(file, 1, { kind: 'engine', line: [HAFFEH, KASAB] }));
    expect(legs(second)[1]).toMatchObject({ routeKind: 'engine', route: [HAFFEH, KASAB] });
    const straight = ok(await lay(file, 0, { kind: 'straight' }));
    expect(legs(straight)).toEqual([legs(file)[0], legs(second)[1]]);
  });

  test('is recorded with what it was before, and told to who watches', async () => {
    const file = await draftConvoy(story);
    const heard: unknown[] = [];
    const stop = story.server.announcer.subscribe((it) => heard.push(it));
    const laid = ok(await lay(file, 0, drawn([WAREHOUSE, VIA, HAFFEH])));
    stop();
    expect(heard).toEqual([{ kind: 'campaignChanged', campaignId: story.campaignId, topics: ['convoys'] }]);
    const entry = await story
      .db('audit_log')
      .where({ subject_id: file.convoy.id, action: 'stop.routeLaid' })
      .first('detail', 'actor_id');
    expect(entry).toMatchObject({
      actor_id: story.coordinator.userId,
      detail: {
        kind: 'drawn',
        distanceM: laid.convoy.stops[0]?.distanceM,
        beforeM: file.convoy.stops[0]?.distanceM,
      },
    });
  });
});

describe('a leg', () => {
  test.each<[string, unknown, string, string]>([
    ['begins 3 km off', drawn([[33.54, 36.31], HAFFEH]), 'line.0', 'off_the_way'],
    ['ends at another place', drawn([WAREHOUSE, VIA, KASAB]), 'line.2', 'off_the_way'],
    ['runs the other way', drawn([HAFFEH, WAREHOUSE]), 'line.0', 'off_the_way'],
    [
      'says longitude first',
      drawn([
        [36.31, 33.51],
        [36.04, 35.6],
      ]),
      'line.0',
      'off_the_way',
    ],
    ['has one vertex', drawn([WAREHOUSE]), 'line', 'too_short'],
    ['has too many', drawn(Array.from({ length: 4_999 }, () => VIA)), 'line', 'too_long'],
    ['leaves the world', drawn([WAREHOUSE, [91, 0], HAFFEH]), 'line.1.0', 'too_big'],
    ['is of no kind', { kind: 'flown', line: [WAREHOUSE, HAFFEH] }, 'kind', 'invalid_value'],
    ['is missing', { kind: 'drawn' }, 'line', 'required'],
  ])('is refused where the line %s', async (_name, body, path, code) => {
    const answer = await lay(await draftConvoy(story), 0, body);
    expect(answer.problem.errors?.[0]).toMatchObject({ path, code });
  });

  test('is open on the way until the stop is over, and to nobody but those who plan', async () => {
    const file = await departed(story, [{ ...(await stockUp(story, 1)), quantity: 1 }]);
    ok(await lay(file, 0, drawn([WAREHOUSE, VIA, HAFFEH])));
    ok(await stopMove(story, file, 1, { command: 'skip', reason: 'closed' }));
    expect((await lay(file, 1, { kind: 'straight' })).problem.code).toBe('transition_not_allowed');
    const params = { stopId: file.convoy.stops[0]?.id ?? '' };
    const official = await story.as('official');
    const body = { kind: 'straight' };
    expect((await official.call(setLegRoute, { params, body })).problem.code).toBe('not_allowed');
    const nowhere = await story.coordinator.call(setLegRoute, { params: { stopId: randomUUID() }, body });
    expect(nowhere.problem.code).toBe('not_found');
  });
});

describe('changing the stops', () => {
  const inputs = (file: ConvoyFile, order: number[]) =>
    order.map((index, place) => ({
      siteId: file.convoy.stops[index]?.site.id ?? '',
      plannedArrivalAt: file.convoy.stops[place]?.plannedArrivalAt ?? '',
      plannedHaltMin: 45,
    }));
  const change = async (file: ConvoyFile, order: number[]) =>
    ok(
      await story.coordinator.call(updateConvoy, {
        params: { convoyId: file.convoy.id },
        ifMatch: file.convoy.version,
        body: { stops: inputs(file, order) },
      }),
    );

  test('keeps the convoy’s own legs between the same places, also a straight one that others have drawn', async () => {
    const elsewhere = await draftConvoy(story);
    ok(await lay(elsewhere, 1, drawn([HAFFEH, [35.8, 36.0], KASAB])));
    const file = await draftConvoy(story);
    ok(await lay(file, 0, drawn([WAREHOUSE, VIA, HAFFEH])));
    const mine = ok(await lay(file, 1, { kind: 'straight' }));
    const changed = await change(mine, [0, 1]);
    expect(legs(changed)).toEqual(legs(mine));
    expect(changed.convoy.stops.map((stop) => stop.plannedHaltMin)).toEqual([45, 45]);
  });

  test('lays anew what leads between other places', async () => {
    const file = await draftConvoy(story);
    const mine = ok(await lay(file, 0, drawn([WAREHOUSE, VIA, HAFFEH])));
    const turned = await change(mine, [1, 0]);
    expect(turned.convoy.stops.map((stop) => stop.route[0])).toEqual([WAREHOUSE, KASAB]);
    expect(turned.convoy.stops.map((stop) => stop.route.at(-1))).toEqual([KASAB, HAFFEH]);
  });
});
