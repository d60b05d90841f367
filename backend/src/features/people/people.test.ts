import { acceptInvitation, listPeople, readServer, updatePerson, whoAmI } from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Announcement } from '../../platform/context.ts';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { inviteFirstAdmin } from './index.ts';

let server: TestServer;
let admin: Client;
let official: Client;
beforeAll(async () => {
  server = await startTestServer();
  admin = await server.as('admin');
  official = await server.as('official');
});
afterAll(() => server.close());

describe('people', () => {
  test('are disabled with their sessions, heard by the sockets, and enabled again', async () => {
    const heard: Announcement[] = [];
    const stop = server.server.announcer.subscribe((it) => heard.push(it));
    const person = await server.as('coordinator');
    const params = { personId: person.userId };
    const disabled = await admin.call(updatePerson, { params, body: { disabled: true } });
    expect(disabled.body.disabledAt).not.toBeNull();
    expect((await person.call(whoAmI)).status).toBe(401);
    expect(heard).toEqual([{ kind: 'sessionsEnded', userId: person.userId }]);
    const enabled = await admin.call(updatePerson, { params, body: { disabled: false, name: 'اسم آخر' } });
    expect(enabled.body).toMatchObject({ disabledAt: null, name: 'اسم آخر' });
    expect((await person.call(whoAmI)).status).toBe(401);
    stop();
  });

  test('do not shut themselves out', async () => {
    const refused = await admin.call(updatePerson, {
      params: { personId: admin.userId },
      body: { disabled: true },
    });
    expect(refused.status).toBe(403);
    expect((await admin.call(whoAmI)).status).toBe(200);
  });

  test('do not shut each other out: of two who try at once one stays', async () => {
    for (let round = 0; round < 4; round++) {
      const pair = [await server.as('admin'), await server.as('admin')] as const;
      const disable = (by: Client, whom: Client) =>
        by.call(updatePerson, { params: { personId: whom.userId }, body: { disabled: true } });
      await Promise.all([disable(pair[0], pair[1]), disable(pair[1], pair[0])]);
      const answers = [await pair[0].call(whoAmI), await pair[1].call(whoAmI)];
      expect(answers.filter((it) => it.status === 200)).toHaveLength(1);
    }
  });

  test('are listed without their password hashes', async () => {
    const { body } = await admin.call(listPeople);
    expect(body.map((it) => it.id)).toContain(official.userId);
    expect(JSON.stringify(body)).not.toContain('argon2');
  });
});

describe('an empty system', () => {
  test('invites its first administrator, with the newest link only, until there is one', async () => {
    const empty = await startTestServer();
    const first = await inviteFirstAdmin(empty.db, 'head@example.org', new Date());
    const second = await inviteFirstAdmin(empty.db, 'head@example.org', new Date());
    const call = (token = '') => {
      const client = empty.visitor();
      const body = { token, name: 'المدير', password: 'six convoys to the coast' };
      return client.call(acceptInvitation, { body });
    };
    expect((await call(first)).status).toBe(410);
    const accepted = await call(second);
    expect(accepted.body).toMatchObject({ email: 'head@example.org', role: 'admin' });
    expect(await inviteFirstAdmin(empty.db, 'head@example.org', new Date())).toBeUndefined();
    await empty.close();
  });
});

describe('the sign-in page', () => {
  test('offers demo accounts and no others, and none where there are none', async () => {
    expect((await server.visitor().call(readServer)).body.demo).toBeNull();
    await server.db('users').insert({
      id: '00000000-0000-4000-8000-00000000d001',
      email: 'official@demo.qafila',
      name: 'Demo',
      role: 'official',
      password_hash: '',
      is_demo: true,
    });
    const { body } = await server.visitor().call(readServer);
    expect(body.demo).toEqual({
      password: 'qafila-demo',
      logins: [{ email: 'official@demo.qafila', role: 'official', name: 'Demo' }],
    });
  });
});
