import { type ConvoyFile, LIMITS, readReplay, readReplayTracks } from '@qafila/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import {
  countOf,
  departed,
  endStory,
  moveOn,
  ok,
  type Story,
  settle,
  startStory,
  stockUp,
  stopMove,
  waybillAt,
} from '../../testing/convoy-story.ts';

const HOUR_MS = 3_600_000;

let story: Story;
let mine: ConvoyFile;
let theirs: ConvoyFile;
let giver: Client;
let began: number;

beforeAll(async () => {
  story = await startStory();
  began = Math.floor(Date.now() / 1000) * 1000 - 6 * HOUR_MS;
  story.clock.set(new Date(began));
  const [ours, others] = story.associations;
  const stock = await stockUp(story, 20, { associationId: ours });
  const foreign = await stockUp(story, 30, { associationId: others });
  const stops = [story.destinations[0]];
  mine = await departed(
    story,
    [
      { accountId: stock.accountId, quantity: 10 },
      { accountId: foreign.accountId, quantity: 5 },
    ],
    { stops },
  );
  theirs = await departed(story, [{ accountId: foreign.accountId, quantity: 7 }], { stops });
  story.clock.advance(3 * HOUR_MS);
  ok(await stopMove(story, mine, 0, { command: 'arrive' }));
  story.clock.advance(HOUR_MS);
  const waybill = await waybillAt(story, mine, 0);
  ok(await settle(story, waybill, countOf(story, waybill, [{ missing: 1 }])), 201);
  await moveOn(story, mine, 'settle');
  for (const [index, { convoy }] of [mine, theirs].entries()) {
    // One a minute, with an hour of silence from the second to the third.
    await story.db.raw(
      `INSERT INTO positions (vehicle_number, recorded_at, received_at, lat, lng)
       SELECT ?, to_timestamp(?::float8 + n * 60), now(), 34 + n * 0.005, 36 + ?::float8
       FROM generate_series(-60, 600) AS n WHERE n NOT BETWEEN 120 AND 179 ON CONFLICT DO NOTHING`,
      [convoy.vehicles[0]?.number ?? 0, began / 1000, index / 2],
    );
  }
  giver = await story.as('association', { associationId: ours });
});
afterAll(() => endStory(story));

const at = (hours: number): string => new Date(began + hours * HOUR_MS).toISOString();
const params = () => ({ campaignId: story.campaignId });

test('the line of time runs from the first thing to the last, and marks what happened to whom', async () => {
  const { span, events } = ok(await story.coordinator.call(readReplay, { params: params() }));
  expect(span?.from).toBe(at(0));
  const happened = events.filter(({ kind }) => kind !== 'alert');
  const told = happened.filter(({ convoyId }) => convoyId === mine.convoy.id);
  expect(told.map(({ kind, at: when }) => [kind, when])).toEqual([
    ['departed', at(0)],
    ['arrived', at(3)],
    ['delivered', at(4)],
    ['settled', at(4)],
  ]);
  expect(told.map(({ place }) => place?.nameEn ?? null)).toEqual([null, 'Haffeh', 'Haffeh', null]);
  expect(told[2]?.deliveredKg).toBe(14 * 2);
  expect(happened.filter(({ convoyId }) => convoyId === theirs.convoy.id).map(({ kind }) => kind)).toEqual([
    'departed',
  ]);
});

