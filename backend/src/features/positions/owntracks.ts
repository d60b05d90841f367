import type { IncomingHttpHeaders } from 'node:http';
import { alarmIn } from './alarm.ts';
import { boundedAttributes } from './attributes.ts';
import { KMH_MPS } from './fix.ts';
import { fixMessage, STATUS, type TrackerMessage } from './message.ts';
import { epochMs, type Members, numberAt, textAt } from './read-values.ts';

const NAMES = { lat: 'lat', lng: 'lon', recordedAt: 'tst' };
/** Read elsewhere, or secret: the topic may carry the credential. */
const NOT_ATTRIBUTES = new Set([
  '_type',
  'lat',
  'lon',
  'tst',
  'vel',
  'cog',
  'alt',
  'acc',
  'batt',
  'topic',
  'tid',
  'inregions',
  'SSID',
  'BSSID',
]);

export function looksLikeOwnTracks(body: Members, headers: IncomingHttpHeaders): boolean {
  return '_type' in body || headers['x-limit-u'] !== undefined || headers['x-limit-d'] !== undefined;
}

/** The password of Basic auth or, without one, the device: of its header, of the topic, or the user's name. */
export function ownTracksCredential(body: Members, headers: IncomingHttpHeaders): string | undefined {
  return (
    basicPassword(headers.authorization) ||
    single(headers['x-limit-d']) ||
    textAt(body, 'topic')?.split('/')[2] ||
    single(headers['x-limit-u']) ||
    undefined
  );
}

function basicPassword(authorization: string | undefined): string | undefined {
  const encoded = /^basic +([a-z0-9+/=_-]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : pair.slice(colon + 1);
}

function single(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

/** OwnTracks in HTTP mode: speed is in km/h, time in epoch seconds. Messages other than places are let pass. */
export function parseOwnTracks(body: Members, receivedAtMs: number): TrackerMessage {
  if (body['_type'] !== 'location' || (body['lat'] === undefined && body['lon'] === undefined)) return STATUS;
  const epoch = numberAt(body, 'tst');
  const kmh = numberAt(body, 'vel');
  return fixMessage(
    {
      recordedAtMs: epoch === undefined ? undefined : epochMs(epoch),
      lat: numberAt(body, 'lat') ?? Number.NaN,
      lng: numberAt(body, 'lon') ?? Number.NaN,
      speedMps: kmh === undefined ? undefined : kmh * KMH_MPS,
      headingDeg: numberAt(body, 'cog'),
      altitudeM: numberAt(body, 'alt'),
      accuracyM: numberAt(body, 'acc'),
      batteryPct: numberAt(body, 'batt'),
    },
    {
      names: NAMES,
      receivedAtMs,
      alarm: alarmIn(body['alarm']),
      attributes: boundedAttributes(attributesOf(body)),
    },
  );
}

function* attributesOf(body: Members): Generator<readonly [string, unknown]> {
  for (const pair of Object.entries(body)) if (!NOT_ATTRIBUTES.has(pair[0])) yield pair;
}
