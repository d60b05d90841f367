import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import type { TrackFix } from '../positions/index.ts';
import { type TrackFile, WRITERS } from './track-files.ts';

const BEGAN = Date.UTC(2026, 9, 9, 6);
const fix = (minute: number, speedMps: number | null = 12.5): TrackFix => ({
  recordedAtMs: BEGAN + minute * 60_000,
  lat: 33.5 + minute / 1000,
  lng: 36.25,
  speedMps,
});

async function* paged(...pages: TrackFix[][]): AsyncGenerator<TrackFix[]> {
  yield* pages;
}

const file = (): TrackFile => ({
  convoyCode: 'QF-2026-006',
  writtenAt: new Date(BEGAN),
  vehicles: [
    { number: 7, plate: '=دمشق "123" <&>', pages: paged([fix(0), fix(1)], [fix(2, null)], [fix(90)], []) },
    { number: 8, plate: 'حمص ٤٥٦, ٧', pages: paged([fix(5)]) },
    { number: 9, plate: 'PARKED', pages: paged([]) },
  ],
});

async function written(format: keyof typeof WRITERS): Promise<string> {
  let text = '';
  for await (const part of WRITERS[format](file())) text += part;
  return text;
}

type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root.children[0] ?? root;
}

/** The schema's sequences, of the elements we write: each may come only where the schema has it. */
const SEQUENCES: Record<string, string[]> = {
  gpx: ['metadata', 'wpt', 'rte', 'trk', 'extensions'],
  metadata: ['name', 'desc', 'author', 'copyright', 'link', 'time', 'keywords', 'bounds', 'extensions'],
  trk: ['name', 'cmt', 'desc', 'src', 'link', 'number', 'type', 'extensions', 'trkseg'],
  trkseg: ['trkpt', 'extensions'],
  trkpt: ['ele', 'time', 'magvar', 'geoidheight', 'name', 'cmt', 'desc', 'src', 'link', 'sym', 'type'],
};

function checkOrder({ name, children }: Element): void {
  const places = children.map((child) => (SEQUENCES[name] ?? []).indexOf(child.name));
  expect({ name, places }).toEqual({ name, places: places.toSorted((a, b) => a - b) });
  expect(places).not.toContain(-1);
  for (const child of children) if (child.children.length > 0) checkOrder(child);
}

test('GPX has what the 1.1 schema wants, in its order, and a segment for each time without a break', async () => {
  const gpx = parsed(await written('gpx'));
  expect([gpx.name, gpx.attributes]).toMatchObject([
    'gpx',
    { version: '1.1', creator: 'Qafila', xmlns: 'http://www.topografix.com/GPX/1/1' },
  ]);
  checkOrder(gpx);
  const tracks = gpx.children.filter(({ name }) => name === 'trk');
  expect(tracks.map(({ children }) => children[0]?.text)).toEqual([
    '=دمشق "123" <&>',
    'حمص ٤٥٦, ٧',
    'PARKED',
  ]);
  const segments = tracks.map(({ children }) =>
    children.filter(({ name }) => name === 'trkseg').map((segment) => segment.children.length),
  );
  expect(segments).toEqual([[3, 1], [1], [0]]);
  const point = tracks[0]?.children[2]?.children[1];
  expect(point?.attributes).toEqual({ lat: '33.501000', lon: '36.250000' });
  expect(point?.children[0]?.text).toBe('2026-10-09T06:01:00.000Z');
});

test('GeoJSON is a collection of lines, longitude first, with a time for each place', async () => {
  const { type, features } = JSON.parse(await written('geojson'));
  expect(type).toBe('FeatureCollection');
  expect(features.map((it: { geometry: { type: string } }) => it.geometry.type)).toEqual([
    'LineString',
    'MultiPoint',
    'MultiPoint',
  ]);
  const [{ geometry, properties }] = features;
  expect(geometry.coordinates[0]).toEqual([36.25, 33.5]);
  expect(properties).toMatchObject({ convoy: 'QF-2026-006', vehicle: 7, plate: '=دمشق "123" <&>' });
  expect(properties.coordTimes).toHaveLength(geometry.coordinates.length);
  expect(properties.coordTimes.at(-1)).toBe('2026-10-09T07:30:00.000Z');
  expect(features[2].geometry.coordinates).toEqual([]);
});

test('CSV has a mark, a header and cells that no spreadsheet runs', async () => {
  const text = await written('csv');
  expect(text.startsWith('\uFEFFrecorded_at,convoy,vehicle,plate,latitude,longitude,speed_mps\r\n')).toBe(
    true,
  );
  const lines = text.trimEnd().split('\r\n').slice(1);
  expect(lines).toHaveLength(5);
  expect(lines[0]).toBe(
    `2026-10-09T06:00:00.000Z,QF-2026-006,7,"'=دمشق ""123"" <&>",33.500000,36.250000,12.5`,
  );
  expect(lines[2]?.endsWith(',36.250000,')).toBe(true);
  expect(lines[4]).toContain('"حمص ٤٥٦, ٧"');
});
