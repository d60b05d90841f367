import { inTransaction } from '@qafila/db';
import type { Context } from '../../platform/context.ts';
import type { Mailer, MailRefusal } from '../../platform/mail.ts';
import {
  claimMail,
  forgetIdleMail,
  forgetQueued,
  markGivenUp,
  markSent,
  markTried,
  type QueuedMail,
} from './mail.repository.ts';
import { mailText } from './mail-text.ts';

const MINUTE_MS = 60_000;
/**
 * After each try the next one waits so long; after the last, three days on, it is given up and shown. A mail server may
 * lie still from one working day to the next.
 */
const WAITS_MIN: readonly number[] = [1, 2, 4, 8, 15, 30, 60, 120, ...Array<number>(17).fill(240)];
/** A run ends long before another would be started in its place. */
const RUN_MS = 4 * MINUTE_MS;

export type MailJob = { readonly mailer: Mailer; readonly publicUrl: string };

const FORGET_AFTER_MS = 86_400_000;

type Turn = 'sent' | 'put_off' | 'given_up' | 'server_down';

/**
 * Sends what is due, one e-mail in a transaction at a time. A mail that the server took is never sent again, but for one
 * case that no sender can exclude: a process that dies between the server’s word and the commit sends it once more, under
 * the same Message-ID. Without a mail server, what was to be sent is forgotten after a day, lest it all go out when there
 * is one; not at once, for another server on this database may have one.
 */
export async function sendMail(ctx: Context, job: MailJob | undefined): Promise<{ done: number }> {
  if (!job) {
    await forgetQueued(ctx.db, new Date(ctx.now().getTime() - FORGET_AFTER_MS));
    return { done: 0 };
  }
  await forgetIdleMail(ctx.db, ctx.now());
  const endsAt = performance.now() + RUN_MS;
  let done = 0;
  while (performance.now() < endsAt) {
    const turn = await inTransaction(ctx.db, (trx) => sendNext({ ...ctx, db: trx }, job));
    if (turn === 'sent') done += 1;
    if (turn === 'sent' || turn === 'given_up') tell(ctx);
    if (!turn || turn === 'server_down') break;
  }
  return { done };
}

/** Officials see how the e-mails of a notice go. */
function tell({ announce }: Context): void {
  announce({ kind: 'workChanged', topics: ['notices'], associationIds: [] });
}

async function sendNext({ db, now }: Context, job: MailJob): Promise<Turn | undefined> {
  const mail = await claimMail(db, now());
  if (!mail) return undefined;
  const link = new URL(`/notices/${mail.noticeId}`, job.publicUrl).href;
  const { to, locale: language, id } = mail;
  const refusal = await job.mailer.send({ to, language, id, ...mailText(mail, link) });
  if (refusal) return await putOff({ db, now }, mail, refusal);
  await markSent(db, mail.id, now());
  return 'sent';
}

async function putOff(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { id, tries }: QueuedMail,
  { failure, isFinal, isServer }: MailRefusal,
): Promise<Turn> {
  const waitMin = isFinal ? undefined : WAITS_MIN[tries];
  if (waitMin === undefined) {
    await markGivenUp(db, id, failure, now());
    return 'given_up';
  }
  await markTried(db, id, failure, new Date(now().getTime() + waitMin * MINUTE_MS));
  return isServer ? 'server_down' : 'put_off';
}
