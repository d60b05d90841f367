import { describe, expect, test } from 'vitest';
import { readFile } from './import.service.ts';

const NOW = new Date('2026-08-10T12:00:00Z');
const read = (text: string, validTo?: Date) => readFile(text, { now: NOW, validTo });

const TO = new Date('2026-08-12T00:00:00Z');
/** GeoJSON's order: longitude first. */
const SQUARE = [
  [36.0, 35.5],
  [36.1, 35.5],
  [36.1, 35.6],
  [36.0, 35.6],
  [36.0, 35.5],
];
const feature = (geometry: unknown, properties: object = { name: 'حريق صلنفة' }, id?: string) => ({
  type: 'Feature',
  ...(id !== undefined && { id }),
  geometry,
  properties,
});
const polygon = (coordinates: unknown = [SQUARE]) => ({ type: 'Polygon', coordinates });
const geojson = (file: unknown, validTo: Date | undefined = TO) => read(JSON.stringify(file), validTo);

describe('GeoJSON', () => {
  test('of a polygon is a zone, latitude first, valid until the time given', () => {
    expect(geojson(feature(polygon()))).toMatchObject({
      format: 'geojson',
      errors: [],
      hazards: [
        {
          source: 'geojson',
          name: 'حريق صلنفة',
          severity: 'moderate',
          area: {
            type: 'polygon',
            ring: [
              [35.5, 36],
              [35.5, 36.1],
              [35.6, 36.1],
              [35.6, 36],
              [35.5, 36],
            ],
          },
          validFrom: NOW,
          validTo: TO,
        },
      ],
    });
  });

  test('brings its own validity and severity where its properties say so', () => {
    const properties = {
      name: 'Zone',
      severity: 'Extreme',
      onset: '2026-08-10T06:00:00+03:00',
      expires: '2026-08-11T00:00:00Z',
    };
    expect(geojson(feature(polygon(), properties), undefined).hazards).toMatchObject([
      {
        severity: 'extreme',
        validFrom: new Date('2026-08-10T03:00:00Z'),
        validTo: new Date('2026-08-11T00:00:00Z'),
      },
    ]);
  });

  test('of several polygons is as many zones; a hole is part of its zone', () => {
    const hole = SQUARE.map(([lng = 0, lat = 0]) => [lng / 2 + 18.02, lat / 2 + 17.77]);
    const many = feature(
      { type: 'MultiPolygon', coordinates: [[SQUARE, hole], [SQUARE]] },
      { name: 'Z' },
      'z',
    );
    const { hazards } = geojson(many);
    expect(hazards.map((it) => it.externalKey)).toEqual(['geojson:z#0', 'geojson:z#1']);
    expect(hazards[0]?.area).toEqual(hazards[1]?.area);
  });

  test('of a point is a circle when it says its radius', () => {
    const point = { type: 'Point', coordinates: [36.1, 35.6, 812] };
    expect(geojson(feature(point, { name: 'P', radius: 1500 })).hazards).toMatchObject([
      { area: { type: 'circle', center: { lat: 35.6, lng: 36.1 }, radiusM: 1_500 } },
    ]);
  });

  test('without an id is known again by its contents', () => {
    const keys = [geojson(feature(polygon())), geojson(feature(polygon()))].map(
      (it) => it.hazards[0]?.externalKey,
    );
    expect(keys[0]).toBe(keys[1]);
    expect(geojson(feature(polygon(), { name: 'Other' })).hazards[0]?.externalKey).not.toBe(keys[0]);
  });
});

describe('GeoJSON with something wrong', () => {
  test.each<[string, unknown, string, string]>([
    ['a line', feature({ type: 'LineString', coordinates: SQUARE }), 'geometry', 'unsupported_geometry'],
    ['no geometry', feature(null), 'geometry', 'unsupported_geometry'],
    ['a point without a radius', feature({ type: 'Point', coordinates: [36, 35] }), 'radius', 'required'],
    ['two corners', feature(polygon([SQUARE.slice(0, 2)])), 'geometry', 'too_short'],
    [
      'metres for degrees',
      feature(polygon([SQUARE.map(([x = 0, y = 0]) => [x * 1e4, y * 1e5])])),
      'geometry',
      'invalid_value',
    ],
    ['text for numbers', feature(polygon([[['a', 'b']]])), 'geometry', 'invalid_value'],
    [
      'text for numbers, 150,000 times',
      feature(polygon([Array.from({ length: 150_000 }, () => ['', ''])])),
      'geometry',
      'invalid_value',
    ],
    [
      '20,001 polygons',
      feature({ type: 'MultiPolygon', coordinates: Array.from({ length: 20_001 }, () => [SQUARE]) }),
      'geometry',
      'too_many_rows',
    ],
    [
      'too many corners',
      feature(polygon([Array.from({ length: 2_001 }, (_, i) => [36 + i / 1e5, 35])])),
      'geometry',
      'too_long',
    ],
    ['no name', feature(polygon(), {}), 'name', 'required'],
    [
      'a name that turns the text round',
      feature(polygon(), { name: 'a\u202Eb' }),
      'name',
      'forbidden_characters',
    ],
    [
      'an unknown severity',
      feature(polygon(), { name: 'Z', severity: 'awful' }),
      'severity',
      'invalid_value',
    ],
    [
      'an end before its start',
      feature(polygon(), { name: 'Z', onset: '2026-08-13T00:00:00Z' }),
      'validTo',
      'end_before_start',
    ],
    [
      'a day for an instant',
      feature(polygon(), { name: 'Z', expires: '2026-08-13' }),
      'validTo',
      'invalid_format',
    ],
  ])('tells of a feature with %s, and keeps the others', (_name, bad, field, code) => {
    const reading = geojson({ type: 'FeatureCollection', features: [feature(polygon()), bad] });
    expect(reading.errors).toEqual([{ row: 2, field, code }]);
    expect(reading.hazards).toHaveLength(1);
  });
});

describe('a file that is no GeoJSON', () => {
  test.each<[string, string, string, string]>([
    ['broken text', '{"type":', 'text', 'unreadable'],
    ['a key twice', '{"type":"Point","type":"Feature"}', 'text', 'unreadable'],
    ['a nesting of thousands', '['.repeat(10_000), 'text', 'unreadable'],
    ['a prototype', '{"__proto__":{}}', 'text', 'unreadable'],
    [
      'another system of coordinates',
      JSON.stringify({
        type: 'FeatureCollection',
        crs: { properties: { name: 'urn:ogc:def:crs:EPSG::32637' } },
        features: [],
      }),
      'crs',
      'unsupported_crs',
    ],
    [
      'more zones in all than rows are taken',
      JSON.stringify({
        type: 'FeatureCollection',
        features: Array.from({ length: 3 }, () =>
          feature({ type: 'MultiPolygon', coordinates: Array.from({ length: 7_000 }, () => [SQUARE]) }),
        ),
      }),
      'text',
      'too_many_rows',
    ],
  ])('is refused as a whole with %s', (_name, text, field, code) => {
    expect(read(text, TO)).toMatchObject({ hazards: [], errors: [{ row: 0, field, code }] });
  });

  test('without any validity asks for one', () => {
    expect(read(JSON.stringify(feature(polygon()))).errors).toEqual([
      { row: 1, field: 'validTo', code: 'required' },
    ]);
  });
});
