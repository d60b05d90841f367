import { LIMITS, type TrackFormat } from '@qafila/contract';
import type { TrackFix } from '../positions/index.ts';

/** One vehicle's track, by the page. */
export type VehicleFixes = { number: number; plate: string; pages: AsyncIterable<TrackFix[]> };
export type TrackFile = { convoyCode: string; writtenAt: Date; vehicles: readonly VehicleFixes[] };

/** The text of a file, in parts as they are read. */
export const WRITERS: Record<TrackFormat, (file: TrackFile) => AsyncGenerator<string>> = {
  gpx: writeGpx,
  geojson: writeGeoJson,
  csv: writeCsv,
};

/** GPX 1.1: a track for each vehicle, a segment for each time it was heard without a break. */
async function* writeGpx({ convoyCode, writtenAt, vehicles }: TrackFile): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<gpx version="1.1" creator="Qafila" xmlns="http://www.topografix.com/GPX/1/1">\n' +
    `<metadata><name>${xml(convoyCode)}</name><time>${writtenAt.toISOString()}</time></metadata>\n`;
  for (const { number, plate, pages } of vehicles) {
    yield `<trk><name>${xml(plate)}</name><number>${number}</number><trkseg>\n`;
    let before: TrackFix | undefined;
    for await (const page of pages) {
      let text = '';
      for (const fix of page) {
        if (before && isBroken(before, fix)) text += '</trkseg><trkseg>\n';
        text += `<trkpt lat="${degrees(fix.lat)}" lon="${degrees(fix.lng)}"><time>${timeOf(fix)}</time></trkpt>\n`;
        before = fix;
      }
      yield text;
    }
    yield '</trkseg></trk>\n';
  }
  yield '</gpx>\n';
}

function isBroken(before: TrackFix, fix: TrackFix): boolean {
  return fix.recordedAtMs - before.recordedAtMs > LIMITS.signalLostAfterS * 1000;
}

/** RFC 7946: a feature for each vehicle, its times beside its places as `coordTimes`. */
async function* writeGeoJson({ convoyCode, vehicles }: TrackFile): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[';
  for (const [index, vehicle] of vehicles.entries()) {
    yield `${index > 0 ? ',' : ''}\n{"type":"Feature","geometry":`;
    const times: number[] = [];
    yield* lineOf(vehicle.pages, times);
    const coordTimes = times.map((ms) => `"${new Date(ms).toISOString()}"`).join(',');
    const { number, plate } = vehicle;
    const named = JSON.stringify({ convoy: convoyCode, vehicle: number, plate });
    yield `,"properties":${named.slice(0, -1)},"coordTimes":[${coordTimes}]}}`;
  }
  yield '\n]}\n';
}

/** A line needs two places; one, or none, is told as points. */
async function* lineOf(pages: AsyncIterable<TrackFix[]>, times: number[]): AsyncGenerator<string> {
  yield '{"coordinates":[';
  for await (const page of pages) {
    const places = page.map((fix) => `[${degrees(fix.lng)},${degrees(fix.lat)}]`).join(',');
    yield times.length > 0 && page.length > 0 ? `,${places}` : places;
    for (const fix of page) times.push(fix.recordedAtMs);
  }
  yield `],"type":"${times.length > 1 ? 'LineString' : 'MultiPoint'}"}`;
}

const COLUMNS = ['recorded_at', 'convoy', 'vehicle', 'plate', 'latitude', 'longitude', 'speed_mps'];

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
async function* writeCsv({ convoyCode, vehicles }: TrackFile): AsyncGenerator<string> {
  yield `\uFEFF${COLUMNS.join(',')}\r\n`;
  for (const { number, plate, pages } of vehicles) {
    const vehicle = `${cell(convoyCode)},${number},${cell(plate)}`;
    for await (const page of pages) {
      yield page
        .map(
          (fix) =>
            `${timeOf(fix)},${vehicle},${degrees(fix.lat)},${degrees(fix.lng)},${fix.speedMps ?? ''}\r\n`,
        )
        .join('');
    }
  }
}

/** What a spreadsheet would take for a formula becomes text. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** To a decimetre, and never with an exponent. */
function degrees(value: number): string {
  return value.toFixed(6);
}

function timeOf(fix: TrackFix): string {
  return new Date(fix.recordedAtMs).toISOString();
}
