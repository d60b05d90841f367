import {
  acceptInvitation,
  invite,
  listInvitations,
  readInvitation,
  revokeInvitation,
  whoAmI,
} from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';

const PASSPHRASE = 'six convoys to the coast';
let server: TestServer;
let admin: Client;
let official: Client;
beforeAll(async () => {
  server = await startTestServer({ trustProxy: 1 });
  admin = await server.as('admin');
  official = await server.as('official');
});
afterAll(() => server.close());

let invited = 0;
const invitee = (changes: object = {}) => ({
  email: `invited-${++invited}@example.org`,
  name: 'مدعو',
  role: 'coordinator',
  associationId: null,
  ...changes,
});

async function tokenFor(changes: object = {}): Promise<{ token: string; id: string; email: string }> {
  const { status, body } = await admin.call(invite, { body: invitee(changes) });
  expect(status).toBe(201);
  return { token: body.token, id: body.invitation.id, email: body.invitation.email };
}

/** Each from an address of its own, so that no test slows down another. */
let addresses = 0;
const elsewhere = () => ({
  'X-Forwarded-For': `10.1.${Math.floor(++addresses / 250)}.${(addresses % 250) + 1}`,
});
const lookUp = (token: string) =>
  server.visitor().call(readInvitation, { body: { token }, headers: elsewhere() });
const accept = (token: string, client = server.visitor()) =>
  client.call(acceptInvitation, {
    body: { token, name: 'رنا', password: PASSPHRASE },
    headers: elsewhere(),
  });

describe('an invitation', () => {
  test('makes an account once, signed in, with the role and the association it names', async () => {
    const member = await server.as('association');
    const associationId = member.associationId ?? '';
    const { token, email } = await tokenFor({ role: 'association', associationId });
    const seen = await lookUp(token);
    expect(seen.body).toMatchObject({ email, role: 'association', association: { id: associationId } });

    const guest = server.visitor();
    const accepted = await accept(token, guest);
    expect(accepted.status).toBe(201);
    const me = await guest.call(whoAmI);
    expect(me.body).toMatchObject({
      email,
      name: 'رنا',
      role: 'association',
      association: { id: associationId },
    });
    expect((await accept(token)).problem.code).toBe('token_expired');
  });

  test('answers alike whether it is wrong, used, revoked or expired', async () => {
    const used = await tokenFor();
    await accept(used.token);
    const revoked = await tokenFor();
    expect((await admin.call(revokeInvitation, { params: { invitationId: revoked.id } })).status).toBe(204);
    const expired = await tokenFor();
    await server
      .db('invitations')
      .where('id', expired.id)
      .update({ expires_at: new Date(0) });
    const answers = await Promise.all(
      [used.token, revoked.token, expired.token, 'x'.repeat(43)].flatMap((token) => [
        lookUp(token),
        accept(token),
      ]),
    );
    for (const { status, problem } of answers) {
      expect(status).toBe(410);
      expect({ ...problem, instance: '' }).toEqual({ ...answers[0]?.problem, instance: '' });
    }
  });

  test('is known to the database only by the hash of its token, which has 256 random bits', async () => {
    const { token, id } = await tokenFor();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const row = await server.db('invitations').where({ id }).first();
    expect(JSON.stringify({ ...row, hash: row.token_hash.toString('base64url') })).not.toContain(token);
    const { body } = await admin.call(listInvitations);
    expect(JSON.stringify(body)).not.toContain(token);
  });

  test('accepted by two at once makes one account', async () => {
    const { token, email } = await tokenFor();
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map((it) => it.status).toSorted()).toEqual([201, 410, 410]);
    expect(await server.db('users').where({ email })).toHaveLength(1);
  });
});

describe('inviting', () => {
  test('for an address that has an account is refused', async () => {
    const { token, email } = await tokenFor();
    await accept(token);
    const again = await admin.call(invite, { body: invitee({ email: email.toUpperCase() }) });
    expect([again.status, again.problem.code]).toEqual([409, 'email_taken']);
  });

  test('to one address made twice can be accepted once', async () => {
    const first = await tokenFor();
    const second = await tokenFor({ email: first.email });
    expect((await accept(first.token)).status).toBe(201);
    expect((await accept(second.token)).problem.code).toBe('email_taken');
  });

  test('comes from an official for association members and coordinators only', async () => {
    expect((await official.call(invite, { body: invitee() })).status).toBe(201);
    for (const role of ['admin', 'official']) {
      const refused = await official.call(invite, { body: invitee({ role }) });
      expect([refused.status, refused.problem.code]).toEqual([403, 'not_allowed']);
    }
    const admins = await tokenFor({ role: 'admin' });
    const revoked = await official.call(revokeInvitation, { params: { invitationId: admins.id } });
    expect(revoked.status).toBe(403);
    expect((await lookUp(admins.token)).status).toBe(200);
  });

  test('names an association for its members and for nobody else', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const cases: [object, string][] = [
      [{ role: 'association' }, 'association_for_role'],
      [{ role: 'coordinator', associationId: nowhere }, 'association_for_role'],
      [{ role: 'association', associationId: nowhere }, 'no_such_reference'],
    ];
    for (const [changes, code] of cases) {
      const { problem } = await admin.call(invite, { body: invitee(changes) });
      expect(problem.errors).toMatchObject([{ path: 'associationId', code }]);
    }
  });
});

test('tokens are guessed slowly', async () => {
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 12; attempt++) {
    const headers = { 'X-Forwarded-For': '10.9.9.9' };
    statuses.push(
      (await server.visitor().call(readInvitation, { body: { token: 'y'.repeat(43) }, headers })).status,
    );
  }
  expect(statuses[0]).toBe(410);
  expect(statuses.at(-1)).toBe(429);
});
