import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { DAY_MS, type Desk, NOON, nextNationalId, openDesk, registration } from './testing.ts';

let server: TestServer;
let desk: Desk;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.set(NOON);
  desk = await openDesk(server);
});
afterAll(() => server.close());

const check = (
  nationalId: string,
  offer: contract.AidOffer = { kind: 'cash', cadence: 'emergency' },
  client: Client = desk.official,
) => client.call(contract.checkDuplicates, { body: { nationalId, ...offer } });

describe('asking whether a citizen is known', () => {
  test('answers that, and neither by whom nor where; one’s own case it names', async () => {
    const nationalId = nextNationalId();
    const unknown = { hasOpenCase: false, wasHelpedRecently: false, ownReferralId: null };
    expect((await check(nationalId)).body).toEqual(unknown);
    const { body } = await desk.register({ person: { nationalId } });
    expect((await check(nationalId)).body).toEqual({ ...unknown, hasOpenCase: true, ownReferralId: body.id });
    expect((await check(nationalId, undefined, desk.colleague)).body).toEqual({
      ...unknown,
      hasOpenCase: true,
    });
    expect((await check(nationalId, { kind: 'cash', cadence: 'monthly' })).body).toEqual(unknown);
    expect((await check(nationalId, { kind: 'medical', cadence: 'emergency' })).body).toEqual(unknown);
  });

  test('knows the number however it is written', async () => {
    const nationalId = nextNationalId();
    await desk.register({ person: { nationalId } });
    const arabic = nationalId.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    for (const written of [` ${nationalId} `, arabic, `${nationalId.slice(0, 3)}-${nationalId.slice(3)}`]) {
      expect((await check(written)).body.hasOpenCase).toBe(true);
    }
  });

  test('tells of help of that kind for ninety days', async () => {
    const nationalId = nextNationalId();
    const id = await desk.at('in_progress', { person: { nationalId } });
    await desk.close(id);
    expect((await check(nationalId)).body).toMatchObject({ hasOpenCase: false, wasHelpedRecently: true });
    server.clock.set(new Date(NOON.getTime() + (contract.LIMITS.helpedRecentlyDays + 1) * DAY_MS));
    const client = await server.as('official');
    expect((await check(nationalId, undefined, client)).body.wasHelpedRecently).toBe(false);
    server.clock.set(NOON);
  });

  test('is on record, without the number or anything made of it', async () => {
    const last = await server.db('audit_log').max('id as id').first();
    await check(nextNationalId());
    const [row, ...more] = await server.db('audit_log').where('id', '>', last?.['id']);
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      action: 'referral.duplicatesChecked',
      subject_id: null,
      actor_id: desk.official.userId,
      detail: { kind: 'cash', cadence: 'emergency', found: false },
    });
  });

  test('is bounded within the hour, also by way of registering', async () => {
    const curious = await server.as('official');
    const ask = (n: number) =>
      n % 2 === 0
        ? check(nextNationalId(), undefined, curious)
        : curious.call(contract.registerReferral, { body: registration() });
    const statuses: number[] = [];
    for (let n = 0; n < contract.LIMITS.duplicateChecksPerHour + 2; n++) statuses.push((await ask(n)).status);
    expect(statuses.filter((it) => it === 429)).toHaveLength(2);
    const refused = await check(nextNationalId(), undefined, curious);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    server.clock.set(new Date(NOON.getTime() + 3_600_000));
    expect((await check(nextNationalId(), undefined, curious)).status).toBe(200);
    server.clock.set(NOON);
  });
});

describe('registering a citizen who is known', () => {
  test('wants a reason; the refusal counts and is on record', async () => {
    const nationalId = nextNationalId();
    await desk.register({ person: { nationalId } });
    const checks = () =>
      server.db('audit_log').where({ action: 'referral.duplicatesChecked', actor_id: desk.colleague.userId });
    const before = (await checks()).length;
    const refused = await desk.register({ person: { nationalId } }, desk.colleague);
    expect([refused.status, refused.problem.code]).toEqual([409, 'referral_duplicate']);
    expect(await checks()).toHaveLength(before + 1);
    const again = { person: { nationalId }, duplicateReason: 'حاجة أخرى' };
    const { status, body } = await desk.register(again, desk.colleague);
    expect([status, body.isRepeated]).toEqual([201, true]);
    const { notes } = (await desk.person(body.id, desk.colleague)).body;
    expect(notes.map((it) => it.note)).toEqual(['حاجة أخرى']);
  });

  test('by two at once registers one', async () => {
    const nationalId = nextNationalId();
    const clients = [desk.official, desk.colleague, desk.official, desk.colleague];
    const answers = await Promise.all(clients.map((it) => desk.register({ person: { nationalId } }, it)));
    expect(answers.map((it) => it.status).toSorted()).toEqual([201, 409, 409, 409]);
  });
});

test('the number is stored as a hash under the server’s own key, and as its last three digits', async () => {
  const nationalId = nextNationalId();
  const { body } = await desk.register({ person: { nationalId } });
  const stored = await server.db('referral_people').where({ referral_id: body.id }).first();
  expect(stored.national_id_tail).toBe(nationalId.slice(-3));
  expect(stored.national_id_hash).toHaveLength(32);
  const other = await startTestServer({ personKey: 'another key of thirty-two characters' });
  other.clock.set(NOON);
  const there = await openDesk(other);
  const theirs = await there.register({ person: { nationalId } });
  const stolen = await other.db('referral_people').where({ referral_id: theirs.body.id }).first();
  expect(stolen.national_id_hash.equals(stored.national_id_hash)).toBe(false);
  await other.close();
});

test('with another key than the one the others were hashed with, nobody is asked for or registered', async () => {
  await check(nextNationalId());
  const known = await server.db('person_key').first();
  await server.db('person_key').update({ fingerprint: Buffer.from('of another key') });
  const nationalId = nextNationalId();
  expect((await check(nationalId)).status).toBe(500);
  expect((await desk.register({ person: { nationalId } })).status).toBe(500);
  expect((await desk.register({ person: { nationalId: null } })).status).toBe(201);
  await server.db('person_key').update(known);
  expect((await check(nationalId)).body.hasOpenCase).toBe(false);
});
