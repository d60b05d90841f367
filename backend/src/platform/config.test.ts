import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { readOrMakeSecret } from './secret-file.ts';

test('without any variable the server is here, on the embedded database, with the demo', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    withDemo: true,
    isDemoPublic: false,
    trustProxy: false,
  });
});

test('an empty variable is one that is not set', () => {
  expect(readConfig({ QAFILA_METRICS_TOKEN: '', DATABASE_URL: '' })).toEqual(readConfig({}));
});

test.each([
  ['PORT', '70000'],
  ['PORT', '3000x'],
  ['PORT', '-1'],
  ['DATABASE_URL', 'mysql://localhost/qafila'],
  ['DATABASE_POOL', '1'],
  ['QAFILA_DEMO', 'true'],
  ['QAFILA_PUBLIC_URL', 'relief.example.org'],
  ['QAFILA_METRICS_TOKEN', 'short'],
  ['SESSION_SECRET', 'short'],
  ['QAFILA_PERSON_KEY', 'short'],
  ['LOG_LEVEL', 'loud'],
  ['QAFILA_ADMIN_EMAIL', 'nobody'],
  ['MQTT_URL', 'http://broker.example.org'],
  ['QAFILA_TRACKER_RATE', '0'],
  ['QAFILA_KEEP_POSITIONS_DAYS', '7'],
  ['QAFILA_KEEP_REFERRALS_DAYS', '7'],
  ['QAFILA_SMTP_URL', 'http://mail.example.org'],
  ['QAFILA_MAIL_FROM', 'Qafila <qafila@example.org>'],
  ['QAFILA_URGENT_ACK_MINUTES', '0'],
  ['QAFILA_FIRMS_URL', 'https://firms.example.org/a ftp://other.example.org/b'],
  ['QAFILA_ROUTING_ENGINE', 'horse'],
  ['QAFILA_ROUTING_URL', 'osrm.example.org'],
  ['QAFILA_OUTBOUND_PRIVATE', 'maybe'],
  ['TRUST_PROXY', 'yes'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['TRUST_PROXY', 'loopback, proxy.example.org'],
])('%s=%s is refused by its name', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} `));
});

test('every wrong variable is named at once', () => {
  expect(() => readConfig({ PORT: 'x', QAFILA_DEMO: 'maybe' })).toThrow(
    /PORT .*\nQAFILA_DEMO says yes or no/,
  );
});

test.each([
  ['0', 0],
  ['no', false],
  ['2', 2],
  ['loopback, 10.0.0.0/8', 'loopback, 10.0.0.0/8'],
  ['fd00::/8,192.0.2.7', 'fd00::/8,192.0.2.7'],
])('TRUST_PROXY=%s', (given, expected) => {
  expect(readConfig({ TRUST_PROXY: given }).trustProxy).toBe(expected);
});

test('fire tables are named with spaces between, for their addresses hold commas', () => {
  const one = 'https://firms.example.org/api/area/csv/key/VIIRS_SNPP_NRT/35,32,43,38/1';
  expect(readConfig({ QAFILA_FIRMS_URL: `${one}\n  ${one}/2` }).firmsUrls).toEqual([one, `${one}/2`]);
  expect(readConfig({}).firmsUrls).toEqual([]);
});

test('a routing engine has an address, and an address an engine', () => {
  const QAFILA_ROUTING_URL = 'https://osrm.example.org/';
  expect(readConfig({ QAFILA_ROUTING_ENGINE: 'osrm', QAFILA_ROUTING_URL }).routing).toEqual({
    engine: 'osrm',
    url: QAFILA_ROUTING_URL,
    key: '',
  });
  expect(() => readConfig({ QAFILA_ROUTING_URL })).toThrow(/QAFILA_ROUTING_ENGINE/);
  expect(() => readConfig({ QAFILA_ROUTING_ENGINE: 'ors' })).toThrow(/QAFILA_ROUTING_URL/);
});

test('a generated secret is kept, and only its owner reads it', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-secret-'));
  const secret = readOrMakeSecret(dir, 'session-secret');
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(readOrMakeSecret(dir, 'session-secret')).toBe(secret);
  expect(fs.statSync(path.join(dir, 'session-secret')).mode & 0o777).toBe(0o600);
  fs.rmSync(dir, { recursive: true });
});

test('e-mails need a server, a sender, and an address for their links', () => {
  const QAFILA_SMTP_URL = 'smtp://user:p%40ss@mail.example.org:587';
  const QAFILA_MAIL_FROM = 'notices@example.org';
  expect(() => readConfig({ QAFILA_SMTP_URL })).toThrow('go together');
  expect(() => readConfig({ QAFILA_SMTP_URL, QAFILA_MAIL_FROM })).toThrow('QAFILA_PUBLIC_URL is missing');
  const QAFILA_PUBLIC_URL = 'https://relief.example.org';
  expect(readConfig({ QAFILA_SMTP_URL, QAFILA_MAIL_FROM, QAFILA_PUBLIC_URL }).mail).toEqual({
    url: QAFILA_SMTP_URL,
    from: QAFILA_MAIL_FROM,
    isTlsRequired: true,
  });
});
