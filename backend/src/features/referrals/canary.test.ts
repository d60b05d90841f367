import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import * as contract from '@qafila/contract';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../platform/endpoint-index.ts';
import { createLogger } from '../../platform/logging.ts';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { erasePeople } from './erasing.ts';
import { openMonthlyDues } from './monthly-aid.ts';
import { personHash } from './person-hash.ts';
import { DAY_MS, type Desk, NOON, openDesk, registration, systemOf } from './testing.ts';

/** What nobody but the caseworker and the association may ever read, each word of it found nowhere else. */
const SECRETS = {
  fullName: 'زقزوقة الكناري',
  nationalId: '98765432109',
  phone: '0999 777 555',
  request: 'جهاز تنفس كناري',
  basisNote: 'وافقت كناري شفهيا',
  duplicateReason: 'سبب كناري ثان',
  referNote: 'كلام كناري مع الإحالة',
  declineNote: 'اعتذار كناري',
  acceptNote: 'قبول كناري',
  helpNote: 'سلمنا كناري بيدها',
  description: 'دواء كناري',
  closeNote: 'إغلاق كناري',
};
const PERSON_KEY = 'a key of the test, of forty-odd characters';
const HASH = personHash(PERSON_KEY, SECRETS.nationalId);
/** As it was typed, and as bytes are printed; the number also as a hash. */
const TRACES = [
  ...Object.values(SECRETS).flatMap((secret) => [secret, Buffer.from(secret).toString('hex')]),
  HASH.toString('hex'),
  HASH.toString('base64'),
  HASH.toString('base64url'),
];
const tracesIn = (text: string): string[] => TRACES.filter((trace) => text.includes(trace));
const OWN_TABLES = ['referral_people', 'referral_steps', 'referral_help', 'referral_help_lines'];
const METRICS_TOKEN = 'a token for the metrics';

let server: TestServer;
let desk: Desk;
let readers: Record<string, Client>;
const logLines: string[] = [];
const frames: string[] = [];
const sockets: Socket[] = [];
beforeAll(async () => {
  const log = createLogger('trace', { write: (line) => void logLines.push(line) });
  server = await startTestServer({ personKey: PERSON_KEY, metricsToken: METRICS_TOKEN }, log);
  server.clock.set(NOON);
  desk = await openDesk(server);
  readers = {
    'the caseworker': desk.official,
    'the association': desk.mine,
    'another caseworker': desk.colleague,
    'another association': desk.other,
    'an admin': desk.admin,
    'a coordinator': await server.as('coordinator'),
    'a visitor': server.visitor(),
  };
  for (const reader of Object.values(readers)) await listen(reader);
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await server.close();
});

async function listen(client: Client): Promise<void> {
  const extraHeaders = { cookie: client.cookie };
  const options = { transports: ['websocket'], extraHeaders, reconnection: false, forceNew: true };
  const socket = io(server.url, options);
  sockets.push(socket);
  socket.onAny((...said: unknown[]) => frames.push(JSON.stringify(said)));
  await new Promise((resolve) => {
    socket.once('connect', () => resolve(undefined));
    socket.once('connect_error', () => resolve(undefined));
  });
}

/** A case from the first word to the last, with everything written that can be. */
async function tellAll(): Promise<string> {
  const person = {
    fullName: SECRETS.fullName,
    phone: SECRETS.phone,
    request: SECRETS.request,
    nationalId: SECRETS.nationalId,
  };
  const basis = { kind: 'consent', form: 'spoken', givenAt: '2026-03-01T08:00:00Z' } as const;
  const given = { kind: 'medical', cadence: 'monthly', person } as const;
  const of = { ...given, basis: { ...basis, note: SECRETS.basisNote } };
  await desk.register(of);
  const { body } = await desk.register({ ...of, duplicateReason: SECRETS.duplicateReason });
  const { id } = body;
  const params = { referralId: id };
  const key = () => ({ idempotencyKey: randomUUID() });
  const refer = (associationId: string | null) =>
    desk.official.call(contract.referReferral, {
      params,
      body: { associationId, note: SECRETS.referNote },
      ...key(),
    });
  await refer(desk.other.associationId);
  await desk.decline(id, { reason: 'other', note: SECRETS.declineNote }, desk.other);
  await refer(desk.mine.associationId);
  const body_ = { note: SECRETS.acceptNote };
  await desk.mine.call(contract.acceptReferral, { params, body: body_, ...key() });
  const lines = [{ itemId: null, description: SECRETS.description, quantity: 2 }];
  const help = { helpId: randomUUID(), givenOn: '2026-03-10', forMonth: '2026-03', amountSyp: null };
  await desk.mine.call(contract.recordHelp, {
    params,
    body: { ...help, lines, note: SECRETS.helpNote },
    ...key(),
  });
  await openMonthlyDues(systemOf(server));
  return id;
}

