import { acceptPledge, endpoint, listPledges, revokeInvitation, signIn, updateNeed } from '@qafila/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { addressOf, call } from './call.ts';
import { type ApiProblem, isProblem, NetworkError, UnexpectedAnswer } from './errors.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const fetched = vi.fn<typeof fetch>();
beforeAll(() => vi.stubGlobal('fetch', fetched));
afterEach(() => fetched.mockReset());
afterAll(() => vi.unstubAllGlobals());

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const sent = () => {
  const [address, init] = fetched.mock.calls[0] ?? [];
  return { address, init, headers: new Headers(init?.headers) };
};

const ping = endpoint({
  method: 'post',
  path: '/api/v1/ping/:name',
  summary: 'test',
  access: 'public',
  params: z.strictObject({ name: z.string() }),
  query: z.strictObject({ loud: z.boolean().optional() }),
  body: z.strictObject({ count: z.int() }),
  response: z.strictObject({ at: z.coerce.date() }),
});

describe('a call', () => {
  test('fills the path and the query, and reads the answer by its schema', async () => {
    fetched.mockResolvedValue(json({ at: '2026-10-14T11:02:00Z' }));
    const answer = await call(ping, { params: { name: 'a/b' }, query: { loud: true }, body: { count: 3 } });
    expect(answer.at).toEqual(new Date('2026-10-14T11:02:00Z'));
    expect(sent().address).toBe('/api/v1/ping/a%2Fb?loud=true');
    expect(sent().init).toMatchObject({ method: 'POST', credentials: 'same-origin', body: '{"count":3}' });
  });

  test('carries an idempotency key where the endpoint takes one, and only there', async () => {
    fetched.mockImplementation(async () => json({ at: '2026-10-14T11:02:00Z' }));
    await call(ping, { params: { name: 'a' }, body: { count: 1 } });
    expect(sent().headers.get('idempotency-key')).toMatch(/^[\da-f-]{36}$/);
    fetched.mockReset();
    fetched.mockResolvedValue(json({ code: 'wrong_credentials', type: 'x', title: 'x', status: 401 }, 401));
    await call(signIn, { body: { email: 'a@b.c', password: 'x' } }).catch(() => undefined);
    expect(sent().headers.has('idempotency-key')).toBe(false);
  });

  test('names the version that an edit was made on', async () => {
    fetched.mockResolvedValue(new Response(null, { status: 204 }));
    await call(updateNeed, { params: { needId: ID }, body: { note: 'x' }, ifMatch: 4 });
    expect(sent().headers.get('if-match')).toBe('"4"');
  });

  test('answers nothing where there is nothing to answer', async () => {
    fetched.mockResolvedValue(new Response(null, { status: 204 }));
    expect(await call(revokeInvitation, { params: { invitationId: ID } })).toBeUndefined();
  });

  test('leaves out what was not asked', () => {
    expect(addressOf(listPledges, { params: { campaignId: ID }, query: { status: undefined } })).toBe(
      `/api/v1/campaigns/${ID}/pledges`,
    );
  });
});

describe('when it fails', () => {
  const accept = () => call(acceptPledge, { params: { pledgeId: ID }, body: { quantity: 1 } });

  test('a refusal keeps its code and its fields', async () => {
    const errors = [{ path: 'quantity', code: 'too_small', message: 'x', values: { minimum: 1 } }];
    fetched.mockResolvedValue(
      json({ type: 'x', title: 'x', status: 400, code: 'invalid_input', errors }, 400),
    );
    const error = await accept().catch((it: unknown) => it);
    expect(isProblem(error, 'invalid_input')).toBe(true);
    expect((error as ApiProblem).problem.errors).toEqual(errors);
  });

  test('no answer is told apart from a refusal', async () => {
    fetched.mockRejectedValue(new TypeError('failed to fetch'));
    await expect(accept()).rejects.toThrow(NetworkError);
    fetched.mockResolvedValue(new Response('<html>', { status: 502 }));
    await expect(accept()).rejects.toThrow(NetworkError);
  });

  test('an answer that does not fit the contract is not taken for data', async () => {
    fetched.mockResolvedValue(json({ id: 'not a pledge' }));
    await expect(accept()).rejects.toThrow(UnexpectedAnswer);
    fetched.mockResolvedValue(new Response('<html>', { status: 200 }));
    await expect(accept()).rejects.toThrow(UnexpectedAnswer);
  });
});
