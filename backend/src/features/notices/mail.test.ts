import { readNotice } from '@qafila/contract';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '../../platform/context.ts';
import { createMailer, type MailConfig } from '../../platform/mail.ts';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { sendMail } from './index.ts';
import { sendAs } from './testing.ts';

const MINUTE_MS = 60_000;
const FROM = 'notices@relief.example.org';

let server: TestServer;
let world: World;
let official: Client;
let association: string;
let member: Client;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  official = await server.as('official', { email: 'official@example.org' });
  association = await world.association({ nameAr: 'جمعية الياسمين' });
  member = await server.as('association', { associationId: association, email: 'member@example.org' });
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set(new Date('2026-03-01T08:00:00Z'));
  await server.db('mail_outbox').delete();
});

type Taken = { to: string[]; message: string };
/** A real mail server on the loopback; closed after each test. */
let postOffice: { url: string; taken: Taken[]; close: () => Promise<void> } | undefined;
afterEach(async () => {
  await postOffice?.close();
  postOffice = undefined;
});

async function openPostOffice(
  options: SMTPServerOptions = {},
  port = 0,
): Promise<NonNullable<typeof postOffice>> {
  const taken: Taken[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        taken.push({ to, message: Buffer.concat(chunks).toString('utf8') });
        callback();
      });
    },
    ...options,
  });
  smtp.on('error', () => undefined);
  const listening = await new Promise<{ port: number }>((resolve) => {
    const { server: net } = smtp;
    smtp.listen(port, '127.0.0.1', () => resolve(net.address() as { port: number }));
  });
  const url = `smtp://127.0.0.1:${listening.port}`;
  postOffice = { url, taken, close: () => new Promise((resolve) => smtp.close(() => resolve())) };
  return postOffice;
}

function run(url: string, config: Partial<MailConfig> = {}, silenceMs = 2_000) {
  const mailer = createMailer({ url, from: FROM, isTlsRequired: false, ...config }, silenceMs);
  const ctx: Context = { ...world.ctx, now: server.clock.now };
  return sendMail(ctx, { mailer, publicUrl: 'https://relief.example.org' });
}

const post = async (titleAr = 'إغلاق الطريق', priority: 'urgent' | 'normal' = 'urgent') =>
  (await sendAs(official, { audience: { kind: 'one', associationId: association }, titleAr, priority })).body
    .id;
const mailOf = async (noticeId: string) =>
  (await official.call(readNotice, { params: { noticeId } })).body.mail;

/** A header’s or a body’s words, as a mail program would show them. */
function readable(message: string): string {
  const words = message
    .replace(/\r\n[ \t]+/g, ' ')
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?(.*?)\?=/gi, (_all, text: string) =>
      Buffer.from(text, 'base64').toString('latin1'),
    )
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_all, text: string) => unquoted(text.replaceAll('_', ' ')));
  const [head = '', ...body] = words.split('\r\n\r\n');
  const isBase64 = /transfer-encoding: base64/i.test(head);
  const text = body.join('\r\n\r\n');
  return Buffer.from(
    `${head}\n\n${isBase64 ? Buffer.from(text, 'base64').toString('latin1') : unquoted(text)}`,
    'latin1',
  ).toString('utf8');
}