/** Every row of every table but these, as text. */
async function everyRow(without: readonly string[] = []): Promise<string> {
  const { rows: tables } = await server.db.raw<{ rows: { name: string; quoted: string }[] }>(
    `SELECT table_name AS name, quote_ident(table_schema) || '.' || quote_ident(table_name) AS quoted
     FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name, quoted } of tables) {
    if (without.includes(name)) continue;
    const { rows } = await server.db.raw(`SELECT t::text AS row FROM ${quoted} t`);
    texts.push(...rows.map((it: { row: string }) => it.row));
  }
  expect(texts.length).toBeGreaterThan(100);
  return texts.join('\n');
}

/** What every GET of the contract answers this client, of the case and of its association, tables among it. */
async function everyAnswer(client: Client, referralId: string, mayReadPerson: boolean): Promise<string> {
  const texts: string[] = [];
  for (const { endpoint } of ENDPOINTS) {
    const isPerson = endpoint === (contract.readReferralPerson as contract.Endpoint);
    if (endpoint.method !== 'get' || (isPerson && mayReadPerson)) continue;
    const path = endpoint.path.replace(':format', 'csv');
    const paths = [referralId, desk.mine.associationId ?? ''].map((id) => path.replace(/:\w+/g, id));
    const query = endpoint.responseType === 'file' ? '?format=csv' : '';
    for (const one of new Set(paths)) texts.push(await (await client.raw(one + query)).text());
  }
  expect(texts.length).toBeGreaterThan(80);
  return texts.join('\n');
}

/** The log of the database server itself, where it is ours. */
async function databaseLog(): Promise<string> {
  const { rows } = await server.db.raw('SHOW data_directory');
  const file = path.join(rows[0].data_directory, '../postgres.log');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}

describe('what is typed into a referral', () => {
  let id: string;
  beforeAll(async () => {
    id = await tellAll();
  });

  test('is there for those whose case it is', async () => {
    const caseworker = JSON.stringify((await desk.person(id)).body);
    const { nationalId: _never, closeNote: _notYet, ...told } = SECRETS;
    for (const secret of Object.values(told)) expect(caseworker).toContain(secret);
    const association = JSON.stringify((await desk.person(id, desk.mine)).body);
    const { declineNote, duplicateReason, basisNote, ...theirs } = told;
    for (const secret of Object.values(theirs)) expect(association).toContain(secret);
    for (const secret of [declineNote, duplicateReason, basisNote]) expect(association).not.toContain(secret);
  });

  test('stands in no other table, the audit log and kept answers among them', async () => {
    expect(tracesIn(await everyRow(OWN_TABLES))).toEqual([]);
  });

  test('and of the number not even its own tables hold more than hash and tail', async () => {
    expect(tracesIn(await everyRow()).includes(SECRETS.nationalId)).toBe(false);
  });

  test.each([
    'the caseworker',
    'the association',
    'another caseworker',
    'another association',
    'an admin',
    'a coordinator',
    'a visitor',
  ])('is in no answer but the person’s, whatever %s asks for', async (who) => {
    const reader = readers[who];
    const mayRead = reader === desk.official || reader === desk.mine;
    expect(tracesIn(await everyAnswer(reader as Client, id, mayRead))).toEqual([]);
  });

  test('is in no frame of a socket, though they heard that something changed', () => {
    expect(frames.filter((frame) => frame.includes('referrals')).length).toBeGreaterThan(5);
    expect(tracesIn(frames.join('\n'))).toEqual([]);
  });

  test('is not in the metrics', async () => {
    const headers = { Authorization: `Bearer ${METRICS_TOKEN}` };
    const text = await (await server.visitor().raw('/metrics', { headers })).text();
    expect(text).toContain('referrals');
    expect(tracesIn(text)).toEqual([]);
  });
});

describe('what is wrong with a request', () => {
  const body = () => {
    const { fullName, phone, request, nationalId } = SECRETS;
    return registration({ person: { fullName, phone, request, nationalId } });
  };
  const withoutNumber = () => JSON.stringify({ ...body(), person: { ...body().person, nationalId: null } });
  const post = (text: string) =>
    desk.official.raw(contract.registerReferral.path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: text,
    });

  test.each([
    ['a kind', { kind: SECRETS.fullName }],
    ['an id', { referralId: SECRETS.nationalId }],
    ['a number too long', { person: { ...body().person, nationalId: `${SECRETS.nationalId}0` } }],
    ['a number as a number', { person: { ...body().person, nationalId: Number(SECRETS.nationalId) } }],
    ['a name too long', { person: { ...body().person, fullName: SECRETS.fullName.repeat(20) } }],
    ['a basis', { basis: { kind: SECRETS.basisNote } }],
    ['a date', { basis: { kind: 'consent', form: 'spoken', givenAt: SECRETS.phone, note: '' } }],
    ['a place', { governorateCode: SECRETS.request }],
    ['a field nobody knows', { comment: SECRETS.fullName }],
    ['text for a person', { person: SECRETS.fullName }],
  ])('is told without what was typed: %s', async (_what, wrong) => {
    const answer = await post(JSON.stringify({ ...body(), ...wrong }));
    expect(answer.status).toBe(400);
    expect(tracesIn(await answer.text())).toEqual([]);
  });

  test('is told without what was typed: what is no JSON', async () => {
    const answer = await post(`{"person":{"fullName":"${SECRETS.fullName}" x}`);
    expect(answer.status).toBe(400);
    expect(tracesIn(await answer.text())).toEqual([]);
  });

  test('is told without what was typed: what the database refuses', async () => {
    await server.db.raw(`ALTER TABLE referral_people ADD CONSTRAINT never CHECK (full_name = '') NOT VALID`);
    const broken = await post(withoutNumber());
    await server.db.raw('ALTER TABLE referral_people DROP CONSTRAINT never');
    await server.db.raw(
      'CREATE UNIQUE INDEX never ON referral_people (full_name) WHERE national_id_hash IS NULL',
    );
    await post(withoutNumber());
    const twice = await post(withoutNumber());
    await server.db.raw('DROP INDEX never');
    await server.db.raw('ALTER TABLE referral_people RENAME COLUMN phone TO moved');
    const lost = await post(withoutNumber());
    await server.db.raw('ALTER TABLE referral_people RENAME COLUMN moved TO phone');
    expect([broken.status, twice.status, lost.status]).toEqual([500, 409, 500]);
    for (const answer of [broken, twice, lost]) expect(tracesIn(await answer.text())).toEqual([]);
    expect(await databaseLog()).toMatch(/^$|violates check constraint "never"/);
  });
});

test('no line of any log says it', async () => {
  await desk.official.raw(`/api/v1/referrals?code=${encodeURIComponent(SECRETS.nationalId)}`);
  await expect.poll(() => logLines.join('')).toContain('"path":"/api/v1/referrals"');
  expect(logLines.join('')).toContain('"level":50');
  expect(tracesIn(logLines.join(''))).toEqual([]);
  expect(tracesIn(await databaseLog())).toEqual([]);
});

test('when its time is over it is nowhere at all', async () => {
  for (const { id } of await server.db('referrals').whereNull('ended_at').select('id')) {
    await desk.withdraw(id, { reason: 'other', note: SECRETS.closeNote });
  }
  expect(tracesIn(await everyRow())).not.toEqual([]);
  server.clock.set(new Date(NOON.getTime() + 400 * DAY_MS));
  await erasePeople(systemOf(server), 365);
  expect(tracesIn(await everyRow())).toEqual([]);
  expect(await server.db('referral_people')).toEqual([]);
});
