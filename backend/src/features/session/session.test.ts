import { signIn, signOut, whoAmI } from '@qafila/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD, startTestServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('somebody signs in, is known, signs out and is known no more', async () => {
  const coordinator = await server.as('coordinator', { email: 'rana@example.org', name: 'رنا' });
  const me = await coordinator.call(whoAmI);
  expect(me.status).toBe(200);
  expect(me.body).toMatchObject({
    id: coordinator.userId,
    email: 'rana@example.org',
    name: 'رنا',
    association: null,
  });

  expect((await coordinator.call(signOut)).status).toBe(204);
  const after = await coordinator.call(whoAmI);
  expect(after.status).toBe(401);
  expect(after.problem.code).toBe('not_signed_in');
});

test('a visitor gets no cookie and is asked to sign in', async () => {
  const visitor = server.visitor();
  const { status, headers } = await visitor.call(whoAmI);
  expect(status).toBe(401);
  expect(headers.getSetCookie()).toEqual([]);
  expect(headers.get('content-type')).toMatch('application/problem+json');
});

test('a wrong password is refused in the same words as an unknown user', async () => {
  await server.as('official', { email: 'known@example.org' });
  const wrong = await server
    .visitor()
    .call(signIn, { body: { email: 'known@example.org', password: 'not this one' } });
  const unknown = await server
    .visitor()
    .call(signIn, { body: { email: 'nobody@example.org', password: PASSWORD } });
  expect(wrong.status).toBe(401);
  expect({ ...unknown.problem, instance: '' }).toEqual({ ...wrong.problem, instance: '' });
});
