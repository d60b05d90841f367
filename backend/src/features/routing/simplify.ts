import { distanceM, type LatLng, type RouteLine, snapToLine } from '@qafila/contract';

/** A road drawn this much off is drawn well enough, metres; more where the line is still too long. */
const TOLERANCE_M = 8;
const MOST_VERTICES = 2_000;

/** The same way with fewer vertices, to five decimals (about a metre). */
export function fewerVertices(line: RouteLine): RouteLine {
  let toleranceM = TOLERANCE_M;
  let fewer = simplified(line, toleranceM);
  while (fewer.length > MOST_VERTICES) {
    toleranceM *= 2;
    fewer = simplified(line, toleranceM);
  }
  return fewer.map(([lat, lng]) => [rounded(lat), rounded(lng)]);
}

/** Douglas and Peucker: a vertex stays where the line without it would be farther off than the tolerance. */
function simplified(line: RouteLine, toleranceM: number): RouteLine {
  const stays = new Set([0, line.length - 1]);
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const farthest = farthestBetween(line, from, to);
    if (farthest.offM <= toleranceM) continue;
    stays.add(farthest.index);
    spans.push([from, farthest.index], [farthest.index, to]);
  }
  return line.filter((_vertex, index) => stays.has(index));
}

function farthestBetween(line: RouteLine, from: number, to: number): { index: number; offM: number } {
  const chord = [line[from] ?? [0, 0], line[to] ?? [0, 0]] satisfies RouteLine;
  let farthest = { index: from, offM: 0 };
  for (let index = from + 1; index < to; index++) {
    const offM = offChord(chord, line[index] ?? [0, 0]);
    if (offM > farthest.offM) farthest = { index, offM };
  }
  return farthest;
}

function offChord(chord: RouteLine, [lat, lng]: readonly [number, number]): number {
  const at: LatLng = { lat, lng };
  const [[startLat, startLng] = [0, 0]] = chord;
  const isLoop = chord[0]?.[0] === chord[1]?.[0] && chord[0]?.[1] === chord[1]?.[1];
  return isLoop ? distanceM({ lat: startLat, lng: startLng }, at) : snapToLine(chord, at).offsetM;
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
