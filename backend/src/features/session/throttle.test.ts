import { signIn } from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, startTestServer, type TestServer } from '../../testing/server.ts';

describe('guessing', () => {
  let guarded: TestServer;
  beforeAll(async () => {
    guarded = await startTestServer({ trustProxy: 1 });
    guarded.clock.set(new Date());
  });
  afterAll(() => guarded.close());

  const from = (ip: string, email: string, password: string) =>
    guarded.visitor().call(signIn, { body: { email, password }, headers: { 'X-Forwarded-For': ip } });

  async function owner(name: string): Promise<string> {
    const email = `${name}@example.org`;
    await guarded.as('official', { email });
    return email;
  }

  test('a hundred wrong tries are slowed down, and the owner gets in elsewhere at once and here within a minute', async () => {
    const email = await owner('hundred');
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 100; attempt++) {
      statuses.push((await from('198.51.100.7', email, 'wrong')).status);
    }
    expect(statuses.filter((status) => status === 401).length).toBe(5);
    const here = await from('198.51.100.7', email, PASSWORD);
    expect([here.status, here.problem.code]).toEqual([429, 'too_many_requests']);
    const waitS = Number(here.headers.get('retry-after'));
    expect(waitS).toBeGreaterThan(0);
    expect(waitS).toBeLessThanOrEqual(60);
    expect((await from('203.0.113.9', email, PASSWORD)).status).toBe(200);
    guarded.clock.advance(60_000);
    expect((await from('198.51.100.7', email, PASSWORD)).status).toBe(200);
  });

  test('tries at once are judged no more often than tries one by one', async () => {
    const email = await owner('parallel');
    const answers = await Promise.all(Array.from({ length: 20 }, () => from('198.51.100.8', email, 'wrong')));
    const counts = answers.map((it) => it.status);
    expect(counts.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
    expect(counts.filter((status) => status === 429).length).toBeGreaterThanOrEqual(15);
  });

  test('from many addresses does not shut the owner out', async () => {
    const email = await owner('many');
    for (let n = 1; n <= 25; n++) await from(`198.51.100.${100 + n}`, email, 'wrong');
    const abuser = await from('198.51.100.101', email, 'wrong');
    expect(abuser.status).toBe(429);
    expect((await from('203.0.113.77', email, PASSWORD)).status).toBe(200);
  });

  test('one password at many accounts is slowed down by the address', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 40; n++) {
      statuses.push((await from('198.51.100.9', `someone-${n}@example.org`, 'wrong')).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  test('a neighbour in the same IPv6 network is the same address', async () => {
    const email = await owner('v6');
    for (let n = 1; n <= 5; n++) await from(`2001:db8:1:2::${n}`, email, 'wrong');
    expect((await from('2001:db8:1:2::ffff', email, 'wrong')).status).toBe(429);
    expect((await from('2001:db8:1:3::1', email, PASSWORD)).status).toBe(200);
  });

  test('a forged X-Forwarded-For hides nobody where no proxy is trusted', async () => {
    const open = await startTestServer();
    open.clock.set(new Date());
    const statuses: number[] = [];
    for (let n = 0; n < 8; n++) {
      const headers = { 'X-Forwarded-For': `192.0.2.${n}` };
      const body = { email: 'forged@example.org', password: 'wrong' };
      statuses.push((await open.visitor().call(signIn, { body, headers })).status);
    }
    expect(statuses.at(-1)).toBe(429);
    await open.close();
  });
});
