import { RouteLine } from '@qafila/contract';

const Vertex = RouteLine.element;

/** From GeoJSON's order, [lng, lat]. */
export function toLine(coordinates: readonly (readonly number[])[]): RouteLine {
  return coordinates.map(([lng, lat]) => Vertex.parse([lat, lng]));
}

/**
 * Reads an encoded polyline of six decimals: differences of latitude and longitude in turn, zigzag, five bits a
 * character from 63 on, the sixth while more follow.
 * @throws {RangeError} when it breaks off or holds anything else
 */
export function fromPolyline6(encoded: string): RouteLine {
  const differences = [...varints(encoded)];
  if (differences.length % 2 === 1) throw new RangeError('not a polyline');
  const line: RouteLine = [];
  let lat = 0;
  let lng = 0;
  for (let at = 0; at < differences.length; at += 2) {
    lat += differences[at] ?? 0;
    lng += differences[at + 1] ?? 0;
    line.push(Vertex.parse([lat / 1e6, lng / 1e6]));
  }
  return line;
}

function* varints(encoded: string): Generator<number> {
  let value = 0;
  let weight = 1;
  for (let at = 0; at < encoded.length; at++) {
    const bits = encoded.charCodeAt(at) - 63;
    if (bits < 0 || bits > 63 || weight > 2 ** 30) throw new RangeError('not a polyline');
    value += (bits & 31) * weight;
    weight *= 32;
    if (bits > 31) continue;
    yield value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    value = 0;
    weight = 1;
  }
  if (weight > 1) throw new RangeError('not a polyline');
}
