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
  ['LOG_LEVEL', 'loud'],
  ['QAFILA_ADMIN_EMAIL', 'nobody'],
  ['MQTT_URL', 'http://broker.example.org'],
  ['QAFILA_TRACKER_RATE', '0'],
  ['QAFILA_KEEP_POSITIONS_DAYS', '7'],
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

test('a generated secret is kept, and only its owner reads it', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-secret-'));
  const secret = readOrMakeSecret(dir, 'session-secret');
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(readOrMakeSecret(dir, 'session-secret')).toBe(secret);
  expect(fs.statSync(path.join(dir, 'session-secret')).mode & 0o777).toBe(0o600);
  fs.rmSync(dir, { recursive: true });
});
