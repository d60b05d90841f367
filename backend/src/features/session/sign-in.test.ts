import { signIn } from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, startTestServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const tryToSignIn = (body: unknown) => server.visitor().call(signIn, { body });

describe('bad sign-ins', () => {
  const email = 'known@example.org';
  beforeAll(() => server.as('official', { email }));

  test.each([
    ['a password of a million characters', { email, password: 'x'.repeat(1_000_000) }, 413, 'body_too_large'],
    ['a password longer than is taken', { email, password: 'x'.repeat(201) }, 400, 'invalid_input'],
    ['a list as the password', { email, password: [PASSWORD] }, 400, 'invalid_input'],
    ['an object as the password', { email, password: { length: 20 } }, 400, 'invalid_input'],
    ['a NUL in the address', { email: `${email}\u0000`, password: PASSWORD }, 401, 'wrong_credentials'],
    [
      'a Cyrillic look-alike',
      { email: email.replace('o', 'о'), password: PASSWORD },
      401,
      'wrong_credentials',
    ],
    ['an empty address', { email: '', password: PASSWORD }, 401, 'wrong_credentials'],
    ['a quote in the address', { email: `' OR 1=1 --`, password: PASSWORD }, 401, 'wrong_credentials'],
    ['a lone surrogate', { email, password: '\ud800'.repeat(12) }, 401, 'wrong_credentials'],
    ['a role beside', { email, password: PASSWORD, role: 'admin' }, 400, 'invalid_input'],
    ['nothing', undefined, 400, 'invalid_input'],
  ])('with %s', async (_what, body, status, code) => {
    await server.db('sign_in_failures').del();
    const answer = await tryToSignIn(body);
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect((await tryToSignIn({ email, password: PASSWORD })).status).toBe(200);
  });

  test('of an unknown user answer in the words and the time of a wrong password', async () => {
    const wrongMs: number[] = [];
    const unknownMs: number[] = [];
    for (let round = 0; round < 7; round++) {
      await server.db('sign_in_failures').del();
      const wrong = await timed(wrongMs, { email, password: 'not this one' });
      const unknown = await timed(unknownMs, { email: 'nobody@example.org', password: 'not this one' });
      expect({ ...unknown.problem, instance: '' }).toEqual({ ...wrong.problem, instance: '' });
    }
    const ratio = median(unknownMs) / median(wrongMs);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  async function timed(into: number[], body: unknown) {
    const startedAt = performance.now();
    const answer = await tryToSignIn(body);
    into.push(performance.now() - startedAt);
    return answer;
  }

  function median(values: readonly number[]): number {
    return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  }
});
