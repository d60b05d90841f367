import { randomUUID } from 'node:crypto';
import {
  createHazard,
  endHazard,
  type HazardImport,
  importHazards,
  LIMITS,
  listHazards,
  readHazardFeed,
} from '@qafila/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createLogger } from '../../platform/logging.ts';
import type { Client } from '../../testing/client.ts';
import { ok } from '../../testing/convoy-story.ts';
import { startOtherServer } from '../../testing/other-server.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { fetchWhenDue } from './feed.service.ts';
import { hazardsOnRoute } from './hazards.service.ts';

const NOW = new Date('2026-08-10T12:00:00Z');
const HOUR_MS = 3_600_000;
const at = (hours: number): string => new Date(NOW.getTime() + hours * HOUR_MS).toISOString();

let server: TestServer;
let world: World;
let coordinator: Client;
let campaignId: string;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.set(NOW);
  world = await createWorld(server.db);
  coordinator = await server.as('coordinator');
  campaignId = await world.campaign();
});
afterAll(() => server.close());
afterEach(async () => {
  await server.db('hazards').del();
  await server.db('hazard_feed').del();
  server.clock.set(NOW);
});

const zone = (given: object = {}) => ({
  name: 'حريق غابة بين الحفة والقرداحة',
  severity: 'severe',
  area: {
    type: 'polygon',
    ring: [
      [35.5, 36.0],
      [35.5, 36.1],
      [35.55, 36.05],
    ],
  },
  validFrom: at(-1),
  validTo: at(10),
  ...given,
});
const draw = async (given: object = {}) => await coordinator.call(createHazard, { body: zone(given) });
const listed = async (query: { from?: string; to?: string } = {}) =>
  ok(await coordinator.call(listHazards, { query }));
const bring = async (text: string, given: object = {}): Promise<HazardImport> =>
  ok(await coordinator.call(importHazards, { body: { text, ...given } }));

/** What campaigns were told while `work` ran. */
async function told(work: () => Promise<unknown>): Promise<unknown[]> {
  const heard: unknown[] = [];
  const stop = server.server.announcer.subscribe((it) => heard.push(it));
  await work();
  stop();
  return heard;
}

const FIRES = [
  'latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,confidence,frp',
  '35.60,36.10,340,0.4,0.4,2026-08-10,1100,N,h,50',
  '35.61,36.11,340,0.4,0.4,2026-08-10,46,N,n,3',
  '35.62,36.12,340,0.4,0.4,2026-08-10,1100,N,l,3',
  '35.60,36.10,340,0.4,0.4,2026-08-09,1100,N,h,50',
  '10.60,36.10,340,0.4,0.4,2026-08-10,1100,N,h,50',
  '95,36.10,340,0.4,0.4,2026-08-10,1100,N,h,50',
].join('\n');

describe('a zone', () => {
  test('is drawn, seen by everybody while it is valid, and told to active campaigns', async () => {
    let id = '';
    const heard = await told(async () => {
      id = ok(await draw(), 201).id;
    });
    expect(heard).toEqual([{ kind: 'campaignChanged', campaignId, topics: ['hazards', 'convoys'] }]);
    const association = await server.as('association');
    expect(ok(await association.call(listHazards)).map((it) => it.id)).toEqual([id]);
    server.clock.advance(10 * HOUR_MS);
    expect(await listed()).toEqual([]);
    expect((await listed({ from: at(-24), to: at(24) })).map((it) => it.id)).toEqual([id]);
    expect(await listed({ from: at(11), to: at(24) })).toEqual([]);
  });

  test('is ended with a reason, once, and stays on record', async () => {
    const { id } = ok(await draw(), 201);
    const params = { hazardId: id };
    const unsaid = await coordinator.call(endHazard, { params, body: { reason: ' ' } });
    expect(unsaid.problem.errors).toMatchObject([{ path: 'reason', code: 'required' }]);
    const ended = ok(await coordinator.call(endHazard, { params, body: { reason: 'أُخمد الحريق' } }));
    expect(ended).toMatchObject({ validTo: NOW.toISOString(), endReason: 'أُخمد الحريق' });
    expect(await listed()).toEqual([]);
    expect(await listed({ from: at(-2), to: at(0) })).toMatchObject([{ id, endReason: 'أُخمد الحريق' }]);
    const again = await coordinator.call(endHazard, { params, body: { reason: 'again' } });
    expect(again.problem.code).toBe('transition_not_allowed');
    const audit = await server.db('audit_log').where({ subject_id: id }).orderBy('id').pluck('action');
    expect(audit).toEqual(['hazard.drawn', 'hazard.ended']);
  });

  test('that had not begun when it was ended never was valid', async () => {
    const { id } = ok(await draw({ validFrom: at(2), validTo: at(5) }), 201);
    ok(await coordinator.call(endHazard, { params: { hazardId: id }, body: { reason: 'entered twice' } }));
    expect(await listed({ from: at(-24), to: at(24) })).toEqual([]);
  });
});

