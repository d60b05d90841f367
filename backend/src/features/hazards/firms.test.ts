import { describe, expect, test } from 'vitest';
import { readFile } from './import.service.ts';

const NOW = new Date('2026-08-10T12:00:00Z');
const read = (text: string) => readFile(text, { now: NOW, validTo: undefined });

const VIIRS =
  'latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,instrument,confidence,version,bright_ti5,frp,daynight';
const MODIS =
  'latitude,longitude,brightness,scan,track,acq_date,acq_time,satellite,confidence,version,bright_t31,frp,daynight';
const viirsRow = (given: Partial<Record<string, string>> = {}) => {
  const row: Record<string, string> = {
    latitude: '35.60',
    longitude: '36.10',
    bright_ti4: '340.1',
    scan: '0.39',
    track: '0.36',
    acq_date: '2026-08-10',
    acq_time: '46',
    satellite: 'N',
    instrument: 'VIIRS',
    confidence: 'n',
    version: '2.0NRT',
    bright_ti5: '299.5',
    frp: '12.4',
    daynight: 'N',
    ...given,
  };
  return VIIRS.split(',')
    .map((name) => row[name])
    .join(',');
};
const viirs = (...rows: string[]) => [VIIRS, ...rows].join('\n');

describe('a table of active fires', () => {
  test('of VIIRS is read: place, time without its zeros, power, confidence, radius', () => {
    const { format, hazards, errors, left } = read(viirs(viirsRow()));
    expect({ format, errors, left }).toEqual({ format: 'firms_csv', errors: [], left: 0 });
    expect(hazards).toMatchObject([
      {
        source: 'firms',
        severity: 'moderate',
        area: { type: 'circle', center: { lat: 35.6, lng: 36.1 }, radiusM: 375 },
        validFrom: new Date('2026-08-10T00:46:00Z'),
        validTo: new Date('2026-08-11T00:46:00Z'),
        frpMw: 12.4,
        confidencePct: 55,
      },
    ]);
  });

  test('of MODIS, without the column of the instrument, has wider pixels and a confidence in per cent', () => {
    const row = '35.6,36.1,321.5,2.4,1.5,2026-08-10,1105,Terra,78,6.1NRT,300.2,231.5,D';
    expect(read(`${MODIS}\n${row}`).hazards).toMatchObject([
      { severity: 'extreme', confidencePct: 78, area: { radiusM: 1_415 } },
    ]);
    const atNadir = row.replace('2.4,1.5', '1.0,1.0');
    expect(read(`${MODIS}\n${atNadir}`).hazards).toMatchObject([{ area: { radiusM: 1_000 } }]);
  });

  test.each([
    ['a leading country', `country_id,${VIIRS}`, `SYR,${viirsRow()}`],
    ['the archive’s type', `${VIIRS},type`, `${viirsRow()},0`],
    ['a byte order mark and Windows line ends', `\uFEFF${VIIRS}\r`, `${viirsRow()}\r`],
    ['capitals and spaces in the header', VIIRS.toUpperCase().replaceAll(',', ', '), viirsRow()],
    ['a time with a colon', VIIRS, viirsRow({ acq_time: '00:46' })],
    ['quoted values', VIIRS, viirsRow({ confidence: '"nominal"' })],
    ['no power', VIIRS, viirsRow({ frp: '' })],
  ])('is taken with %s', (_name, header, row) => {
    const { hazards, errors } = read(`${header}\n${row}\n`);
    expect(errors).toEqual([]);
    expect(hazards).toHaveLength(1);
  });
});

