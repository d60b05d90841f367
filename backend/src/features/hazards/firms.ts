import { FIRMS, type HazardSeverity, LIMITS } from '@qafila/contract';
import Papa from 'papaparse';
import { isInFuture } from '../../platform/calendar.ts';
import {
  type ReadHazard,
  type Reading,
  type ReadingOptions,
  RowFault,
  readRows,
  unreadable,
} from './parsing.ts';

type Row = Readonly<Record<string, string | undefined>>;
type Sensor = keyof typeof FIRMS.leastRadiusM;

const NEEDED = ['latitude', 'longitude', 'acq_date', 'acq_time', 'confidence'];
/** Brightness in the channel that finds fires; its name tells the sensor. */
const BRIGHTNESS: Record<string, Sensor> = { bright_ti4: 'VIIRS', brightness: 'MODIS' };
const WORDS: ReadonlyMap<string, number> = new Map(Object.entries(FIRMS.confidencePct));
const HOUR_MS = 3_600_000;
/** Of the archive's types, burning vegetation; the others are volcanoes, chimneys and flares at sea. */
const VEGETATION = '0';
const M_PER_KM = 1_000;
/** They are called `N20` or `Terra`. */
const SATELLITE_MAX = 40;

/** Detections of active fires as NASA FIRMS tables them, of either sensor and in all of its column variants. */
export function readFirms(text: string, { now }: ReadingOptions): Reading {
  const [header = ''] = text.split('\n', 1);
  const columns = header.split(',').map(columnName);
  const fault = headerFault(columns, header);
  if (fault) return unreadable('firms_csv', fault.field, fault.code);
  const { data, errors } = Papa.parse<Row>(text, {
    header: true,
    delimiter: ',',
    skipEmptyLines: 'greedy',
    preview: LIMITS.hazardRows + 1,
    transformHeader: columnName,
  });
  if (errors.some(({ type }) => type === 'Quotes')) return unreadable('firms_csv', 'text', 'unreadable');
  if (data.length > LIMITS.hazardRows) return unreadable('firms_csv', 'text', 'too_many_rows');
  const sensor = sensorOf(columns);
  return readRows('firms_csv', data, 2, (row) => detectionOf(row, sensor, now));
}

/** Whether a table's first line is that of fire detections, so that what is wrong with it can be said. */
export function looksLikeFirms(text: string): boolean {
  return /^[^\n]*\b(?:latitude|acq_date|confidence)\b/i.test(text);
}

function columnName(text: string): string {
  return text.trim().replaceAll('"', '').toLowerCase();
}

function headerFault(columns: readonly string[], header: string): RowFault | null {
  if (columns.length === 1 && /[;،\t|]/.test(header)) return new RowFault('text', 'wrong_delimiter');
  const known = new Set<string>();
  const twice = columns.find((name) => known.size === known.add(name).size);
  if (twice !== undefined) return new RowFault(twice, 'duplicate_column');
  const missing = NEEDED.find((name) => !columns.includes(name));
  if (missing !== undefined) return new RowFault(missing, 'missing_column');
  const tells = columns.some((name) => name === 'instrument' || name in BRIGHTNESS);
  return tells ? null : new RowFault('instrument', 'missing_column');
}

/** Of the whole table; null where each row says it. */
function sensorOf(columns: readonly string[]): Sensor | null {
  const brightness = columns.find((name) => name in BRIGHTNESS);
  return BRIGHTNESS[brightness ?? ''] ?? null;
}

