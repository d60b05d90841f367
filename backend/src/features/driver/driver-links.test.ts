import { randomUUID } from 'node:crypto';
import {
  beginDriving,
  type ConvoyFile,
  createDriverLink,
  type DriverLink,
  type DriverView,
  LIMITS,
  listActivity,
  listDriverLinks,
  readDriver,
  removeConvoyVehicle,
  revokeDriverLink,
  sendDriverFixes,
} from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../platform/endpoint-index.ts';
import type { Answer, Client } from '../../testing/client.ts';
import {
  departed,
  draftConvoy,
  endStory,
  moveOn,
  ok,
  type Story,
  startStory,
  stockUp,
} from '../../testing/convoy-story.ts';

let story: Story;
let file: ConvoyFile;
let accountId: number;
beforeAll(async () => {
  story = await startStory();
  ({ accountId } = await stockUp(story, 1_000));
  file = await departed(story, [{ accountId, quantity: 100 }]);
});
afterAll(() => endStory(story));

type Made = { link: DriverLink; path: string };

async function make(of = file, vehicle = 0): Promise<Made> {
  const params = { convoyVehicleId: of.convoy.vehicles[vehicle]?.id ?? '' };
  // As browsers ask.
  const idempotencyKey = randomUUID();
  return ok(await story.coordinator.call(createDriverLink, { params, idempotencyKey }), 201);
}

/** A browser with the key that it keeps. */
type Phone = { client: Client; phoneKey: string };
const newPhone = (): Phone => ({ client: story.visitor(), phoneKey: randomUUID() });
const secretOf = ({ path }: Pick<Made, 'path'>): string => path.split('#')[1] ?? '';
const take = ({ client, phoneKey }: Phone, made: Made): Promise<Answer<DriverView>> =>
  client.call(beginDriving, { body: { secret: secretOf(made), phoneKey } });
const linksOf = async (of = file): Promise<DriverLink[]> =>
  ok(await story.coordinator.call(listDriverLinks, { params: { convoyId: of.convoy.id } }));
const revoke = (id: string, by = story.coordinator) =>
  by.call(revokeDriverLink, { params: { driverLinkId: id } });

async function drive(of = file): Promise<Phone & { made: Made }> {
  const made = await make(of);
  const phone = newPhone();
  ok(await take(phone, made));
  return { ...phone, made };
}

