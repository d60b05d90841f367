import { fieldError } from '@qafila/contract';
import { alarmIn } from './alarm.ts';
import { boundedAttributes } from './attributes.ts';
import { KNOT_MPS } from './fix.ts';
import { fixMessage, STATUS, type TrackerMessage } from './message.ts';
import { instantIn, numberIn } from './read-values.ts';

/** The pairs of a query or form. `repeated` names a key that came twice: which of the two was meant? */
export type Query = { readonly pairs: ReadonlyMap<string, string>; readonly repeated: string | undefined };
type Pairs = Query['pairs'];

export function parseQuery(text: string, from = 0): Query {
  const pairs = new Map<string, string>();
  let repeated: string | undefined;
  for (let start = from, end = from; start < text.length; start = end + 1) {
    end = text.indexOf('&', start);
    if (end < 0) end = text.length;
    if (end === start) continue;
    const equals = text.indexOf('=', start);
    const keyEnd = equals >= 0 && equals < end ? equals : end;
    const key = decode(text.slice(start, keyEnd));
    if (pairs.has(key)) repeated ??= key;
    else pairs.set(key, decode(text.slice(keyEnd + 1, end)));
  }
  return { pairs, repeated };
}

function decode(text: string): string {
  if (!(text.includes('%') || text.includes('+'))) return text;
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** Keys that make a query or form an OsmAnd report, when its address alone does not. */
export function looksLikeOsmAnd({ pairs }: Query): boolean {
  return pairs.has('id') || pairs.has('deviceid') || (pairs.has('lat') && pairs.has('lon'));
}

export function osmAndCredential({ pairs }: Query): string | undefined {
  return pairs.get('id') || pairs.get('deviceid') || undefined;
}

const NAMES = { lat: 'lat', lng: 'lon', recordedAt: 'timestamp' };
const KNOWN = new Set([
  'id',
  'deviceid',
  'lat',
  'lon',
  'location',
  'timestamp',
  'speed',
  'bearing',
  'heading',
  'altitude',
  'accuracy',
  'batt',
]);

/** The OsmAnd protocol, as Traccar Client up to 8 and many apps speak it: speed is in knots. */
export function parseOsmAnd({ pairs, repeated }: Query, receivedAtMs: number): TrackerMessage {
  if (repeated !== undefined && KNOWN.has(repeated)) {
    return { kind: 'invalid', errors: [fieldError(repeated, 'invalid_value')] };
  }
  const place = placeIn(pairs);
  if (!place) return STATUS;
  const knots = numberIn(pairs.get('speed'));
  return fixMessage(
    {
      recordedAtMs: instantIn(pairs.get('timestamp') || undefined),
      ...place,
      speedMps: knots === undefined ? undefined : knots * KNOT_MPS,
      headingDeg: numberIn(pairs.get('bearing') ?? pairs.get('heading')),
      altitudeM: numberIn(pairs.get('altitude')),
      accuracyM: numberIn(pairs.get('accuracy')),
      batteryPct: numberIn(pairs.get('batt')),
    },
    {
      names: NAMES,
      receivedAtMs,
      alarm: alarmIn(pairs.get('alarm')),
      attributes: boundedAttributes(unknownOf(pairs)),
      isDoubted: pairs.get('valid') === 'false',
    },
  );
}

function placeIn(pairs: Pairs): { lat: number; lng: number } | undefined {
  const lat = pairs.get('lat');
  const lon = pairs.get('lon');
  if (lat !== undefined || lon !== undefined) {
    return { lat: numberIn(lat) ?? Number.NaN, lng: numberIn(lon) ?? Number.NaN };
  }
  const location = pairs.get('location');
  if (location === undefined) return undefined;
  const [, north, east] = /^([^,]+),([^,]+)$/.exec(location) ?? [];
  return { lat: numberIn(north) ?? Number.NaN, lng: numberIn(east) ?? Number.NaN };
}

function* unknownOf(pairs: Pairs): Generator<readonly [string, string]> {
  for (const pair of pairs) if (!KNOWN.has(pair[0])) yield pair;
}