function unquoted(text: string): string {
  return text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

describe('what is sent', () => {
  test('an urgent notice comes to each member in their language, with a link and nothing else to it', async () => {
    const english = await server.as('association', {
      associationId: association,
      email: 'english@example.org',
    });
    await server.db('users').where({ id: english.userId }).update({ locale: 'en' });
    const { url, taken } = await openPostOffice();
    const noticeId = await post();
    expect((await run(url)).done).toBe(2);
    const mails = new Map(taken.map(({ to, message }) => [to[0], readable(message)]));
    const arabic = mails.get('member@example.org') ?? '';
    expect(arabic).toContain('Subject: عاجل: \u2068إغلاق الطريق\u2069');
    expect(arabic).toContain(`https://relief.example.org/notices/${noticeId}`);
    expect(mails.get('english@example.org')).toContain('Subject: Urgent: \u2068إغلاق الطريق\u2069');
    expect(arabic).not.toContain('نص التعميم');
    expect(await mailOf(noticeId)).toEqual({ queued: 0, sent: 2, failed: 0, failure: null });
    await server.db('users').where({ id: english.userId }).update({ disabled_at: new Date() });
  });

  test('what an association writes goes to officials without its words', async () => {
    const { url, taken } = await openPostOffice();
    await sendAs(member, { audience: { kind: 'directorate' }, titleAr: 'حالة السيد فلان' });
    await run(url);
    const mail = readable(taken.find(({ to }) => to[0] === 'official@example.org')?.message ?? '');
    expect(mail).toContain('\u2068جمعية الياسمين\u2069');
    expect(mail).not.toContain('فلان');
  });

  test('nothing in a title becomes a header or another recipient', async () => {
    const { url, taken } = await openPostOffice();
    await server.db.raw('ALTER TABLE notices DISABLE TRIGGER notices_fixed');
    const noticeId = await post();
    const title = 'x\r\nBcc: thief@example.org\r\n\r\n<b>body</b>\u2028Y';
    await server.db('notices').where({ id: noticeId }).update({ title_ar: title });
    await server.db.raw('ALTER TABLE notices ENABLE TRIGGER notices_fixed');
    await run(url);
    expect(taken.map(({ to }) => to)).toEqual([['member@example.org']]);
    const head = taken[0]?.message.split('\r\n\r\n')[0] ?? '';
    expect(head).not.toMatch(/^Bcc:/im);
    expect(head.match(/^Subject:/gim)).toHaveLength(1);
  });

  test('a notice that was withdrawn meanwhile is not sent', async () => {
    const { url, taken } = await openPostOffice();
    const noticeId = await post();
    await server.db('notices').where({ id: noticeId }).update({
      withdrawn_at: server.clock.now(),
      withdrawn_by: official.userId,
      withdrawn_reason: 'خطأ',
    });
    expect((await run(url)).done).toBe(0);
    expect(taken).toEqual([]);
  });

  test('without a mail server what nobody has sent within a day is forgotten', async () => {
    const noticeId = await post();
    await sendMail({ ...world.ctx, now: server.clock.now }, undefined);
    expect(await mailOf(noticeId)).not.toBeNull();
    const tomorrow = () => new Date(server.clock.now().getTime() + 25 * 3_600_000);
    await sendMail({ ...world.ctx, now: tomorrow }, undefined);
    expect(await mailOf(noticeId)).toBeNull();
  });
});

describe('how often', () => {
  test('two processes at once send each e-mail once', async () => {
    const { url, taken } = await openPostOffice();
    for (let n = 0; n < 6; n++) await post(`تعميم ${n}`);
    const runs = await Promise.all([run(url), run(url), run(url)]);
    expect(runs.reduce((sum, { done }) => sum + done, 0)).toBe(6);
    expect(taken).toHaveLength(6);
    expect((await run(url)).done).toBe(0);
  });

  test('killed after the server took it and before that was on record: once more, under the same Message-ID', async () => {
    const { url, taken } = await openPostOffice();
    await post();
    const killed = server.db.transaction(async (trx) => {
      const mailer = createMailer({ url, from: FROM, isTlsRequired: false });
      await sendMail(
        { ...world.ctx, db: trx, now: server.clock.now },
        { mailer, publicUrl: 'https://x.example.org' },
      );
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    await run(url);
    const ids = taken.map(({ message }) => /^Message-ID: (.+)$/im.exec(message)?.[1]);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toMatch(/^<[0-9a-f-]{36}@relief\.example\.org>$/);
    expect(ids[1]).toBe(ids[0]);
  });
});

describe('a mail server that', () => {
  test('refuses a mailbox for good is not asked again, and officials see it', async () => {
    const { url } = await openPostOffice({
      onRcptTo: (_address, _session, callback) =>
        callback(Object.assign(new Error('no such box'), { responseCode: 550 })),
    });
    const noticeId = await post();
    await run(url);
    expect(await mailOf(noticeId)).toEqual({ queued: 0, sent: 0, failed: 1, failure: 'refused' });
    const { body } = await member.call(readNotice, { params: { noticeId } });
    expect(body.mail).toBeNull();
  });

  test('is busy is asked again later, some days long, and then given up in sight', async () => {
    const { url } = await openPostOffice({
      onRcptTo: (_address, _session, callback) =>
        callback(Object.assign(new Error('try later'), { responseCode: 451 })),
    });
    const noticeId = await post();
    await run(url);
    await run(url);
    expect(await server.db('mail_outbox').first('tries')).toEqual({ tries: 1 });
    const wait = async (hours: number) => {
      for (let hour = 0; hour < hours; hour++) {
        server.clock.advance(60 * MINUTE_MS);
        await run(url);
      }
    };
    await wait(60);
    expect(await mailOf(noticeId)).toMatchObject({ queued: 1, failed: 0 });
    await wait(20);
    expect(await mailOf(noticeId)).toMatchObject({ queued: 0, failed: 1, failure: 'refused' });
    expect(await server.db('mail_outbox').first('tries')).toEqual({ tries: 26 });
  });

  test('is down, and then up: all arrive, and the first failure spares the others a try', async () => {
    const { url, close } = await openPostOffice();
    const port = Number(new URL(url).port);
    await close();
    for (let n = 0; n < 3; n++) await post(`تعميم ${n}`);
    expect((await run(url)).done).toBe(0);
    expect(await server.db('mail_outbox').sum({ tries: 'tries' }).first()).toEqual({ tries: 1 });
    const { taken } = await openPostOffice({}, port);
    server.clock.advance(2 * MINUTE_MS);
    expect((await run(url)).done).toBe(3);
    expect(taken).toHaveLength(3);
  });

  test('says nothing is not waited for', async () => {
    const { url } = await openPostOffice({ onConnect: () => undefined });
    const noticeId = await post();
    const begun = performance.now();
    await run(url, {}, 300);
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(await mailOf(noticeId)).toMatchObject({ queued: 1 });
    expect(await server.db('mail_outbox').first('failure')).toEqual({ failure: 'unreachable' });
  });
});

describe('a mail server that cannot be trusted, because it', () => {
  test.each([
    ['offers no TLS', { disabledCommands: ['STARTTLS'] }],
    ['shows a certificate nobody vouches for', { disabledCommands: [] }],
  ] as const)('%s is told nothing where TLS is required', async (_what, options) => {
    const { url, taken } = await openPostOffice({
      ...options,
      disabledCommands: [...options.disabledCommands],
    });
    await post();
    await run(url, { isTlsRequired: true });
    expect(taken).toEqual([]);
    expect(await server.db('mail_outbox').first('failure')).toEqual({ failure: 'insecure' });
  });

  test('does not know us is not shown a password twice in a run', async () => {
    let tries = 0;
    const { url } = await openPostOffice({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => {
        tries += 1;
        callback(new Error('unknown'));
      },
    });
    await post();
    await post();
    await run(url.replace('//', '//user:p%40ss@'));
    expect(tries).toBe(1);
    expect(await server.db('mail_outbox').whereNotNull('failure').first('failure')).toEqual({
      failure: 'not_authorized',
    });
  });
});
