import { randomUUID } from 'node:crypto';
import * as contract from '@qafila/contract';
import { type Action, type Endpoint, PERMISSIONS, type Role, scopeOf } from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addObligation, addPaper } from './features/obligations/testing.ts';
import { casesOf, givingAssociation } from './features/referrals/testing.ts';
import { made, picture, planned, template } from './features/visits/testing.ts';
import { dayInDamascus } from './platform/calendar.ts';
import { ENDPOINTS } from './platform/endpoint-index.ts';
import type { Client } from './testing/client.ts';
import { ok } from './testing/convoy-story.ts';
import { exampleOf } from './testing/example.ts';
import { startTestServer, type TestServer } from './testing/server.ts';
import { createWorld, type World } from './testing/world.ts';

/** The directorate's standing work: every endpoint below these paths. */
const MODULES =
  /^\/api\/v1\/(associations|registry|applications|documents|obligation|finances|visits|findings|referrals|outputs|projects|notices|jobs)|\/outputs(\/|$)/;

/** Which objects there are; what else stands in a path names none that belongs to somebody. */
const OBJECTS = {
  associationId: true,
  documentId: true,
  obligationId: true,
  financeId: true,
  visitId: true,
  findingId: true,
  referralId: true,
  projectId: true,
  noticeId: true,
  outputId: true,
  campaignId: true,
  bankAccountId: true,
  boardMemberId: true,
} as const;

type Named = { name: string; endpoint: Endpoint };
const ALL: Named[] = ENDPOINTS.filter(
  ({ endpoint }) => MODULES.test(endpoint.path) && endpoint.access in PERMISSIONS,
);
/** Those that name an object of somebody's. */
const ON_OBJECTS = ALL.filter(({ endpoint }) => paramsOf(endpoint).some((it) => it in OBJECTS));

type Things = Record<keyof typeof OBJECTS, string>;

function paramsOf({ path }: Endpoint): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
}

let server: TestServer;
let world: World;
const clients = new Map<Role, Client>();
/** An association with one of everything, whose citizens and visits are in the hands of the official that asks. */
let own: Things;
/** Another association's, in the hands of another official. */
let foreign: Things;
const nowhere = Object.fromEntries(Object.keys(OBJECTS).map((key) => [key, randomUUID()])) as Things;

beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  const official = await server.as('official');
  const member = await memberOfNew();
  clients.set('official', official);
  clients.set('association', member);
  clients.set('admin', await server.as('admin'));
  clients.set('coordinator', await server.as('coordinator'));
  own = await oneOfEverything(official, member);
  foreign = await oneOfEverything(await server.as('official'), await memberOfNew());
}, 60_000);
afterAll(() => server.close());

async function memberOfNew(): Promise<Client> {
  return await server.as('association', { associationId: await givingAssociation(world) });
}

async function oneOfEverything(official: Client, member: Client): Promise<Things> {
  const associationId = member.associationId ?? '';
  const params = { associationId };
  const campaignId = await world.campaign({
    kind: 'initiative',
    participants: [associationId],
    startsOn: '2020-04-24',
  });
  const visit = await planned(official, official, { associationId, templateId: await template(official) });
  const { findings } = await made(official, visit.id, { safe: false });
  const board = ok(await member.call(contract.addBoardMember, { params, body: TERM }), 201);
  const account = { bankName: 'مصرف', holder: 'الجمعية', number: '12345678901' };
  return {
    associationId,
    campaignId,
    documentId: await addPaper(member, associationId),
    obligationId: await addObligation(server.db, { associationId, dueOn: '2026-03-31' }),
    financeId: ok(await member.call(contract.openFinances, { params, body: { year: 2025 } }), 201).finance.id,
    visitId: visit.id,
    findingId: findings[0]?.id ?? '',
    referralId: await casesOf(official, member).at('in_progress'),
    projectId: ok(await member.call(contract.proposeProject, { params, body: PROJECT }), 201).summary.project
      .id,
    noticeId: ok(
      await official.call(contract.sendNotice, {
        body: {
          audience: { kind: 'one', associationId },
          priority: 'normal',
          titleAr: 'تعميم',
          bodyAr: 'نص',
        },
      }),
      201,
    ).id,
    outputId: ok(await member.call(contract.recordOutput, { params: { campaignId }, body: OUTPUT }), 201).id,
    bankAccountId: ok(await member.call(contract.addBankAccount, { params, body: account }), 201).id,
    boardMemberId: board.id,
  };
}

const PROJECT = {
  ...{ kind: 'micro', sector: 'food', nameAr: 'مطبخ', nameEn: 'Kitchen', governorateCode: 'SY01' },
  ...{ description: '', budgetSyp: 1_000, funding: [{ source: 'grant', amountSyp: 1_000 }] },
  ...{ plannedStart: '2026-01-01', plannedMonthlyIncomeSyp: 300, plannedMonthlyCostSyp: 200 },
  ...{ plannedJobs: 1, plannedFamilies: 1 },
};
const TERM = { name: 'رئيسة', position: 'chair', startsOn: '2026-01-01', endsOn: '2030-01-01' };
const OUTPUT = {
  ...{ day: '2020-05-01', governorateCode: 'SY06', kind: 'meals', quantity: 30 },
  ...{ people: 20, households: 6 },
};

const SOON = contract.addDays(dayInDamascus(new Date()), 10);
const nothing = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, 0]));
const FIGURES = {
  ...{ openingSyp: 0, closingSyp: 0, openingReason: '', note: '' },
  ...{ income: nothing(contract.INCOME_SOURCES), spending: nothing(contract.SPENDING_HEADS) },
};

