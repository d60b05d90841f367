import { signIn } from '@qafila/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD, startTestServer, type TestServer } from '../testing/server.ts';
import { createLogger } from './logging.ts';

let server: TestServer;
let lines: string[] = [];
beforeAll(async () => {
  const write = (line: string): void => {
    lines.push(line);
  };
  server = await startTestServer({}, createLogger('trace', { write }));
});
afterAll(() => server.close());

/** What the log said while `work` ran, and a moment after. */
async function loggedDuring(work: () => Promise<unknown>): Promise<string> {
  lines = [];
  await work();
  await expect.poll(() => lines.length).toBeGreaterThan(0);
  return lines.join('');
}

test('a request is logged by its path and its id, without query, headers, body or address', async () => {
  const client = await server.as('official', { email: 'secretive@example.org' });
  const logged = await loggedDuring(() =>
    client.raw('/api/v1/people?token=do-not-log', {
      headers: { Authorization: 'Bearer do-not-log', 'X-Request-Id': 'do-not-log' },
    }),
  );
  const line = JSON.parse(lines[0] ?? '');
  expect(line.req).toEqual({ id: line.reqId, method: 'GET', path: '/api/v1/people' });
  expect(line.reqId).toMatch(/^[0-9a-f-]{36}$/);
  for (const secret of ['do-not-log', client.cookie, 'secretive', '127.0.0.1'])
    expect(logged).not.toContain(secret);
});

test('a sign-in leaves no address and no password in the log', async () => {
  const logged = await loggedDuring(() =>
    server.visitor().call(signIn, { body: { email: 'secretive@example.org', password: PASSWORD } }),
  );
  for (const secret of ['secretive', PASSWORD, 'argon2', 'qafila_session'])
    expect(logged).not.toContain(secret);
});

test('our own failure is logged with its place but not with people’s data, and told only by its id', async () => {
  await server.db.raw('ALTER TABLE users RENAME COLUMN password_hash TO moved');
  const body = { email: 'secretive@example.org', password: PASSWORD };
  let answer: Awaited<ReturnType<typeof ask>> | undefined;
  const ask = () => server.visitor().call(signIn, { body });
  const logged = await loggedDuring(async () => {
    answer = await ask();
  });
  await server.db.raw('ALTER TABLE users RENAME COLUMN moved TO password_hash');
  expect(answer?.status).toBe(500);
  expect(answer?.problem.code).toBe('internal');
  expect(JSON.stringify(answer?.problem)).not.toMatch(/password_hash|select|column/);
  expect(logged).toContain(answer?.problem.instance);
  expect(logged).toContain('password_hash');
  expect(logged).toContain('where \\"users\\".\\"email\\" = $1');
  expect(logged).not.toContain('secretive');
});

test('what the database quotes from people is not logged', async () => {
  const { describeError } = await import('./logging.ts');
  const error = await server
    .db('users')
    .insert({ id: 'رنا الخطيب' })
    .catch((it: unknown) => it);
  expect(String(error)).toContain('رنا');
  expect(JSON.stringify(describeError(error))).not.toContain('رنا');
});
