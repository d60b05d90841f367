import { fieldError } from '@qafila/contract';
import { alarmIn } from './alarm.ts';
import { boundedAttributes } from './attributes.ts';
import { fixMessage, STATUS, type TrackerMessage } from './message.ts';
import { instantAt, isMembers, type Members, numberAt, textAt } from './read-values.ts';

const NAMES = {
  lat: 'location.coords.latitude',
  lng: 'location.coords.longitude',
  recordedAt: 'location.timestamp',
};
const NOTHING: Members = {};

export function looksLikeTraccarClient(body: Members): boolean {
  return 'device_id' in body || 'location' in body;
}

export function traccarClientCredential(body: Members): string | undefined {
  return textAt(body, 'device_id');
}

/** The JSON of Traccar Client from version 9 on: m/s, and below zero is unknown. */
export function parseTraccarClient(body: Members, receivedAtMs: number): TrackerMessage {
  const { location } = body;
  if (location === undefined || location === null) return STATUS;
  if (!isMembers(location)) return { kind: 'invalid', errors: [fieldError('location', 'invalid_type')] };
  const { coords } = location;
  if (coords === undefined || coords === null) return STATUS;
  if (!isMembers(coords)) return { kind: 'invalid', errors: [fieldError('location.coords', 'invalid_type')] };
  const level = numberAt(membersAt(location, 'battery'), 'level');
  return fixMessage(
    {
      recordedAtMs: instantAt(location, 'timestamp'),
      lat: numberAt(coords, 'latitude') ?? Number.NaN,
      lng: numberAt(coords, 'longitude') ?? Number.NaN,
      speedMps: numberAt(coords, 'speed'),
      headingDeg: numberAt(coords, 'heading'),
      altitudeM: numberAt(coords, 'altitude'),
      accuracyM: numberAt(coords, 'accuracy'),
      batteryPct: level === undefined ? undefined : level * 100,
    },
    {
      names: NAMES,
      receivedAtMs,
      alarm: alarmIn(location['alarm'] ?? sosEvent(location['event'])),
      attributes: boundedAttributes(attributesOf(location)),
    },
  );
}

/** The button of an older version says so as an event. */
function sosEvent(event: unknown): unknown {
  return event === 'sos' ? event : undefined;
}

function membersAt(parent: Members, key: string): Members {
  const value = parent[key];
  return isMembers(value) ? value : NOTHING;
}

function* attributesOf(location: Members): Generator<readonly [string, unknown]> {
  for (const key of ['event', 'alarm', 'is_moving', 'odometer', 'mock']) yield [key, location[key]];
  yield ['activity', membersAt(location, 'activity')['type']];
  yield ['is_charging', membersAt(location, 'battery')['is_charging']];
  yield* Object.entries(membersAt(location, 'extras'));
}