describe('a table of active fires leaves out', () => {
  test.each([
    ['l', 0],
    ['low', 0],
    ['n', 55],
    ['Nominal', 55],
    ['h', 90],
    ['high', 90],
    ['29', 0],
    ['30', 30],
    ['100', 100],
  ])('with the confidence %s is left out, or counts so much', (confidence, expected) => {
    const { hazards, left } = read(viirs(viirsRow({ confidence })));
    expect(hazards.map((it) => it.confidencePct)).toEqual(expected === 0 ? [] : [expected]);
    expect(left).toBe(expected === 0 ? 1 : 0);
  });

  test.each(['1', '2', '3'])('of the type %s is no vegetation, and left out', (type) => {
    expect(read(`${VIIRS},type\n${viirsRow()},${type}`)).toMatchObject({ hazards: [], left: 1, errors: [] });
  });

  test('tells the same detection of two tables by the same key', () => {
    const one = read(viirs(viirsRow()));
    const other = read(`country_id,${VIIRS}\nSYR,${viirsRow({ latitude: '35.60000', acq_time: '0046' })}`);
    expect(one.hazards[0]?.externalKey).toBe(other.hazards[0]?.externalKey);
  });
});

describe('a table of active fires with something wrong', () => {
  test.each([
    ['latitude', '90.0001', 'too_big'],
    ['latitude', '-91', 'too_small'],
    ['longitude', '-180.0001', 'too_small'],
    ['latitude', 'NaN', 'invalid_format'],
    ['longitude', '1e309', 'invalid_format'],
    ['latitude', '', 'required'],
    ['latitude', '=HYPERLINK("x")', 'invalid_format'],
    ['acq_date', '2026-02-30', 'invalid_value'],
    ['acq_date', '10000-01-01', 'invalid_format'],
    ['acq_date', '1448-02-01', 'invalid_format'],
    ['acq_date', '2026-08-11', 'after_now'],
    ['acq_time', '2460', 'invalid_format'],
    ['acq_time', '-46', 'invalid_format'],
    ['confidence', '101', 'invalid_value'],
    ['confidence', 'constructor', 'invalid_value'],
    ['confidence', '', 'required'],
    ['frp', '-1', 'too_small'],
    ['scan', '1,5', 'unreadable'],
    ['satellite', 'N'.repeat(41), 'too_long'],
  ])('names row and field where %s is %s, and keeps the other rows', (field, value, code) => {
    const quoted = value.includes(',') || value.includes('"') ? `"${value.replaceAll('"', '""')}"` : value;
    const { hazards, errors } = read(viirs(viirsRow(), viirsRow({ [field]: quoted }), viirsRow()));
    expect(errors).toEqual([{ row: 3, field, code: code === 'unreadable' ? 'invalid_format' : code }]);
    expect(hazards).toHaveLength(2);
  });

  test.each([
    ['an Arabic comma between', VIIRS.replaceAll(',', '،'), 'text', 'wrong_delimiter'],
    ['semicolons between', VIIRS.replaceAll(',', ';'), 'text', 'wrong_delimiter'],
    ['a column twice', `${VIIRS},latitude`, 'latitude', 'duplicate_column'],
    ['no confidence', VIIRS.replace(',confidence', ''), 'confidence', 'missing_column'],
    [
      'no sign of its sensor',
      'latitude,longitude,acq_date,acq_time,confidence',
      'instrument',
      'missing_column',
    ],
    ['an unclosed quote', `${VIIRS}\n"35.6,36.1`, 'text', 'unreadable'],
    ['20,001 rows', viirs(...Array.from({ length: 20_001 }, () => viirsRow())), 'text', 'too_many_rows'],
    ['a million rows of nothing', `${VIIRS}\n${'1\n'.repeat(1_000_000)}`, 'text', 'too_many_rows'],
    [
      '400,000 columns',
      `latitude,${Array.from({ length: 400_000 }, (_, n) => n)}`,
      'longitude',
      'missing_column',
    ],
    ['a NUL', `${VIIRS}\n\0`, 'text', 'forbidden_characters'],
    ['anything else', 'Invalid MAP_KEY.', 'text', 'unknown_format'],
  ])('is refused as a whole with %s', (_name, text, field, code) => {
    expect(read(text)).toMatchObject({ hazards: [], errors: [{ row: 0, field, code }] });
  });
});
