import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { tileOrigins } from './map-config.ts';

const TILES = 'https://tile.example.org/{z}/{x}/{y}.png';

test('without any variable the map is the embedded one', () => {
  expect(readConfig({}).map).toEqual({ kind: 'embedded' });
});

test('tiles bring the attribution that OpenStreetMap asks for, unless another is given', () => {
  const chosen = { QAFILA_MAP: 'raster', QAFILA_MAP_TILES_URL: TILES };
  expect(readConfig(chosen).map).toEqual({
    kind: 'raster',
    url: TILES,
    attribution: '© OpenStreetMap contributors',
    maxZoom: 19,
  });
  const own = { ...chosen, QAFILA_MAP_ATTRIBUTION: 'Directorate of Survey', QAFILA_MAP_MAX_ZOOM: '14' };
  expect(readConfig(own).map).toMatchObject({ attribution: 'Directorate of Survey', maxZoom: 14 });
});

test('an archive is a file or an address', () => {
  const file = import.meta.filename;
  expect(readConfig({ QAFILA_MAP: 'pmtiles', QAFILA_MAP_PMTILES: file }).map).toMatchObject({ file });
  const url = 'http://127.0.0.1:9000/syria.pmtiles';
  expect(readConfig({ QAFILA_MAP: 'pmtiles', QAFILA_MAP_PMTILES: url }).map).toMatchObject({ url });
});

describe('is refused by its name', () => {
  test.each([
    ['QAFILA_MAP', { QAFILA_MAP: 'google' }],
    ['QAFILA_MAP_TILES_URL', { QAFILA_MAP: 'raster' }],
    ['QAFILA_MAP_TILES_URL', { QAFILA_MAP_TILES_URL: 'https://{s}.tile.example.org/{z}/{x}/{y}.png' }],
    ['QAFILA_MAP_TILES_URL', { QAFILA_MAP_TILES_URL: 'https://tile.example.org/tile.png' }],
    ['QAFILA_MAP_TILES_URL', { QAFILA_MAP_TILES_URL: 'ftp://tile.example.org/{z}/{x}/{y}.png' }],
    ['QAFILA_MAP_PMTILES', { QAFILA_MAP: 'pmtiles' }],
    ['QAFILA_MAP_PMTILES', { QAFILA_MAP_PMTILES: '/no/such/file.pmtiles' }],
    ['QAFILA_MAP_MAX_ZOOM', { QAFILA_MAP_MAX_ZOOM: '30' }],
  ])('%s in %j', (name, environment) => {
    expect(() => readConfig(environment)).toThrow(new RegExp(`^${name} `));
  });
});

test('browsers fetch from the host of the tiles alone', () => {
  const tiles = { attribution: '', maxZoom: 19 };
  expect(tileOrigins({ kind: 'raster', url: TILES, ...tiles })).toEqual({
    images: ['https://tile.example.org'],
    fetched: [],
  });
  expect(tileOrigins({ kind: 'pmtiles', file: '/srv/syria.pmtiles', ...tiles })).toEqual({
    images: [],
    fetched: [],
  });
});
