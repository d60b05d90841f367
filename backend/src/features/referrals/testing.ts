import { randomUUID } from 'node:crypto';
import * as contract from '@qafila/contract';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import type { Client } from '../../testing/client.ts';
import type { TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';

type Registration = z.input<typeof contract.registerReferral.body>;
/** Of a registration, what a test wants to say. */
export type Given = Partial<Omit<Registration, 'person'>> & { person?: Partial<Registration['person']> };

export const NOON = new Date('2026-03-10T09:00:00Z');
export const DAY_MS = 86_400_000;

/** An admin, two caseworkers, and two associations that give every aid in Damascus. */
export type Desk = Awaited<ReturnType<typeof openDesk>>;

export async function openDesk(server: TestServer) {
  const world = await createWorld(server.db);
  const mine = await server.as('association', { associationId: await givingAssociation(world) });
  const other = await server.as('association', { associationId: await givingAssociation(world) });
  const official = await server.as('official');
  return {
    server,
    world,
    mine,
    other,
    official,
    colleague: await server.as('official'),
    admin: await server.as('admin'),
    ...casesOf(official, mine),
  };
}

/** Declared, for all six kinds of aid in Damascus. */
export async function givingAssociation(world: World): Promise<string> {
  const id = await world.association();
  const offers = contract.AID_OFFERS.map((offer) => ({ association_id: id, ...offer }));
  await world.db('association_aid').insert(offers);
  await world.db('association_governorates').insert({ association_id: id, governorate_code: 'SY01' });
  return id;
}

/** The server itself, as its jobs act. */
export function systemOf(server: TestServer): Context {
  return {
    db: server.db,
    now: server.clock.now,
    actor: { userId: '', name: '', role: 'admin', associationId: null, scope: 'any' },
    announce: () => undefined,
  };
}

export function registration({ person, ...given }: Given = {}): Registration {
  return {
    referralId: randomUUID(),
    kind: 'cash',
    cadence: 'emergency',
    priority: 2,
    governorateCode: 'SY01',
    householdSize: 5,
    basis: { kind: 'consent', form: 'signed', givenAt: '2026-03-01T08:00:00Z' },
    ...given,
    person: {
      fullName: 'سلمى الحسن',
      phone: '0933 111 222',
      request: 'إيجار شهر',
      nationalId: nextNationalId(),
      ...person,
    },
  };
}

let lastId = 10_100_000_000;
export function nextNationalId(): string {
  lastId += 1;
  return String(lastId);
}

/** The steps of a case, each by the one whose part it is; every one answers as the endpoint does. */
export function casesOf(official: Client, member: Client) {
  const register = (given: Given = {}, client = official) =>
    client.call(contract.registerReferral, { body: registration(given) });
  const refer = (referralId: string, associationId = member.associationId, client = official) =>
    client.call(contract.referReferral, { params: { referralId }, body: { associationId } });
  const accept = (referralId: string, client = member) =>
    client.call(contract.acceptReferral, { params: { referralId }, body: {} });
  const decline = (referralId: string, body: object = { reason: 'no_capacity' }, client = member) =>
    client.call(contract.declineReferral, { params: { referralId }, body });
  const recall = (referralId: string, client = official) =>
    client.call(contract.recallReferral, { params: { referralId }, body: {} });
  const withdraw = (referralId: string, body: object = { reason: 'citizen_withdrew' }, client = official) =>
    client.call(contract.withdrawReferral, { params: { referralId }, body });
  const help = (referralId: string, given: object = {}, client = member) =>
    client.call(contract.recordHelp, {
      params: { referralId },
      body: { helpId: randomUUID(), givenOn: '2026-03-10', forMonth: null, amountSyp: 500_000, ...given },
    });
  const close = (referralId: string, body: object = { outcome: 'helped' }, client = member) =>
    client.call(contract.closeReferral, { params: { referralId }, body });
  const erase = (referralId: string, client = official) =>
    client.call(contract.eraseReferral, { params: { referralId } });
  const person = (referralId: string, client = official) =>
    client.call(contract.readReferralPerson, { params: { referralId } });
  const file = (referralId: string, client = official) =>
    client.call(contract.readReferral, { params: { referralId } });
  return {
    register,
    refer,
    accept,
    decline,
    recall,
    withdraw,
    help,
    close,
    erase,
    person,
    file,
    /** A case on its way as far as that, by its shortest way. */
    async at(status: contract.ReferralStatus, given: Given = {}): Promise<string> {
      const { body } = await register(given);
      const { id, cadence } = body;
      const forMonth = cadence === 'monthly' ? '2026-03' : null;
      const ways: Record<contract.ReferralStatus, (() => Promise<unknown>)[]> = {
        opened: [],
        referred: [() => refer(id)],
        declined: [() => refer(id), () => decline(id)],
        accepted: [() => refer(id), () => accept(id)],
        in_progress: [() => refer(id), () => accept(id), () => help(id, { forMonth })],
        closed: [() => refer(id), () => accept(id), () => close(id, { outcome: 'unreachable' })],
        withdrawn: [() => withdraw(id)],
      };
      for (const step of ways[status]) await step();
      return id;
    },
  };
}
