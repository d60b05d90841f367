import { type Convoy, type Line, lineLengthM, pointAlong, snapToLine } from '@qafila/contract';

/** The road still ahead of a convoy, and how far along it the lead vehicle may go by itself. */
export type Road = { line: Line; haltM: number };

/** Halts this far before a stop: arriving there is for people to tell. */
const HALT_BEFORE_M = 400;
const FILE_SPACING_M = 400;
const STOP_DONE = new Set(['settled', 'skipped']);
const AT_STOP = new Set(['arrived', 'unloading']);

/** From the last stop that is done to the end; undefined when no stop is left, or no road is known. */
export function roadAhead({ stops }: Pick<Convoy, 'stops'>): Road | undefined {
  const open = stops.filter((stop) => !STOP_DONE.has(stop.status));
  const [next] = open;
  if (!next) return undefined;
  const line = open.flatMap(({ route }, index) => (index === 0 ? route : route.slice(1)));
  if (line.length < 2) return undefined;
  const toNextM = lineLengthM(next.route);
  return { line, haltM: AT_STOP.has(next.status) ? toNextM : Math.max(0, toNextM - HALT_BEFORE_M) };
}

/** Where on the road the vehicle at that place in the file begins: where it was last seen, or behind the start. */
export function beginningM(
  road: Road,
  lastSeen: { lat: number; lng: number } | undefined,
  placeInFile: number,
): number {
  return lastSeen ? snapToLine(road.line, lastSeen).progressM : -placeInFile * FILE_SPACING_M;
}

export type Progress = { progressM: number; speedMps: number };

/**
 * Where a vehicle has come to after some seconds: traffic breathes, brakes work before a halt, nobody overtakes and
 * nobody goes back.
 */
export function drive(progressM: number, limitM: number, cruiseMps: number, elapsedS: number): Progress {
  const leftM = limitM - progressM;
  if (leftM <= 1) return { progressM, speedMps: 0 };
  const breath = 0.9 + 0.1 * Math.sin(progressM / 2_500) + 0.06 * Math.sin(progressM / 431);
  const speedMps = Math.min(cruiseMps * breath, Math.max(3, leftM / 30));
  const nextM = Math.min(limitM, progressM + speedMps * elapsedS);
  return { progressM: nextM, speedMps: (nextM - progressM) / elapsedS };
}

/** How far each vehicle of the file may go: the first to the halt, the others not past the one before. */
export function limitM(road: Road, aheadM: number | undefined): number {
  return aheadM === undefined ? road.haltM : Math.min(road.haltM, aheadM - FILE_SPACING_M * 0.75);
}

const MPS_TO_KNOTS = 3600 / 1852;

/** The query of an OsmAnd report from there. */
export function osmAndQuery(
  deviceId: string,
  road: Road,
  { progressM, speedMps }: Progress,
  at: Date,
): string {
  const { lat, lng, headingDeg } = pointAlong(road.line, progressM);
  return new URLSearchParams({
    id: deviceId,
    lat: wander(lat).toFixed(6),
    lon: wander(lng).toFixed(6),
    timestamp: String(Math.round(at.getTime() / 1000)),
    speed: (speedMps * MPS_TO_KNOTS).toFixed(1),
    bearing: headingDeg.toFixed(0),
    accuracy: '6',
    batt: '81',
  }).toString();
}

/** Receivers are some metres off. */
function wander(degrees: number): number {
  return degrees + (Math.random() - 0.5) * 0.000_06;
}