/** Bodies that a schema alone does not tell: what else they need. */
const BODIES: Partial<Record<string, (role: Role | undefined) => object>> = {
  proposeProject: () => PROJECT,
  updateProject: () => PROJECT,
  recordOutput: (role) => (role === 'association' ? OUTPUT : { ...OUTPUT, associationId: own.associationId }),
  moveAssociation: () => ({ command: 'reinstate', reason: 'لا شيء' }),
  addBoardMember: () => TERM,
  updateBoardMember: () => TERM,
  saveFinances: () => FIGURES,
  submitFinances: () => ({ figures: FIGURES, documentIds: [randomUUID()] }),
  reopenFinding: () => ({ reason: 'لا شيء', dueOn: '2099-01-01' }),
  submitObligation: () => ({ documentIds: [randomUUID()] }),
  declareAssociation: () => ({
    declarationNumber: 1,
    declaredOn: '2026-01-15',
    documentIds: [randomUUID()],
  }),
  grantPledgeOverride: () => ({ reason: 'لا شيء', endsOn: SOON }),
  reassignReferral: () => ({ caseworkerId: clients.get('official')?.userId }),
  recordHelp: () => ({ helpId: randomUUID(), givenOn: '2026-03-10', forMonth: null, amountSyp: 5 }),
};

async function ask(client: Client, { name, endpoint }: Named, things: Things) {
  const values: Record<string, string> = {
    ...things,
    month: '2026-01',
    jobName: 'upkeep',
    typeId: randomUUID(),
    overrideId: randomUUID(),
    templateId: randomUUID(),
    photoId: randomUUID(),
  };
  const params = Object.fromEntries(paramsOf(endpoint).map((key) => [key, values[key]]));
  return await client.call(endpoint, {
    params,
    query: exampleOf(endpoint.query) as object,
    body: await bodyFor(name, endpoint, roleOf(client)),
    ...(endpoint.versioned && { ifMatch: 1 }),
    headers: endpoint.bodyType === 'image' ? { 'Content-Type': 'image/jpeg' } : {},
  });
}

function roleOf(client: Client): Role | undefined {
  return [...clients].find(([, it]) => it === client)?.[0];
}

async function bodyFor(name: string, endpoint: Endpoint, role: Role | undefined): Promise<unknown> {
  if (endpoint.bodyType === 'image') return await picture();
  if (endpoint.bodyType === 'file') return Buffer.from('%PDF-1.4\n%%EOF\n');
  if (endpoint.body.safeParse(undefined).success) return undefined;
  return BODIES[name]?.(role) ?? exampleOf(endpoint.body);
}

const ROLES = ['admin', 'official', 'coordinator', 'association'] as const satisfies readonly Role[];
const clientOf = (role: Role): Client => clients.get(role) as Client;
const reach = ({ endpoint }: Named, role: Role) => scopeOf(role, endpoint.access as Action);

describe.each(ALL)('$name', (it) => {
  test('is closed to those without a session, and to roles that may not', async () => {
    expect((await ask(server.visitor(), it, own)).status).toBe(401);
    for (const role of ROLES.filter((role) => reach(it, role) === undefined)) {
      expect({ role, status: (await ask(clientOf(role), it, own)).status }).toEqual({ role, status: 403 });
    }
  });
});

describe.each(ON_OBJECTS)('$name', (it) => {
  test('what is another’s answers like what does not exist', async () => {
    for (const role of ROLES.filter((role) => reach(it, role) === 'own')) {
      const theirs = await ask(clientOf(role), it, foreign);
      const missing = await ask(clientOf(role), it, nowhere);
      expect({ role, status: theirs.status, code: theirs.problem?.code }).toEqual({
        role,
        status: 404,
        code: 'not_found',
      });
      expect({ ...theirs.problem, instance: '' }).toEqual({ ...missing.problem, instance: '' });
    }
  });

  test('what does not exist is not there for anybody', async () => {
    for (const role of ROLES.filter((role) => reach(it, role) === 'any')) {
      expect({ role, status: (await ask(clientOf(role), it, nowhere)).status }).toEqual({
        role,
        status: 404,
      });
    }
  });
});

/** Of these associations no application is on record: they were entered as declared. */
const isReadByAll = ({ name, endpoint }: Named): boolean =>
  endpoint.method === 'get' && name !== 'readApplication';

/** Reading comes first: what is written below changes what can be read. */
describe.each(ON_OBJECTS.filter(isReadByAll))('$name', (it) => {
  test('is open to its own, and to those who may see all', async () => {
    for (const role of ROLES.filter((role) => reach(it, role) !== undefined)) {
      expect({ role, status: (await ask(clientOf(role), it, own)).status }).toEqual({ role, status: 200 });
    }
    for (const role of ROLES.filter((role) => reach(it, role) === 'any')) {
      expect({ role, status: (await ask(clientOf(role), it, foreign)).status }).toEqual({
        role,
        status: 200,
      });
    }
  });
});

describe.each(ON_OBJECTS.filter(({ endpoint }) => endpoint.method !== 'get'))('$name', (it) => {
  test('is not refused to its own', async () => {
    for (const role of ROLES.filter((role) => reach(it, role) !== undefined)) {
      const { status } = await ask(clientOf(role), it, own);
      expect({ role, isRefused: status === 401 || status === 403 }).toEqual({ role, isRefused: false });
    }
  });
});

test('the matrix has every module in it', () => {
  expect(ALL.length).toBeGreaterThan(100);
  const things = new Set(ON_OBJECTS.flatMap(({ endpoint }) => paramsOf(endpoint)));
  expect(Object.keys(OBJECTS).filter((key) => !things.has(key))).toEqual([]);
});
