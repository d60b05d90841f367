import { setLegRoute, suggestRoutes } from '@qafila/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  allot,
  draftConvoy,
  endStory,
  load,
  moveOn,
  ok,
  type Story,
  startStory,
  stockUp,
  stopMove,
} from '../../testing/convoy-story.ts';
import { startOtherServer } from '../../testing/other-server.ts';

const WAREHOUSE = { lat: 33.51, lng: 36.31 };
const HAFFEH = { lat: 35.6, lng: 36.04 };
const KASAB = { lat: 35.93, lng: 35.99 };
const DAY_MS = 86_400_000;

let story: Story;
let answers: (() => string)[] = [];
let engine: Awaited<ReturnType<typeof startOtherServer>>;
beforeAll(async () => {
  engine = await startOtherServer((_req, res) => {
    const body = answers.shift()?.() ?? '{}';
    res.writeHead(body.includes('"NoRoute"') ? 400 : 200).end(body);
  });
  story = await startStory({ routing: { engine: 'osrm', url: engine.url, key: '' } });
});
afterAll(async () => {
  await engine.close();
  await endStory(story);
});

const WAY = [
  [36.31, 33.512],
  [36.7, 34.7],
  [36.041, 35.6],
];
const route = () =>
  JSON.stringify({
    code: 'Ok',
    routes: [{ distance: 341_000, duration: 16_000, geometry: { type: 'LineString', coordinates: WAY } }],
  });

async function suggest(from = WAREHOUSE, to = HAFFEH, via: object[] = []) {
  return ok(await story.coordinator.call(suggestRoutes, { body: { from, to, via } }));
}

test('an engine is asked once for a way; its answer is used again until it is old', async () => {
  answers = [route, route];
  const first = await suggest();
  expect(first.engine).toBe('answered');
  expect(first.options.map((it) => [it.kind, it.distanceM, it.durationS])).toEqual([
    ['engine', 341_000, 16_000],
    ['straight', expect.any(Number), null],
  ]);
  expect(await suggest()).toEqual(first);
  expect(engine.asked).toHaveLength(1);
  story.clock.advance(31 * DAY_MS);
  story.coordinator = await story.as('coordinator');
  await suggest();
  expect(engine.asked).toHaveLength(2);
});

test('what an engine cannot tell is said, not kept, and the straight line is there', async () => {
  answers = [() => '{"code":"NoRoute"}', () => 'broken', route];
  const places = [
    { lat: 36.2, lng: 37.1 },
    { lat: 35.9, lng: 39 },
  ] as const;
  for (const state of ['no_route', 'unreachable', 'answered']) {
    const { engine: said, options } = await suggest(...places);
    expect([said, options.at(-1)?.kind]).toEqual([state, 'straight']);
  }
});

test('a way through places is asked for in their order', async () => {
  answers = [route];
  const before = engine.asked.length;
  await suggest(WAREHOUSE, KASAB, [{ lat: 34.9, lng: 35.9 }]);
  expect(engine.asked[before]?.url).toContain('/36.31,33.51;35.9,34.9;35.99,35.93?');
});

test('as earlier convoys drove comes first, newest first, with the convoy that drove it', async () => {
  const line = [
    [33.51, 36.31],
    [34.6, 36.6],
    [35.6, 36.04],
  ];
  const stock = await stockUp(story, 2);
  const file = ok(
    await allot(story, await draftConvoy(story, { stops: [story.destinations[0]] }), [
      { ...stock, quantity: 2 },
    ]),
    201,
  );
  const stopId = file.convoy.stops[0]?.id ?? '';
  ok(await story.coordinator.call(setLegRoute, { params: { stopId }, body: { kind: 'drawn', line } }));
  expect((await suggest()).options.map((it) => it.kind)).toEqual(['engine', 'straight']);
  ok(await load(story, await moveOn(story, file, 'plan', 'load')));
  const gone = await moveOn(story, file, 'depart');
  expect((await suggest()).options.map((it) => it.kind)).toEqual(['engine', 'straight']);
  ok(await stopMove(story, gone, 0, { command: 'arrive' }));
  // 300 m beside the warehouse is the same place; 3 km is another.
  const beside = { lat: WAREHOUSE.lat + 0.0027, lng: WAREHOUSE.lng };
  answers = [route, route];
  const { options } = await suggest(beside);
  expect(options[0]).toMatchObject({ kind: 'drawn', line, usedBy: { convoyCode: file.convoy.code } });
  const away = await suggest({ ...WAREHOUSE, lat: WAREHOUSE.lat + 0.027 });
  expect(away.options.every((it) => it.usedBy === null)).toBe(true);
});

test('only those who plan convoys may ask', async () => {
  const official = await story.as('official');
  const body = { from: WAREHOUSE, to: HAFFEH };
  expect((await official.call(suggestRoutes, { body })).problem.code).toBe('not_allowed');
});