function detectionOf(row: Row, tableSensor: Sensor | null, now: Date): ReadHazard | null {
  const sensor = tableSensor ?? sensorNamed(row['instrument']);
  const center = { lat: degrees(row, 'latitude', 90), lng: degrees(row, 'longitude', 180) };
  const validFrom = seenAt(row);
  if (isInFuture(validFrom, now)) throw new RowFault('acq_date', 'after_now');
  const confidencePct = confidenceOf(row['confidence'] ?? '');
  const frpMw = measured(row, 'frp');
  if (confidencePct < FIRMS.leastConfidencePct || !isVegetation(row)) return null;
  return {
    source: 'firms',
    severity: severityOf(frpMw),
    externalKey: keyOf(row, sensor, center, validFrom),
    name: '',
    note: '',
    area: { type: 'circle', center, radiusM: radiusOf(row, sensor) },
    validFrom,
    validTo: new Date(validFrom.getTime() + FIRMS.validHours * HOUR_MS),
    frpMw,
    confidencePct,
  };
}

function isVegetation({ type = '' }: Row): boolean {
  return type.trim() === '' || type.trim() === VEGETATION;
}

function sensorNamed(text = ''): Sensor {
  const name = text.trim().toUpperCase();
  if (name === 'VIIRS' || name === 'MODIS') return name;
  throw new RowFault('instrument', 'invalid_value');
}

function degrees(row: Row, field: string, most: number): number {
  const value = numberIn(row, field);
  if (value === null) throw new RowFault(field, 'required');
  if (Math.abs(value) > most) throw new RowFault(field, value < 0 ? 'too_small' : 'too_big');
  return value;
}

/** Null where it is left empty. */
function measured(row: Row, field: string): number | null {
  const value = numberIn(row, field);
  if (value !== null && value < 0) throw new RowFault(field, 'too_small');
  return value;
}

function numberIn(row: Row, field: string): number | null {
  const text = row[field]?.trim() ?? '';
  if (text === '') return null;
  if (!/^[+-]?\d{1,6}(?:\.\d{1,12})?$/.test(text)) throw new RowFault(field, 'invalid_format');
  return Number(text);
}

/** UTC; the time has lost its leading zeros: `46` is 00:46. */
function seenAt(row: Row): Date {
  const day = row['acq_date']?.trim() ?? '';
  const time = (row['acq_time'] ?? '').trim().replace(':', '').padStart(4, '0');
  if (!/^20\d\d-\d\d-\d\d$/.test(day)) throw new RowFault('acq_date', 'invalid_format');
  if (!/^(?:[01]\d|2[0-3])[0-5]\d$/.test(time)) throw new RowFault('acq_time', 'invalid_format');
  const at = new Date(`${day}T${time.slice(0, 2)}:${time.slice(2)}:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day) {
    throw new RowFault('acq_date', 'invalid_value');
  }
  return at;
}

function confidenceOf(given: string): number {
  const word = given.trim().toLowerCase();
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  if (/^\d{1,3}$/.test(word) && Number(word) <= 100) return Number(word);
  throw new RowFault('confidence', word === '' ? 'required' : 'invalid_value');
}

function severityOf(frpMw: number | null): HazardSeverity {
  const { moderate, severe, extreme } = FIRMS.severityFromMw;
  if (frpMw === null) return 'moderate';
  if (frpMw >= extreme) return 'extreme';
  if (frpMw >= severe) return 'severe';
  return frpMw >= moderate ? 'moderate' : 'minor';
}

/** Half the pixel's diagonal: the fire is somewhere within. */
function radiusOf(row: Row, sensor: Sensor): number {
  const scanKm = measured(row, 'scan') ?? 0;
  const trackKm = measured(row, 'track') ?? 0;
  const halfDiagonalM = (Math.hypot(scanKm, trackKm) / 2) * M_PER_KM;
  return Math.round(Math.min(10_000, Math.max(FIRMS.leastRadiusM[sensor], halfDiagonalM)));
}

function keyOf(row: Row, sensor: Sensor, { lat, lng }: { lat: number; lng: number }, at: Date): string {
  const satellite = row['satellite']?.trim().toUpperCase() ?? '';
  if (satellite.length > SATELLITE_MAX) throw new RowFault('satellite', 'too_long');
  return `firms:${sensor}:${satellite}:${at.toISOString()}:${lat.toFixed(5)},${lng.toFixed(5)}`;
}
