import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';
/** Made for examples: the check digits are right, the bank and the account are not. */
const IBAN = 'SY43 0020 0000 0000 0000 0004 3210';

let server: TestServer;
let world: World;
let official: Client;
let coordinator: Client;
let own: string;
let member: Client;
let stranger: Client;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  official = await server.as('official');
  coordinator = await server.as('coordinator');
  own = await world.association();
  member = await server.as('association', { associationId: own });
  stranger = await server.as('association');
});
afterAll(() => server.close());

const same = (a: contract.Problem, b: contract.Problem) =>
  expect({ ...a, instance: '' }).toEqual({ ...b, instance: '' });

describe('what an association says of itself', () => {
  const maintain = (client: Client, associationId: string, body: object, ifMatch = 1) =>
    client.call(contract.maintainAssociation, { params: { associationId }, ifMatch, body });

  test('is kept by version; lists replace lists, and what is left out stays', async () => {
    const id = await world.association();
    const first = {
      address: 'المالكي',
      seat: { lat: 33.52, lng: 36.28 },
      sectors: ['health', 'relief'],
      governorateCodes: ['SY01', 'SY06'],
      aid: [
        { kind: 'cash', cadence: 'monthly' },
        { kind: 'medical', cadence: 'emergency' },
      ],
      officePhone: '011 333 4444',
    };
    expect((await maintain(official, id, first)).body).toMatchObject({ ...first, version: 2 });
    const second = await maintain(official, id, { sectors: [], seat: null }, 2);
    expect(second.body).toMatchObject({ ...first, sectors: [], seat: null, version: 3 });
    expect((await maintain(official, id, { address: 'x' }, 2)).problem.code).toBe('version_stale');
  });

  test.each([
    ['nameAr', { nameAr: 'اسم آخر' }, 'nameAr', 'unknown_field'],
    ['status', { status: 'declared' }, 'status', 'unknown_field'],
    ['a sector twice', { sectors: ['relief', 'relief'] }, 'sectors', 'duplicate_lines'],
    ['an aid twice', { aid: Array(2).fill({ kind: 'cash', cadence: 'monthly' }) }, 'aid', 'duplicate_lines'],
    ['an unknown place', { governorateCodes: ['SY15'] }, 'governorateCodes.0', 'invalid_format'],
    ['a seat with more', { seat: { lat: 33, lng: 36, alt: 1 } }, 'seat.alt', 'unknown_field'],
  ])('%s is refused', async (_what, body, path, code) => {
    const { problem } = await maintain(member, own, body);
    expect(problem.errors).toMatchObject([{ path, code }]);
  });

  test('is said by itself and by officials; for others it is not there', async () => {
    const foreign = await maintain(stranger, own, { address: 'x' });
    expect(foreign.status).toBe(404);
    same(foreign.problem, (await maintain(stranger, NOBODY, { address: 'x' })).problem);
    expect((await maintain(coordinator, own, { address: 'x' })).status).toBe(403);
  });

  test('ends with the association', async () => {
    const id = await world.association();
    await server.db('associations').where({ id }).update({ status: 'dissolved' });
    expect((await maintain(official, id, { address: 'x' })).problem.code).toBe('transition_not_allowed');
  });
});