describe('a zone with something wrong', () => {
  test.each<[string, object, string, string]>([
    [
      'two corners',
      {
        area: {
          type: 'polygon',
          ring: [
            [35, 36],
            [35.1, 36],
          ],
        },
      },
      'area.ring',
      'too_short',
    ],
    [
      'a latitude of 91',
      { area: { type: 'circle', center: { lat: 91, lng: 36 }, radiusM: 5 } },
      'area.center.lat',
      'too_big',
    ],
    [
      'no radius',
      { area: { type: 'circle', center: { lat: 35, lng: 36 }, radiusM: 0 } },
      'area.radiusM',
      'too_small',
    ],
    ['an end before its start', { validTo: at(-2) }, 'validTo', 'end_before_start'],
    ['a year far away', { validTo: '9999-01-01T00:00:00Z' }, 'validTo', 'implausible_year'],
    ['no name', { name: ' ' }, 'name', 'required'],
    ['a source of its own', { source: 'firms' }, 'source', 'unknown_field'],
  ])('such as %s is refused', async (_name, given, path, code) => {
    expect((await draw(given)).problem.errors).toMatchObject([{ path, code }]);
  });

  test('or that is not there cannot be ended', async () => {
    const answer = await coordinator.call(endHazard, {
      params: { hazardId: randomUUID() },
      body: { reason: 'x' },
    });
    expect(answer.problem.code).toBe('not_found');
  });
});

describe('an import', () => {
  test('shown first changes nothing; then brings the same, once', async () => {
    let shown: HazardImport | undefined;
    const heard = await told(async () => {
      shown = await bring(FIRES, { dryRun: true });
    });
    expect(heard).toEqual([]);
    expect(shown).toMatchObject({
      format: 'firms_csv',
      added: 2,
      known: 0,
      left: 3,
      refused: 1,
      errors: [{ row: 7, field: 'latitude', code: 'too_big' }],
      hazards: [{ severity: 'severe' }, { severity: 'minor' }],
    });
    expect(await listed()).toEqual([]);
    expect(await bring(FIRES)).toMatchObject({ added: 2, known: 0, left: 3, refused: 1 });
    expect(await listed()).toHaveLength(2);
    const again = await told(async () => {
      expect(await bring(FIRES)).toMatchObject({ added: 0, known: 2, left: 3, refused: 1 });
    });
    expect(again).toEqual([]);
  });

  test('of the same detections by two at once takes each once', async () => {
    const both = await Promise.all([bring(FIRES), bring(FIRES)]);
    expect(both.reduce((sum, it) => sum + it.added, 0)).toBe(2);
    expect(await listed()).toHaveLength(2);
  });

  test('of a file larger than other bodies may be is taken; of one too large refused', async () => {
    const padded = `${FIRES}\n${' \n'.repeat(LIMITS.jsonBodyBytes)}`;
    expect((await bring(padded, { dryRun: true })).added).toBe(2);
    const long = await coordinator.call(importHazards, {
      body: { text: 'x'.repeat(LIMITS.hazardFileChars + 1) },
    });
    expect(long.problem.errors).toMatchObject([{ path: 'text', code: 'too_long' }]);
    const huge = await coordinator.call(importHazards, {
      body: { text: 'x'.repeat(LIMITS.hazardFileBytes) },
    });
    expect(huge.problem.code).toBe('body_too_large');
  });

  test('of a file nobody can read says why, and stores nothing', async () => {
    expect(await bring('hello')).toEqual({
      format: null,
      added: 0,
      known: 0,
      left: 0,
      ended: 0,
      refused: 1,
      errors: [{ row: 0, field: 'text', code: 'unknown_format' }],
      hazards: [],
    });
  });
});

const cap = (identifier: string, msgType: string, references: string, circle = '35.6,36.1 3') =>
  `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${identifier}</identifier>
   <sender>civil@example.sy</sender><sent>2026-08-10T11:00:00-00:00</sent><status>Actual</status>
   <msgType>${msgType}</msgType><references>${references}</references>
   <info><event>حريق</event><severity>Severe</severity><expires>2026-08-11T11:00:00-00:00</expires>
   <area><areaDesc>صلنفة</areaDesc><circle>${circle}</circle></area></info></alert>`;
const reference = (identifier: string) => `civil@example.sy,${identifier},2026-08-10T14:00:00+03:00`;

