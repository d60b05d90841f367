import { type ConvoyFile, distanceM, downloadTrack, pointAlong, readConvoyMovement } from '@qafila/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { departed, endStory, ok, type Story, startStory, stockUp } from '../../testing/convoy-story.ts';

let story: Story;
let file: ConvoyFile;
let giver: Client;
let stranger: Client;
let driven: ConvoyFile['convoy']['vehicles'][number];
const from = { lat: 33.51, lng: 36.31 };

beforeAll(async () => {
  story = await startStory();
  const { accountId } = await stockUp(story, 10);
  file = await departed(story, [{ accountId, quantity: 10 }], { vehicles: 2 });
  giver = await story.as('association', { associationId: story.associations[0] });
  stranger = await story.as('association', { associationId: story.associations[1] });
  const [first] = file.convoy.vehicles;
  if (!first) throw new Error('A convoy without vehicles');
  driven = first;
  await drive(first.number);
});
afterAll(() => endStory(story));

/** An hour at the origin, then to the first stop at 20 m/s with a fix each ten seconds, and an hour there. */
async function drive(number: number): Promise<void> {
  const to = file.convoy.stops[0]?.site ?? from;
  const lengthM = distanceM(from, to);
  const road = [
    [from.lat, from.lng],
    [to.lat, to.lng],
  ] as const;
  const startMs = Date.now() - 10 * 3_600_000;
  await story
    .db('convoys')
    .where({ id: file.convoy.id })
    .update({ loading_at: new Date(startMs), departed_at: new Date(startMs + 3_600_000) });
  const times: number[] = [];
  const [lats, lngs]: [number[], number[]] = [[], []];
  for (let s = 0; s < 7_200 + lengthM / 20; s += 10) {
    const { lat, lng } = pointAlong(road, Math.min(lengthM, Math.max(0, (s - 3_600) * 20)));
    times.push(startMs / 1000 + s);
    lats.push(lat + 0.0002 * Math.sin(s));
    lngs.push(lng);
  }
  await story.db.raw(
    `INSERT INTO positions (vehicle_number, recorded_at, received_at, lat, lng, speed_mps)
     SELECT :number, to_timestamp(t), now(), lat, lng, 20
     FROM unnest(:times::float8[], :lats::float8[], :lngs::float8[]) AS fix (t, lat, lng)`,
    { number, times, lats, lngs },
  );
}

const params = () => ({ convoyId: file.convoy.id });
const download = (who: Client, format: string, query = '') =>
  who.raw(`/api/v1/convoys/${file.convoy.id}/track/${format}${query}`);

test('the report names the sites between which it drove, and a vehicle that said nothing has none', async () => {
  const body = ok(await story.coordinator.call(readConvoyMovement, { params: params() }));
  const [moved, silent] = body.vehicles;
  const lengthM = distanceM(from, file.convoy.stops[0]?.site ?? from);
  expect(Math.abs((moved?.distanceM ?? 0) - lengthM)).toBeLessThan(lengthM * 0.02);
  expect(moved?.halts.map(({ site, durationS }) => [site?.nameEn, Math.round(durationS / 600)])).toEqual([
    [file.convoy.origin.nameEn, 6],
    [file.convoy.stops[0]?.site.nameEn, 6],
  ]);
  expect(moved?.trips).toHaveLength(1);
  expect(moved?.trips[0]?.to.site?.nameEn).toBe('Haffeh');
  expect(silent).toMatchObject({ firstFixAt: null, fixCount: 0, trips: [], halts: [] });
  expect(body).toMatchObject({
    distanceM: moved?.distanceM,
    movingS: moved?.movingS,
    startedAt: moved?.firstFixAt,
    plannedDistanceM: file.convoy.stops.reduce((sum, stop) => sum + stop.distanceM, 0),
  });
});

test.each([
  ['gpx', 'application/gpx+xml'],
  ['geojson', 'application/geo+json'],
  ['csv', 'text/csv'],
])('the track is downloaded as %s, whole, under a name, and kept nowhere', async (format, mediaType) => {
  const response = await download(story.coordinator, format);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain(mediaType);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename=${file.convoy.code}.${format}`,
  );
  const text = await response.text();
  const stored = await story.db('positions').select('recorded_at');
  expect(text.match(/T\d\d:\d\d:\d\d\.\d{3}Z/g)?.length).toBeGreaterThanOrEqual(stored.length);
});

test('of one vehicle alone, under its plate whatever its script', async () => {
  await story.db('vehicles').where({ id: driven.vehicleId }).update({ plate: 'دمشق 12/345' });
  const response = await download(story.coordinator, 'csv', `?vehicleId=${driven.vehicleId}`);
  const name = encodeURIComponent(`${file.convoy.code} دمشق 12-345.csv`);
  expect(response.headers.get('content-disposition')).toContain(`filename*=UTF-8''${name}`);
  expect((await response.text()).split('\r\n')[1]).toContain(`,${driven.number},دمشق 12/345,`);
});

test('who may not follow the convoy is told that there is none', async () => {
  expect((await giver.call(readConvoyMovement, { params: params() })).status).toBe(200);
  expect((await download(giver, 'gpx')).status).toBe(200);
  expect((await stranger.call(readConvoyMovement, { params: params() })).problem.code).toBe('not_found');
  expect((await download(stranger, 'gpx')).status).toBe(404);
  const answer = await story.coordinator.call(downloadTrack, {
    params: { ...params(), format: 'csv' },
    query: { vehicleId: '00000000-0000-4000-8000-000000000000' },
  });
  expect(answer.status).toBe(404);
  expect((await download(story.coordinator, 'kml')).status).toBe(400);
});