describe('a board', () => {
  const term = (changes: object = {}) => ({
    name: 'ليلى نصر',
    position: 'chair',
    startsOn: '2024-01-01',
    endsOn: '2027-12-31',
    ...changes,
  });
  const add = (client: Client, associationId: string, changes: object = {}) =>
    client.call(contract.addBoardMember, { params: { associationId }, body: term(changes) });
  const list = (client: Client, associationId: string) =>
    client.call(contract.listBoard, { params: { associationId } });

  test('keeps its history, has one chair at a time, and the association says when a term ends', async () => {
    server.clock.set(new Date('2026-06-01T09:00:00Z'));
    const id = await world.association();
    const client = await server.as('official');
    await add(client, id, { startsOn: '2020-01-01', endsOn: '2023-12-31', name: 'غسان مخلوف' });
    const chair = await add(client, id);
    expect(chair.status).toBe(201);
    const second = await add(client, id, { name: 'رغد شاهين', startsOn: '2027-12-31', endsOn: '2028-12-31' });
    expect(second.problem.errors).toMatchObject([{ path: 'position', code: 'position_taken' }]);
    await add(client, id, { name: 'رغد شاهين', position: 'member' });
    await add(client, id, { name: 'أنس العطار', position: 'member', endsOn: '2026-07-01' });
    const { body } = await list(client, id);
    expect(body.map((it) => [it.name, it.position])).toEqual([
      ['ليلى نصر', 'chair'],
      ['رغد شاهين', 'member'],
      ['أنس العطار', 'member'],
      ['غسان مخلوف', 'chair'],
    ]);
    const association = await client.call(contract.readAssociation, { params: { associationId: id } });
    expect(association.body.boardEndsOn).toBe('2026-07-01');

    const params = { associationId: id, boardMemberId: chair.body.id };
    const ended = await client.call(contract.updateBoardMember, {
      params,
      ifMatch: 1,
      body: term({ endsOn: '2026-05-31' }),
    });
    expect(ended.body).toMatchObject({ endsOn: '2026-05-31', version: 2 });
    const stale = await client.call(contract.updateBoardMember, { params, ifMatch: 1, body: term() });
    expect(stale.problem.code).toBe('version_stale');
    expect((await add(client, id, { name: 'رغد شاهين', startsOn: '2026-06-01' })).status).toBe(201);
    server.clock.set(new Date());
  });

  test('of two chairs entered at once one stays', async () => {
    const id = await world.association();
    const answers = await Promise.all([add(official, id), add(official, id, { name: 'آخر' })]);
    expect(answers.map((it) => it.status).toSorted()).toEqual([201, 400]);
  });

  test('is entered and read by itself and by officials alone', async () => {
    const { body } = await add(member, own);
    expect((await list(member, own)).body).toHaveLength(1);
    for (const tried of [await add(stranger, own), await list(stranger, own)]) expect(tried.status).toBe(404);
    for (const tried of [await add(coordinator, own), await list(coordinator, own)]) {
      expect(tried.status).toBe(403);
    }
    const update = (associationId: string, client = official) =>
      client.call(contract.updateBoardMember, {
        params: { associationId, boardMemberId: body.id },
        ifMatch: 1,
        body: term(),
      });
    expect((await update(own, stranger)).status).toBe(404);
    expect((await update(await world.association())).status).toBe(404);
  });
});

describe('bank accounts', () => {
  const account = (number = IBAN) => ({ bankName: 'مصرف سورية والمهجر', holder: 'جمعية السنديانة', number });
  const add = (client: Client, associationId: string, number?: string) =>
    client.call(contract.addBankAccount, { params: { associationId }, body: account(number) });
  const list = (client: Client, associationId: string) =>
    client.call(contract.listBankAccounts, { params: { associationId } });

  test('show their numbers to the association and officials; coordinators see four digits', async () => {
    const id = await world.association();
    const itself = await server.as('association', { associationId: id });
    const number = IBAN.replaceAll(' ', '');
    const { status, body } = await add(itself, id);
    expect([status, body.number]).toEqual([201, number]);
    for (const client of [itself, official])
      expect((await list(client, id)).body).toMatchObject([{ number }]);
    const masked = await list(coordinator, id);
    expect(masked.body).toMatchObject([{ number: null, lastFour: '3210' }]);
    expect(JSON.stringify(masked.body)).not.toContain(number.slice(0, -4));
    expect((await list(stranger, id)).status).toBe(404);
    const audited = await server.db('audit_log').where({ subject_id: id });
    expect(audited.map((it) => it.action)).toContain('association.bankAccountAdded');
    expect(JSON.stringify(audited)).not.toContain('43210');
  });

  test.each([
    ['an IBAN with two digits changed', 'SY34 0020 0000 0000 0000 0004 3210', 'iban_checksum'],
    ['an IBAN that breaks off', 'SY43 0020', 'iban_checksum'],
    ['too short a number', '1234567', 'invalid_format'],
    ['a formula', '=HYPERLINK("x")', 'invalid_format'],
    ['a number with NUL', '12345678\u0000', 'invalid_format'],
  ])('%s is refused', async (_what, number, code) => {
    const { problem } = await add(official, own, number);
    expect(problem.errors).toMatchObject([{ path: 'number', code }]);
  });

  test('are entered once, in whatever digits, and removed again', async () => {
    const id = await world.association();
    const first = await add(official, id, '٠٠١٢-٣٤٥٦٧٨');
    expect(first.body.number).toBe('0012345678');
    expect((await add(official, id, '0012 345678')).problem.code).toBe('conflict');
    const remove = (client: Client, associationId: string) =>
      client.call(contract.removeBankAccount, {
        params: { associationId, bankAccountId: first.body.id },
      });
    expect((await remove(stranger, id)).status).toBe(404);
    expect((await remove(coordinator, id)).status).toBe(403);
    expect((await remove(official, own)).status).toBe(404);
    expect((await remove(official, id)).status).toBe(204);
    expect((await list(official, id)).body).toEqual([]);
  });

  test('are few', async () => {
    const id = await world.association();
    for (let n = 0; n < contract.LIMITS.bankAccountsPerAssociation; n++)
      await add(official, id, `1000000${n}`);
    expect((await add(official, id, '99999999')).problem.code).toBe('conflict');
  });
});
