import { changePassword, signIn, signOut, signOutEverywhere, updateAccount, whoAmI } from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SessionStore } from '../../platform/session-store.ts';
import type { Client } from '../../testing/client.ts';
import { PASSWORD, startTestServer, type TestServer } from '../../testing/server.ts';

const DAY_MS = 86_400_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const tryToSignIn = (body: unknown, client = server.visitor()) => client.call(signIn, { body });

/** A second browser of the same person. */
async function again(email: string, password = PASSWORD): Promise<Client> {
  const client = server.visitor();
  expect((await tryToSignIn({ email, password }, client)).status).toBe(200);
  return client;
}

describe('a session', () => {
  test('begins at sign-in, says who one is, and ends at sign-out', async () => {
    const coordinator = await server.as('coordinator', { email: 'rana@example.org', name: 'رنا' });
    const me = await coordinator.call(whoAmI);
    expect(me.status).toBe(200);
    expect(me.body).toMatchObject({
      id: coordinator.userId,
      email: 'rana@example.org',
      name: 'رنا',
      association: null,
    });
    const { cookie } = coordinator;
    expect((await coordinator.call(signOut)).status).toBe(204);
    coordinator.cookie = cookie;
    const after = await coordinator.call(whoAmI);
    expect([after.status, after.problem.code]).toEqual([401, 'not_signed_in']);
  });

  test('is not made for a visitor', async () => {
    const { status, headers } = await server.visitor().call(whoAmI);
    expect(status).toBe(401);
    expect(headers.getSetCookie()).toEqual([]);
    expect(headers.get('content-type')).toMatch('application/problem+json');
  });

  test('is known to the database only by its hash', async () => {
    const client = await server.as('official');
    const [, sid = ''] = /s%3A([^.]+)\./.exec(client.cookie) ?? [];
    expect(sid.length).toBeGreaterThanOrEqual(32);
    const rows = await server.db('sessions').where('user_id', client.userId).select();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(sid);
  });

  test('gets a new id at sign-in, whatever id the browser came with', async () => {
    const client = await server.as('official', { email: 'fixed@example.org' });
    const { cookie } = client;
    await tryToSignIn({ email: 'fixed@example.org', password: PASSWORD }, client);
    expect(client.cookie).not.toBe(cookie);
    client.cookie = cookie;
    expect((await client.call(whoAmI)).status).toBe(401);

    const planted = server.visitor();
    planted.cookie = 'qafila_session=s%3Aplanted-by-someone.signature';
    await tryToSignIn({ email: 'fixed@example.org', password: PASSWORD }, planted);
    expect(planted.cookie).not.toContain('planted');
  });

  test('does not open for a cookie with a signature of somebody else', async () => {
    const client = await server.as('official');
    client.cookie = `${client.cookie.slice(0, -3)}AAA`;
    expect((await client.call(whoAmI)).status).toBe(401);
  });

  test('lives on while it is used and ends after two idle weeks', async () => {
    const own = await startTestServer();
    const client = await own.as('official');
    for (let week = 0; week < 4; week++) {
      own.clock.advance(7 * DAY_MS);
      expect((await client.call(whoAmI)).status).toBe(200);
    }
    own.clock.advance(14 * DAY_MS);
    expect((await client.call(whoAmI)).status).toBe(401);
    await own.close();
  });
});

describe('the end of a session', () => {
  test('comes for a disabled account with the next request', async () => {
    const client = await server.as('official');
    await server.db('users').where('id', client.userId).update({ disabled_at: new Date() });
    expect((await client.call(whoAmI)).status).toBe(401);
  });

  test('comes everywhere when one says so', async () => {
    const here = await server.as('official', { email: 'everywhere@example.org' });
    const there = await again('everywhere@example.org');
    expect((await here.call(signOutEverywhere)).status).toBe(204);
    expect((await here.call(whoAmI)).status).toBe(401);
    expect((await there.call(whoAmI)).status).toBe(401);
  });

  test('is for good, though a request that began before ends after it', async () => {
    const { db } = server;
    const { userId } = await server.as('official');
    const store = new SessionStore(db, () => new Date());
    const signedIn = { userId, name: '', role: 'official', associationId: null } as const;
    const data = { signedIn, storedUntilMs: 0, cookie: { originalMaxAge: null } };
    const written = (write: (done: (error: unknown) => void) => void) =>
      new Promise<void>((resolve, reject) => write((error) => (error ? reject(error) : resolve())));
    await written((done) => store.set('taken', data, done));
    await db('sessions').where('user_id', userId).del();
    await written((done) => store.touch('taken', data, done));
    expect(await db('sessions').where('user_id', userId)).toEqual([]);
  });

  test('comes for many people at once without one waiting for another', async () => {
    const clients = await Promise.all(Array.from({ length: 24 }, () => server.as('official')));
    const beganAt = Date.now();
    const answers = await Promise.all(
      clients.map((client, index) => client.call(index % 2 === 0 ? signOut : signOutEverywhere)),
    );
    expect(answers.map((it) => it.status)).toEqual(clients.map(() => 204));
    expect(Date.now() - beganAt).toBeLessThan(10_000);
  });
});

