import type { RequestListener } from 'node:http';
import type { RouteLine } from '@qafila/contract';
import { lineLengthM, snapToLine } from '@qafila/contract';
import { afterEach, describe, expect, test } from 'vitest';
import { type Asked, startOtherServer } from '../../testing/other-server.ts';
import { createRouteEngine } from './engine.ts';
import { fromPolyline6 } from './lines.ts';
import { fewerVertices } from './simplify.ts';

type Engine = 'osrm' | 'valhalla' | 'ors';
const DAMASCUS = { lat: 33.5102, lng: 36.2913 };
const HOMS = { lat: 34.7268, lng: 36.7234 };

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0)) await close();
});

async function engineThat(
  engine: Engine,
  answer: RequestListener,
): Promise<{ asked: Asked[]; way: () => Promise<unknown> }> {
  const { url, asked, close } = await startOtherServer(answer);
  closings.push(close);
  const routing = { engine, url: `${url}/maps/`, key: 'the-key' };
  const made = createRouteEngine({ routing, outboundPrivate: false });
  return { asked, way: async () => await made?.wayThrough([DAMASCUS, HOMS]) };
}

function json(status: number, body: unknown): RequestListener {
  return (_req, res) => {
    res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };
}

/** As each engine documents its answers, cut down to what is read and what stands around it. */
const COORDINATES = [
  [36.2915, 33.51],
  [36.53, 34.1],
  [36.7236, 34.7265],
];
const LINE = [
  [33.51, 36.2915],
  [34.1, 36.53],
  [34.7265, 36.7236],
];
const ANSWERS: Record<Engine, unknown> = {
  osrm: {
    code: 'Ok',
    routes: [
      {
        geometry: { type: 'LineString', coordinates: COORDINATES },
        legs: [{ steps: [], summary: '', weight: 6_312.4, duration: 6_312.4, distance: 161_204.6 }],
        weight_name: 'routability',
        weight: 6_312.4,
        duration: 6_312.4,
        distance: 161_204.6,
      },
    ],
    waypoints: [
      { hint: 'x', distance: 20.1, name: 'M5', location: [36.2915, 33.51] },
      { hint: 'y', distance: 28.3, name: '', location: [36.7236, 34.7265] },
    ],
  },
  valhalla: {
    trip: {
      locations: [{ type: 'break', lat: 33.5102, lon: 36.2913, original_index: 0 }],
      legs: [
        { summary: { time: 3_000, length: 80 }, shape: '_fh|~@wy`fdA_j_c@gypM' },
        { summary: { time: 3_312.4, length: 81.2046 }, shape: '_qh``A_trtdAgsfe@_cyJ' },
      ],
      summary: { has_toll: false, time: 6_312.4, length: 161.2046 },
      status_message: 'Found route between points',
      status: 0,
      units: 'kilometers',
      language: 'en-US',
    },
  },
  ors: {
    type: 'FeatureCollection',
    bbox: [36.29, 33.5, 36.73, 34.73],
    features: [
      {
        bbox: [36.29, 33.5, 36.73, 34.73],
        type: 'Feature',
        properties: {
          segments: [{ distance: 161_204.6, duration: 6_312.4, steps: [] }],
          way_points: [0, 2],
          summary: { distance: 161_204.6, duration: 6_312.4 },
        },
        geometry: { coordinates: COORDINATES, type: 'LineString' },
      },
    ],
    metadata: { attribution: 'openrouteservice.org', service: 'routing', query: {} },
  },
};
const NO_WAY: Record<Engine, [number, unknown]> = {
  osrm: [400, { code: 'NoRoute', message: 'Impossible route between points' }],
  valhalla: [
    400,
    { error_code: 442, error: 'No path could be found for input', status_code: 400, status: 'Bad Request' },
  ],
  ors: [
    404,
    { error: { code: 2010, message: 'Could not find routable point' }, info: { engine: { version: '9' } } },
  ],
};
const ENGINES = Object.keys(ANSWERS) as Engine[];