describe('a driver’s link', () => {
  test('makes one phone the driver’s, who sees the vehicle, the way and what it carries', async () => {
    const made = await make();
    expect(made.path).toMatch(/^\/d#[\w-]{32}$/);
    expect(made.link).toMatchObject({ takenAt: null, lastSeenAt: null, revokedAt: null });
    const phone = newPhone();
    const view = ok(await take(phone, made));
    const { convoy } = file;
    expect(view).toMatchObject({
      convoy: { id: convoy.id, code: convoy.code, status: 'en_route', leaderPhone: '0999 000 000' },
      vehicle: { plate: convoy.vehicles[0]?.plate, ordinal: 1, count: 1, driverName: 'سامر' },
      stops: [
        { site: { nameEn: 'Haffeh' }, cargoKg: 200 },
        { site: { nameEn: 'Kasab' }, cargoKg: 0 },
      ],
      hazards: [],
    });
    expect(ok(await phone.client.call(readDriver)).vehicle).toEqual(view.vehicle);
    const [newest] = await linksOf();
    expect(newest).toMatchObject({
      id: made.link.id,
      takenAt: expect.any(String),
      lastSeenAt: expect.any(String),
    });
    const { items } = ok(
      await story.coordinator.call(listActivity, { params: { campaignId: story.campaignId } }),
    );
    expect(items.map(({ action }) => action)).toContain('driverLink.made');
  });

  test('opens no second phone, and stays the first one’s', async () => {
    const { made, client } = await drive();
    const second = newPhone();
    const refused = await take(second, made);
    expect([refused.status, refused.problem.code]).toEqual([410, 'token_expired']);
    expect(second.client.cookie).toBe('');
    expect((await second.client.call(readDriver)).status).toBe(401);
    expect((await client.call(readDriver)).status).toBe(200);
  });

  test('is taken by one of twenty phones that open it at once', async () => {
    const made = await make();
    const phones = Array.from({ length: 20 }, newPhone);
    const answers = await Promise.all(phones.map((phone) => take(phone, made)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(19);
  });
});

describe('the link of a driver’s phone', () => {
  test('may be asked for again by the phone that has it, whose answer was lost on the way', async () => {
    const { made, client, phoneKey } = await drive();
    const again = { client: story.visitor(), phoneKey };
    ok(await take(again, made));
    expect(again.client.cookie).toBe(client.cookie);
    const takenAt = (await linksOf()).find(({ id }) => id === made.link.id)?.takenAt;
    story.clock.advance(60_000);
    ok(await take(again, made));
    expect((await linksOf()).find(({ id }) => id === made.link.id)?.takenAt).toBe(takenAt);
  });

  test('is replaced by the next one of the same vehicle, unless a phone has it', async () => {
    const [first, second] = [await make(), await make()];
    expect((await take(newPhone(), first)).status).toBe(410);
    const phone = newPhone();
    ok(await take(phone, second));
    await make();
    expect((await phone.client.call(readDriver)).status).toBe(200);
  });

  test('that was never given is not told from nothing', async () => {
    const guess = { path: `/d#${'A'.repeat(32)}`, link: {} as DriverLink };
    const answer = await take(newPhone(), guess);
    expect([answer.status, answer.problem.code]).toEqual([404, 'not_found']);
    expect((await take({ client: story.visitor(), phoneKey: 'short' }, guess)).status).toBe(400);
  });

  test('leaves nothing in the database that opens it, and no secret of the phone', async () => {
    const { made, client } = await drive();
    const secrets = [secretOf(made), client.cookie.split('=')[1] ?? ''];
    for (const table of ['driver_links', 'audit_log', 'idempotent_answers']) {
      const { rows } = await story.db.raw('SELECT row_to_json(t)::text AS row FROM ?? AS t', [table]);
      for (const secret of secrets) expect(JSON.stringify(rows)).not.toContain(secret);
    }
  });
});

describe('a driver’s phone is signed out', () => {
  const FIXES = { body: { fixes: [] as unknown[] } };

  test('when its link is revoked, which keeps its first time', async () => {
    const { made, client, phoneKey } = await drive();
    const ended = ok(await revoke(made.link.id));
    expect(ok(await revoke(made.link.id)).revokedAt).toBe(ended.revokedAt);
    expect((await client.call(readDriver)).problem.code).toBe('not_signed_in');
    expect((await client.call(sendDriverFixes, FIXES)).status).toBe(401);
    expect((await take({ client, phoneKey }, made)).status).toBe(410);
  });

  test('when its convoy is over, for which no new link is made', async () => {
    const other = await draftConvoy(story);
    const { client } = await drive(other);
    const waiting = await make(other);
    await moveOn(story, other, 'cancel');
    expect((await client.call(readDriver)).status).toBe(401);
    expect((await take(newPhone(), waiting)).status).not.toBe(200);
    const params = { convoyVehicleId: other.convoy.vehicles[0]?.id ?? '' };
    const late = await story.coordinator.call(createDriverLink, { params });
    expect([late.status, late.problem.code]).toEqual([409, 'transition_not_allowed']);
  });

  test('when its vehicle leaves the convoy', async () => {
    const other = await draftConvoy(story, { vehicles: 2 });
    const { client } = await drive(other);
    const params = { convoyVehicleId: other.convoy.vehicles[0]?.id ?? '' };
    await story.coordinator.call(removeConvoyVehicle, { params });
    expect((await client.call(readDriver)).status).toBe(401);
  });

  test('after so many days, however long the convoy lasts', async () => {
    const { client } = await drive();
    const before = story.clock.now();
    story.clock.advance(LIMITS.driverSessionDays * 86_400_000 + 1_000);
    expect((await client.call(readDriver)).status).toBe(401);
    story.clock.set(before);
    expect((await client.call(readDriver)).status).toBe(200);
  });
});

describe('the cookie of a driver’s phone', () => {
  const ID = '00000000-0000-4000-8000-000000000000';
  const others = ENDPOINTS.filter(({ endpoint }) => !['public', 'driver'].includes(endpoint.access));
  const own = ENDPOINTS.filter(({ endpoint }) => endpoint.access === 'driver');
  let phone: Phone;
  beforeAll(async () => {
    phone = await drive();
  });

  const ask = async (client: Client, path: string, method: string): Promise<unknown[]> => {
    const response = await client.raw(path.replace(/:\w+/g, ID), {
      method: method.toUpperCase(),
      headers: { 'Content-Type': 'application/json' },
      body: method === 'get' ? null : '{}',
    });
    return [response.status, (await response.json()).code];
  };

  test.each(others.map(({ name, endpoint }) => [name, endpoint] as const))(
    'does not open %s',
    async (_name, it) => {
      expect(await ask(phone.client, it.path, it.method)).toEqual([401, 'not_signed_in']);
    },
  );

  test.each(own.map(({ name, endpoint }) => [name, endpoint] as const))(
    'alone opens %s: no session and no other cookie does',
    async (_name, it) => {
      const [, value = ''] = phone.client.cookie.split('=');
      const session = await story.as('admin');
      for (const cookie of [
        session.cookie,
        `connect.sid=${value}`,
        `driver=${value}`,
        `__Host-qafila_driver=${value}`,
        `xqafila_driver=${value}`,
        'qafila_driver=',
        `qafila_driver=${value.slice(0, -1)}`,
      ]) {
        const stranger = story.visitor();
        stranger.cookie = cookie;
        expect([cookie, ...(await ask(stranger, it.path, it.method))]).toEqual([
          cookie,
          401,
          'not_signed_in',
        ]);
      }
      expect((await ask(phone.client, it.path, it.method))[0]).not.toBe(401);
    },
  );

  test('is kept from scripts and from other sites', async () => {
    const made = await make();
    const { headers } = await take(newPhone(), made);
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^qafila_driver=[\w-]{43}; Max-Age=\d+; Path=\/; .*HttpOnly; SameSite=Strict$/),
    ]);
  });
});

describe('drivers’ links are for those who run convoys', () => {
  test('associations and strangers neither see, nor make, nor end them', async () => {
    const { link } = await make();
    const association = await story.as('association', { associationId: story.associations[0] });
    for (const [client, status] of [
      [association, 403],
      [story.visitor(), 401],
    ] as const) {
      const params = { convoyId: file.convoy.id };
      expect((await client.call(listDriverLinks, { params })).status).toBe(status);
      const vehicle = { convoyVehicleId: file.convoy.vehicles[0]?.id ?? '' };
      expect((await client.call(createDriverLink, { params: vehicle })).status).toBe(status);
      expect((await revoke(link.id, client)).status).toBe(status);
    }
  });

  test('what does not exist is not found', async () => {
    const { coordinator } = story;
    const id = randomUUID();
    expect((await coordinator.call(listDriverLinks, { params: { convoyId: id } })).status).toBe(404);
    expect((await coordinator.call(createDriverLink, { params: { convoyVehicleId: id } })).status).toBe(404);
    expect((await revoke(id)).status).toBe(404);
  });
});
