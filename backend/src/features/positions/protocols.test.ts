import { FIX_FLAGS } from '@qafila/contract';
import { describe, expect, test } from 'vitest';
import { isSos } from './alarm.ts';
import { boundedAttributes } from './attributes.ts';
import { osmAndCredential, parseOsmAnd, parseQuery } from './osmand.ts';
import { ownTracksCredential, parseOwnTracks } from './owntracks.ts';
import { parseTraccarClient, traccarClientCredential } from './traccar-client.ts';

const NOW = Date.parse('2026-03-01T10:00:00Z');
const AT = Date.parse('2026-03-01T09:59:30Z');

const fixOf = (message: ReturnType<typeof parseOsmAnd>) => {
  if (message.kind !== 'fix') throw new Error(`not a fix: ${JSON.stringify(message)}`);
  return message;
};
const osmAnd = (query: string) => parseOsmAnd(parseQuery(query), NOW);

describe('OsmAnd', () => {
  test('speed comes in knots and everything else as it is', () => {
    const { fix, flags, attributes } = fixOf(
      osmAnd(
        'id=a&lat=34.73&lon=36.72&timestamp=1772359170&speed=10&bearing=91.26&altitude=480&accuracy=8&batt=77.6',
      ),
    );
    expect(fix).toEqual({
      recordedAtMs: AT,
      lat: 34.73,
      lng: 36.72,
      speedMps: 5.14,
      headingDeg: 91.3,
      altitudeM: 480,
      accuracyM: 8,
      batteryPct: 78,
    });
    expect([flags, attributes]).toEqual([0, null]);
  });

  test.each([
    ['seconds', '1772359170'],
    ['seconds with a fraction', '1772359170.0'],
    ['milliseconds', '1772359170000'],
    ['ISO 8601 in UTC', '2026-03-01T09:59:30Z'],
    ['ISO 8601 with a zone', '2026-03-01T12:59:30%2B03:00'],
    ['ISO 8601 whose plus became a space is not guessed at', '2026-03-01T09:59:30.000Z'],
    ['a date and time with a space', '2026-03-01+09:59:30'],
    ['Arabic digits', encodeURIComponent('١٧٧٢٣٥٩١٧٠')],
  ])('takes the time as %s', (_name, timestamp) => {
    expect(fixOf(osmAnd(`id=a&lat=34&lon=36&timestamp=${timestamp}`)).fix.recordedAtMs).toBe(AT);
  });

  test('without a time it is the time of receipt', () => {
    expect(fixOf(osmAnd('id=a&lat=34&lon=36')).fix.recordedAtMs).toBe(NOW);
  });

  test('takes the place as one value, the id as deviceid and the bearing as heading', () => {
    const query = parseQuery('deviceid=b&location=34.5,36.5&heading=360');
    expect(osmAndCredential(query)).toBe('b');
    expect(fixOf(parseOsmAnd(query, NOW)).fix).toMatchObject({ lat: 34.5, lng: 36.5, headingDeg: 0 });
  });

  test.each([
    ['speed', 'speed=-1', 'speedMps'],
    ['bearing', 'bearing=-1', 'headingDeg'],
    ['accuracy', 'accuracy=-5', 'accuracyM'],
    ['battery', 'batt=-1', 'batteryPct'],
    ['unreadable altitude', 'altitude=high', 'altitudeM'],
  ])('a negative or unreadable %s is unknown', (_name, pair, key) => {
    expect(fixOf(osmAnd(`id=a&lat=34&lon=36&${pair}`)).fix).toMatchObject({ [key]: null });
  });
});