describe('the cookie', () => {
  const cookieOf = (response: Response): string => response.headers.getSetCookie()[0] ?? '';

  test('is out of reach of scripts and other sites, at sign-in and when it is renewed', async () => {
    const client = await server.as('official', { email: 'cookie@example.org' });
    const renewed = cookieOf(await client.raw('/api/v1/session'));
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(renewed).toContain(attribute);
    expect(renewed).not.toContain('Secure');
  });

  test('travels only over TLS where the proxy says that there is TLS', async () => {
    const behind = await startTestServer({ trustProxy: 1 });
    const client = await behind.as('official');
    const headers = { 'X-Forwarded-Proto': 'https' };
    const response = await client.raw('/api/v1/session', { headers });
    expect(cookieOf(response)).toContain('Secure');
    expect(response.headers.get('strict-transport-security')).toContain('max-age=');
    await behind.close();
  });
});

describe('passwords', () => {
  test('are passphrases of any script, compared as keyboards mean them', async () => {
    const passphrase = 'قوافل الخير تمضي إلى الساحل ﻻ تتوقف — ６ convoys, e\u0301t\u0065\u0301 2020!';
    expect(passphrase.length).toBeGreaterThanOrEqual(60);
    const client = await server.as('official', { email: 'phrase@example.org' });
    const body = { currentPassword: PASSWORD, newPassword: passphrase };
    expect((await client.call(changePassword, { body })).status).toBe(204);
    await again('phrase@example.org', passphrase.normalize('NFKD'));
    await again('phrase@example.org', passphrase.normalize('NFKC'));
  });

  test('once changed end every other session, and this one goes on under a new id', async () => {
    const here = await server.as('official', { email: 'change@example.org' });
    const there = await again('change@example.org');
    const { cookie } = here;
    const body = { currentPassword: PASSWORD, newPassword: 'another long passphrase' };
    expect((await here.call(changePassword, { body })).status).toBe(204);
    expect(here.cookie).not.toBe(cookie);
    expect((await here.call(whoAmI)).status).toBe(200);
    expect((await there.call(whoAmI)).status).toBe(401);
    expect((await tryToSignIn({ email: 'change@example.org', password: PASSWORD })).status).toBe(401);
  });

  test('change only with the present one, and not to a short one', async () => {
    const client = await server.as('official');
    const wrong = await client.call(changePassword, {
      body: { currentPassword: 'not the present one', newPassword: 'another long passphrase' },
    });
    expect([wrong.status, wrong.problem.code]).toEqual([401, 'wrong_credentials']);
    const short = await client.call(changePassword, {
      body: { currentPassword: PASSWORD, newPassword: 'short' },
    });
    expect(short.problem.errors).toMatchObject([{ path: 'newPassword', code: 'too_short' }]);
    expect((await client.call(whoAmI)).status).toBe(200);
  });

  test('are stored as argon2id with a cost of 19 MiB', async () => {
    const row = await server.db('users').first('password_hash');
    expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('the account', () => {
  test('changes its name and language, and nothing else', async () => {
    const client = await server.as('coordinator');
    const changed = await client.call(updateAccount, { body: { name: '  سلمى  ', locale: 'en' } });
    expect(changed.body).toMatchObject({ name: 'سلمى', locale: 'en', role: 'coordinator' });
    const refused = await client.call(updateAccount, { body: { role: 'admin' } });
    expect(refused.problem.errors).toMatchObject([{ path: 'role', code: 'unknown_field' }]);
    expect((await client.call(whoAmI)).body).toEqual(changed.body);
  });

  test('leaves its traces in the audit', async () => {
    const client = await server.as('coordinator');
    await client.call(updateAccount, { body: { locale: 'en' } });
    await client.call(signOut);
    const actions = await server
      .db('audit_log')
      .where('actor_id', client.userId)
      .orderBy('id')
      .pluck('action');
    expect(actions).toEqual(['session.started', 'user.changed', 'session.ended']);
  });
});