test('alerts that were not taken back and hazards are marked, too', async () => {
  const alert = {
    campaign_id: story.campaignId,
    convoy_id: mine.convoy.id,
    kind: 'problem',
    cause: 'a',
    basis: '',
    began_at: at(1),
    raised_at: at(1),
    noted_at: at(1),
  };
  await story.db('alerts').insert([
    { ...alert, id: '00000000-0000-4000-8000-000000000001', status: 'cleared' },
    { ...alert, id: '00000000-0000-4000-8000-000000000002', status: 'retracted', kind: 'sos' },
  ]);
  await story.db('hazards').insert({
    id: '00000000-0000-4000-8000-000000000003',
    source: 'drawn',
    severity: 'severe',
    area: JSON.stringify({ type: 'circle', center: { lat: 35, lng: 36 }, radiusM: 500 }),
    ...{ south: 35, west: 36, north: 35, east: 36 },
    valid_from: at(2),
    valid_to: at(9),
    created_at: at(2),
  });
  const { events } = ok(await story.coordinator.call(readReplay, { params: params() }));
  const marked = events.filter(
    ({ kind, detail }) => kind === 'hazard' || detail === 'problem' || detail === 'sos',
  );
  expect(marked.map((it) => [it.kind, it.at, it.detail, it.convoyCode])).toEqual([
    ['alert', at(1), 'problem', mine.convoy.code],
    ['hazard', at(2), null, null],
  ]);
});

test('of very many alerts the newest are marked', async () => {
  await story.db.raw(
    `INSERT INTO alerts (id, campaign_id, convoy_id, kind, status, cause, began_at, ended_at, raised_at, noted_at)
     SELECT gen_random_uuid(), :campaignId, :convoyId, 'silent', 'cleared', 'many', at, at, at, at
     FROM generate_series(0, :count::int) n, LATERAL (SELECT :first::timestamptz + n * interval '1 second' AS at) moment`,
    { ...params(), convoyId: mine.convoy.id, count: LIMITS.replayAlerts, first: at(1) },
  );
  const { events } = ok(await story.coordinator.call(readReplay, { params: params() }));
  const alerts = events.filter(({ kind }) => kind === 'alert');
  expect(alerts).toHaveLength(LIMITS.replayAlerts);
  expect(alerts.map((it) => it.at)).not.toContain(at(1));
  await story.db('alerts').where({ cause: 'many' }).del();
});

test('a vehicle is there while it is on the convoy, and its silence shows', async () => {
  const { tracks } = ok(
    await story.coordinator.call(readReplayTracks, {
      params: params(),
      query: { from: at(-1), to: at(6), pointsPerVehicle: 1_000 },
    }),
  );
  expect(tracks.map(({ convoyId }) => convoyId)).toEqual([mine.convoy.id, theirs.convoy.id]);
  const [ended] = tracks;
  const seconds = (ended?.dtS ?? []).map((_, index) =>
    (ended?.dtS ?? []).slice(0, index + 1).reduce((sum, dt) => sum + dt, 0),
  );
  // Loading began at 0 and the convoy ended at 4 hours: an hour and five after the beginning that was asked for.
  expect([seconds[0], seconds.at(-1)]).toEqual([3_600, 5 * 3_600]);
  expect(Math.max(...(ended?.dtS.slice(1) ?? []))).toBe(61 * 60);
  expect(ended?.dLat[0]).toBe(3_400_000);
});

test('an association sees its convoys alone, and its own weight', async () => {
  const { events } = ok(await giver.call(readReplay, { params: params() }));
  expect(new Set(events.flatMap(({ convoyId }) => convoyId ?? []))).toEqual(new Set([mine.convoy.id]));
  const delivered = events.find(({ kind }) => kind === 'delivered')?.deliveredKg;
  expect([18, 20]).toContain(delivered);
  const query = { from: at(0), to: at(6) };
  const { tracks } = ok(await giver.call(readReplayTracks, { params: params(), query }));
  expect(tracks.map(({ convoyId }) => convoyId)).toEqual([mine.convoy.id]);
});

test('a campaign in which nothing moved has no line of time', async () => {
  const campaignId = await story.world.campaign();
  expect(ok(await story.coordinator.call(readReplay, { params: { campaignId } }))).toEqual({
    span: null,
    events: [],
  });
});

test('an end before the beginning is refused', async () => {
  const answer = await story.coordinator.call(readReplayTracks, {
    params: params(),
    query: { from: at(2), to: at(1) },
  });
  expect([answer.status, answer.problem.errors?.[0]?.path]).toEqual([400, 'to']);
});