describe('OsmAnd that is not as it should be', () => {
  test.each([
    ['lat=90.0001&lon=36', 'lat', 'too_big'],
    ['lat=34&lon=-180.0001', 'lon', 'too_small'],
    ['lat=NaN&lon=36', 'lat', 'invalid_value'],
    ['lat=34&lon=1e309', 'lon', 'invalid_value'],
    ['lat=0x22&lon=36', 'lat', 'invalid_value'],
    ['lat=34', 'lon', 'invalid_value'],
    ['lat=34&lon=', 'lon', 'invalid_value'],
    ['lat=34,5&lon=36', 'lat', 'invalid_value'],
    ['location=34.5,190', 'lon', 'too_big'],
    ['lat=34&lon=36&timestamp=yesterday', 'timestamp', 'invalid_value'],
    ['lat=34&lon=36&timestamp=1e300', 'timestamp', 'invalid_value'],
    ['lat=34&lon=36&timestamp=2026-02-30T10:00', 'timestamp', 'invalid_value'],
    ['lat=34&lat=35&lon=36', 'lat', 'invalid_value'],
    ['id=b&lat=34&lon=36', 'id', 'invalid_value'],
  ])('%s is refused with the name of the field', (pairs, path, code) => {
    expect(osmAnd(`id=a&${pairs}`)).toMatchObject({ kind: 'invalid', errors: [{ path, code }] });
  });

  test.each(['34.5', '34.5,', ',36', '34,36,7', ''])('a place of "%s" is refused', (location) => {
    expect(osmAnd(`id=a&location=${location}`).kind).toBe('invalid');
  });

  test('without a place it is a status report', () => {
    expect(osmAnd('id=a&batt=50&charge=true').kind).toBe('status');
  });

  test('unknown keys are kept as attributes, its own and the secret are not', () => {
    const more = 'hdop=1.5&driverUniqueId=7&cell=a%2Cb&wifi=c&charge=true&alarm=sos';
    const { attributes } = fixOf(osmAnd(`id=secret&lat=34&lon=36&${more}`));
    expect(JSON.parse(attributes ?? '')).toEqual({
      hdop: '1.5',
      driverUniqueId: '7',
      cell: 'a,b',
      wifi: 'c',
      charge: 'true',
      alarm: 'sos',
    });
  });

  test('a fix the tracker itself calls invalid is flagged', () => {
    expect(fixOf(osmAnd('id=a&lat=34&lon=36&valid=false')).flags).toBe(FIX_FLAGS.inaccurate);
  });

  test.each(['%ff', '%00', '..%2f', '%E0%A4%A'])('%s in a value harms nothing', (text) => {
    expect(osmAnd(`id=a&lat=34&lon=36&note=${text}`).kind).toBe('fix');
  });
});

describe('Traccar Client', () => {
  const body = {
    device_id: 'c',
    location: {
      timestamp: '2026-03-01T09:59:30.000Z',
      coords: { latitude: 34.73, longitude: 36.72, accuracy: 12, speed: 14.2, heading: 181, altitude: 510 },
      is_moving: true,
      odometer: 1234,
      event: 'motionchange',
      mock: false,
      activity: { type: 'in_vehicle' },
      battery: { level: 0.83, is_charging: true },
      extras: { note: 'x' },
    },
  };

  test('speed comes in m/s and the battery as a share', () => {
    const { fix, attributes } = fixOf(parseTraccarClient(body, NOW));
    expect(fix).toEqual({
      recordedAtMs: AT,
      lat: 34.73,
      lng: 36.72,
      speedMps: 14.2,
      headingDeg: 181,
      altitudeM: 510,
      accuracyM: 12,
      batteryPct: 83,
    });
    expect(JSON.parse(attributes ?? '')).toEqual({
      event: 'motionchange',
      is_moving: true,
      odometer: 1234,
      mock: false,
      activity: 'in_vehicle',
      is_charging: true,
      note: 'x',
    });
    expect(traccarClientCredential(body)).toBe('c');
  });

  test('below zero is unknown', () => {
    const coords = { latitude: 34, longitude: 36, speed: -1, heading: -1, accuracy: 0 };
    const { fix } = fixOf(parseTraccarClient({ location: { coords, battery: { level: -1 } } }, NOW));
    expect(fix).toMatchObject({ speedMps: null, headingDeg: null, accuracyM: 0, batteryPct: null });
  });

  test.each([
    ['ISO 8601 in UTC', '2026-03-01T09:59:30.000Z'],
    ['ISO 8601 with a zone', '2026-03-01T12:59:30+03:00'],
    ['epoch milliseconds', AT],
  ])('takes the time as %s', (_name, timestamp) => {
    const location = { timestamp, coords: { latitude: 34, longitude: 36 } };
    expect(fixOf(parseTraccarClient({ location }, NOW)).fix.recordedAtMs).toBe(AT);
  });

  test.each([
    ['no location', {}, 'status'],
    ['no coordinates', { location: { event: 'providerchange' } }, 'status'],
    ['a location that is a list', { location: [] }, 'invalid'],
    ['coordinates that are a text', { location: { coords: '34,36' } }, 'invalid'],
    ['a latitude that is a list', { location: { coords: { latitude: [34], longitude: 36 } } }, 'invalid'],
    [
      'a time that is a list',
      { location: { timestamp: [1], coords: { latitude: 34, longitude: 36 } } },
      'invalid',
    ],
  ])('%s', (_name, members, kind) => {
    expect(parseTraccarClient(members, NOW).kind).toBe(kind);
  });
});