describe.each(ENGINES)('%s', (engine) => {
  test('gives the road, its length and the time it takes', async () => {
    const { way } = await engineThat(engine, json(200, ANSWERS[engine]));
    expect(await way()).toEqual({ line: LINE, distanceM: 161_205, durationS: 6_312 });
  });

  test('may say that there is no road', async () => {
    const { way } = await engineThat(engine, json(...NO_WAY[engine]));
    expect(await way()).toBeNull();
  });

  test.each<[string, RequestListener]>([
    ['an error page', (_req, res) => res.writeHead(502).end('<html>Bad gateway</html>')],
    ['a refused key', json(403, { error: 'Daily quota reached or API key unauthorized' })],
    ['half an answer', (_req, res) => res.end(JSON.stringify(ANSWERS[engine]).slice(0, 80))],
    ['another shape', json(200, { routes: [{}], features: [], trip: {} })],
    ['a redirect', (_req, res) => res.writeHead(307, { Location: 'http://127.0.0.1:1/' }).end()],
    ['five megabytes', (_req, res) => res.end(' '.repeat(5_000_000))],
    ['nothing', (req) => req.socket.destroy()],
  ])('that answers with %s fails in a way that is told', async (_name, answer) => {
    const { way } = await engineThat(engine, answer);
    await expect(way()).rejects.toMatchObject({ name: 'OutboundError' });
  });
});

describe('each engine is asked in its own way', () => {
  const ask = async (engine: Engine): Promise<Asked | undefined> => {
    const { asked, way } = await engineThat(engine, json(200, ANSWERS[engine]));
    await way();
    return asked[0];
  };

  test('OSRM by path, longitude first', async () => {
    expect(await ask('osrm')).toMatchObject({
      method: 'GET',
      url: '/maps/route/v1/driving/36.2913,33.5102;36.7234,34.7268?overview=full&geometries=geojson',
    });
  });

  test('Valhalla for a truck, in kilometres', async () => {
    const asked = await ask('valhalla');
    expect(asked).toMatchObject({ method: 'POST', url: '/maps/route' });
    expect(JSON.parse(asked?.body ?? '')).toMatchObject({
      costing: 'truck',
      units: 'kilometers',
      locations: [
        { lat: 33.5102, lon: 36.2913 },
        { lat: 34.7268, lon: 36.7234 },
      ],
    });
  });

  test('OpenRouteService for a heavy vehicle, with the key in its header', async () => {
    const asked = await ask('ors');
    expect(asked).toMatchObject({
      url: '/maps/v2/directions/driving-hgv/geojson',
      headers: { authorization: 'the-key' },
    });
    expect(JSON.parse(asked?.body ?? '').coordinates).toEqual([
      [36.2913, 33.5102],
      [36.7234, 34.7268],
    ]);
  });
});

describe('a line', () => {
  test('in polyline6 is read, and refused when it breaks off or holds other signs', () => {
    expect(fromPolyline6('_izlhA~rlgdF_{geC~ywl@_kwzCn`{nI')).toEqual([
      [38.5, -120.2],
      [40.7, -120.95],
      [43.252, -126.453],
    ]);
    expect(() => fromPolyline6('_izlhA~rlgdF_')).toThrow(RangeError);
    expect(() => fromPolyline6('_izlhA')).toThrow(RangeError);
    expect(() => fromPolyline6('_iz\u{1F600}')).toThrow(RangeError);
    expect(() => fromPolyline6('~~~~~~~~~~~~~~~~')).toThrow(RangeError);
  });

  test('of a hundred thousand vertices becomes one of two thousand that stays within metres of it', () => {
    const long = Array.from({ length: 100_000 }, (_, i): RouteLine[number] => [
      33.5 + i * 2e-5,
      36.3 + Math.sin(i / 700) * 0.02 + (i % 2) * 1e-6,
    ]);
    const fewer = fewerVertices(long);
    expect(fewer.length).toBeLessThanOrEqual(2_000);
    expect(lineLengthM(fewer) / lineLengthM(long)).toBeCloseTo(1, 2);
    const offM = long
      .filter((_, i) => i % 997 === 0)
      .map(([lat, lng]) => snapToLine(fewer, { lat, lng }).offsetM);
    expect(Math.max(...offM)).toBeLessThan(20);
    expect(fewer.at(-1)).toEqual(long.at(-1)?.map((degrees) => Math.round(degrees * 1e5) / 1e5));
  });
});