describe('a CAP alert', () => {
  test('is replaced by its update and ended by its cancellation', async () => {
    ok(await draw(), 201);
    await bring(cap('a', 'Alert', ''));
    const shown = await bring(cap('b', 'Update', reference('a')), { dryRun: true });
    expect(shown).toMatchObject({ added: 1, ended: 1 });
    expect(await bring(cap('b', 'Update', reference('a')))).toMatchObject({ added: 1, ended: 1 });
    expect((await listed()).map((it) => it.source).sort()).toEqual(['cap', 'drawn']);
    expect(await bring(cap('c', 'Cancel', reference('b')))).toMatchObject({ added: 0, ended: 1 });
    expect((await listed()).map((it) => it.source)).toEqual(['drawn']);
  });

  test('stands while its update cannot be read', async () => {
    await bring(cap('a', 'Alert', ''));
    const bad = await bring(cap('b', 'Update', reference('a'), 'nowhere'));
    expect(bad).toMatchObject({ added: 0, ended: 0, refused: 1 });
    expect(await listed()).toHaveLength(1);
  });
});

describe('the fire tables that are fetched', () => {
  const deps = (url: string) => ({
    config: { firmsUrls: [url], outboundPrivate: false },
    db: server.db,
    now: server.clock.now,
    log: createLogger('silent'),
    announce: server.server.announcer.announce,
  });
  const state = async () => ok(await coordinator.call(readHazardFeed));

  test('bring their fires, once in half an hour whoever asks, and say when', async () => {
    const nasa = await startOtherServer((_req, res) => res.end(FIRES));
    expect(await state()).toMatchObject({ isConfigured: false, lastTriedAt: null, failure: null });
    const heard = await told(() => Promise.all([fetchWhenDue(deps(nasa.url)), fetchWhenDue(deps(nasa.url))]));
    expect(heard).toHaveLength(1);
    expect(nasa.asked).toHaveLength(1);
    expect(await listed()).toHaveLength(2);
    expect(await state()).toMatchObject({ lastAnsweredAt: NOW.toISOString(), added: 2, failure: null });
    server.clock.advance(HOUR_MS);
    await fetchWhenDue(deps(nasa.url));
    expect(nasa.asked).toHaveLength(2);
    expect(await state()).toMatchObject({ lastAnsweredAt: at(1), added: 0 });
    await nasa.close();
  });

  test.each([
    ['a refusal', 403, 'Invalid MAP_KEY.', 'refused'],
    ['a page', 200, '<html>maintenance</html>', 'unreadable'],
    ['an error that reads like a table', 200, 'Invalid latitude', 'unreadable'],
  ])('that bring %s leave what was known, and say so', async (_name, status, text, failure) => {
    await bring(FIRES);
    const nasa = await startOtherServer((_req, res) => res.writeHead(status).end(text));
    await expect(fetchWhenDue(deps(nasa.url))).rejects.toThrow();
    expect(await state()).toMatchObject({ lastTriedAt: NOW.toISOString(), lastAnsweredAt: null, failure });
    expect(await listed()).toHaveLength(2);
    await nasa.close();
  });

  test('that nobody answers are asked again the next time', async () => {
    await expect(fetchWhenDue(deps('http://127.0.0.1:9/'))).rejects.toMatchObject({ reason: 'unreachable' });
    expect(await state()).toMatchObject({ failure: 'unreachable' });
  });
});

describe('hazards on a route', () => {
  test('are those valid now within the distance, in the order of travel', async () => {
    const circle = (lat: number, lng: number) => ({
      area: { type: 'circle', center: { lat, lng }, radiusM: 1_000 },
    });
    ok(await draw({ name: 'far', ...circle(35.5, 36.5) }), 201);
    ok(await draw({ name: 'second', ...circle(35.8, 36.03) }), 201);
    ok(await draw({ name: 'first', ...circle(35.2, 36) }), 201);
    ok(await draw({ name: 'past', ...circle(35.2, 36), validFrom: at(-9), validTo: at(-8) }), 201);
    ok(await draw({ name: 'coming', ...circle(35.2, 36), validFrom: at(1) }), 201);
    const found = await hazardsOnRoute(
      server.db,
      [
        [35, 36],
        [36, 36],
      ],
      5,
      NOW,
    );
    expect(found.map((it) => [it.hazard.name, it.distanceM === 0])).toEqual([
      ['first', true],
      ['second', false],
    ]);
    expect(found[0]?.alongM).toBeCloseTo(21_239, -2);
    expect(await hazardsOnRoute(server.db, [], 5, NOW)).toEqual([]);
  });
});