describe('OwnTracks', () => {
  const body = {
    _type: 'location',
    lat: 34.73,
    lon: 36.72,
    tst: AT / 1000,
    tid: 'dr',
    acc: 15,
    alt: 505,
    batt: 64,
    vel: 36,
    cog: 270,
    conn: 'm',
    topic: 'owntracks/u/secret',
    inregions: ['home'],
  };

  test('speed comes in km/h, time in seconds', () => {
    const { fix, attributes } = fixOf(parseOwnTracks(body, NOW));
    expect(fix).toEqual({
      recordedAtMs: AT,
      lat: 34.73,
      lng: 36.72,
      speedMps: 10,
      headingDeg: 270,
      altitudeM: 505,
      accuracyM: 15,
      batteryPct: 64,
    });
    expect(JSON.parse(attributes ?? '')).toEqual({ conn: 'm' });
  });

  test('milliseconds where seconds were meant', () => {
    expect(fixOf(parseOwnTracks({ ...body, tst: AT }, NOW)).fix.recordedAtMs).toBe(AT);
  });

  test('all else that it says of a place is kept, where and with whom are not', () => {
    const more = { bs: 2, vac: 3, t: 'u', created_at: AT / 1000, SSID: 'home', BSSID: 'x' };
    const { attributes } = fixOf(parseOwnTracks({ ...body, ...more }, NOW));
    expect(JSON.parse(attributes ?? '')).toEqual({ conn: 'm', bs: 2, vac: 3, t: 'u', created_at: AT / 1000 });
  });

  test('unknown values are unknown, and without a time it is the time of receipt', () => {
    const bare = { _type: 'location', lat: 34, lon: 36, vel: -1, cog: -1, batt: -1, acc: 'x' };
    const { fix } = fixOf(parseOwnTracks(bare, NOW));
    expect(fix).toMatchObject({
      recordedAtMs: NOW,
      speedMps: null,
      headingDeg: null,
      batteryPct: null,
      accuracyM: null,
    });
  });

  test.each(['lwt', 'waypoint', 'transition', 'steps', 7, null])('_type %s is let pass', (type) => {
    expect(parseOwnTracks({ ...body, _type: type }, NOW).kind).toBe('status');
  });

  const basic = `Basic ${Buffer.from('driver:p:w').toString('base64')}`;
  test.each([
    ['the password before all', { authorization: basic, 'x-limit-d': 'd' }, 'p:w'],
    ['the device header', { 'x-limit-d': 'd', 'x-limit-u': 'u' }, 'd'],
    ['the device of the topic', { 'x-limit-u': 'u' }, 'secret'],
  ])('the credential is %s', (_name, headers, credential) => {
    expect(ownTracksCredential(body, headers)).toBe(credential);
  });

  test('the user header is the last resort, and tid is never a credential', () => {
    expect(ownTracksCredential({ tid: 'dr' }, { 'x-limit-u': 'u' })).toBe('u');
    expect(ownTracksCredential({ tid: 'dr' }, {})).toBeUndefined();
  });
});

describe('alarms', () => {
  const coords = { latitude: 34, longitude: 36 };
  const traccar = (more: object) => parseTraccarClient({ location: { coords, ...more } }, NOW);
  const own = (more: object) => parseOwnTracks({ _type: 'location', lat: 34, lon: 36, ...more }, NOW);

  test.each([
    ['OsmAnd', osmAnd('id=a&lat=34&lon=36&alarm=sos'), 'sos'],
    ['OsmAnd in capitals, among others', osmAnd('id=a&lat=34&lon=36&alarm=lowBattery,SOS'), 'lowbattery,sos'],
    ['OsmAnd, empty', osmAnd('id=a&lat=34&lon=36&alarm='), null],
    ['Traccar Client', traccar({ alarm: 'sos' }), 'sos'],
    ['Traccar Client, as an event', traccar({ event: 'sos' }), 'sos'],
    ['Traccar Client, another event', traccar({ event: 'motionchange' }), null],
    ['Traccar Client, no text', traccar({ alarm: true }), null],
    ['OwnTracks', own({ alarm: 'sos' }), 'sos'],
    ['OwnTracks, none', own({}), null],
  ])('%s', (_name, message, alarm) => {
    expect(fixOf(message).alarm).toBe(alarm);
    expect(isSos(alarm)).toBe(alarm !== null);
  });
});

describe('attributes', () => {
  test('no more than 64 keys and 4 kB are kept', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => [`k${index}`, index] as const);
    expect(Object.keys(JSON.parse(boundedAttributes(many) ?? ''))).toHaveLength(64);
    const large = boundedAttributes([
      ['large', 'ش'.repeat(3_000)],
      ['small', 1],
    ]);
    expect(large).toBe('{"small":1}');
  });

  test('what the database cannot store is left out, and a prototype is only a key', () => {
    const kept = boundedAttributes([
      ['nul', 'a\u0000b'],
      ['half', '\ud800'],
      ['__proto__', 1],
      ['whole', '🚚'],
    ]);
    expect(kept).toBe('{"__proto__":1,"whole":"🚚"}');
  });
});
