import type { DueStatus, OPEN_REFERRAL_STATUSES, ReferralOutcome, ReferralStatus } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { firstDayOf } from './month.ts';

export type LoadTimes = { month: string; monthAgo: Date; yearAgo: Date };
export type LoadRow = {
  open: number;
  dueThisMonth: number;
  acceptedLast30Days: number;
  medianDaysToAccept: number | null;
};

/** The median of intervals in days; those are ordered much faster than the numbers they become. */
export function medianDaysSql(interval: string, only = 'true'): string {
  const median = `percentile_cont(0.5) WITHIN GROUP (ORDER BY ${interval}) FILTER (WHERE ${only})`;
  return `(extract(epoch FROM ${median}) / 86400)::float8`;
}

/** What an association has in hand; `id` is SQL, the times are bindings. */
export function loadSql(id: string): string {
  return `SELECT
    (SELECT count(*)::int FROM referrals WHERE association_id = ${id} AND ended_at IS NULL) AS open,
    (SELECT count(*)::int FROM referral_dues
     WHERE association_id = ${id} AND month = :month AND status = 'due') AS "dueThisMonth",
    (SELECT count(*)::int FROM referrals
     WHERE association_id = ${id} AND accepted_at >= :monthAgo) AS "acceptedLast30Days",
    (SELECT ${medianDaysSql('accepted_at - referred_at')}
     FROM referrals WHERE association_id = ${id} AND accepted_at >= :yearAgo) AS "medianDaysToAccept"`;
}

const DAY_MS = 86_400_000;

export function loadTimes(now: Date, month: string): LoadTimes {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  return { month: firstDayOf(month), monthAgo: daysAgo(30), yearAgo: daysAgo(365) };
}

export async function loadOf(db: Db, associationId: string, times: LoadTimes): Promise<LoadRow | undefined> {
  const { rows } = await db.raw<{ rows: LoadRow[] }>(
    `SELECT load.* FROM associations a, LATERAL (${loadSql('a.id')}) load WHERE a.id = :associationId`,
    { associationId, ...times },
  );
  return rows[0];
}

type OpenStatus = (typeof OPEN_REFERRAL_STATUSES)[number];
type Count<Key extends string, Of> = Record<Key, Of> & { count: number };

/** Of one association, with those that are over. */
export async function statusCounts(
  db: Db,
  associationId: string,
): Promise<Count<'status', ReferralStatus>[]> {
  return await db('referrals')
    .where({ association_id: associationId })
    .groupBy('status')
    .select('status', db.raw('count(*)::int AS count'));
}

export async function openCounts(
  db: Db,
  of: { associationId?: string; caseworkerId?: string },
): Promise<Count<'status', OpenStatus>[]> {
  return await db('referrals')
    .whereNull('ended_at')
    .where({
      ...(of.associationId !== undefined && { association_id: of.associationId }),
      ...(of.caseworkerId !== undefined && { caseworker_id: of.caseworkerId }),
    })
    .groupBy('status')
    .select('status', db.raw('count(*)::int AS count'));
}

export async function outcomeCounts(
  db: Db,
  associationId: string,
): Promise<Count<'outcome', ReferralOutcome>[]> {
  return await db('referrals')
    .where({ association_id: associationId })
    .whereNotNull('outcome')
    .groupBy('outcome')
    .select('outcome', db.raw('count(*)::int AS count'));
}

export async function declineCount(db: Db, associationId: string): Promise<number> {
  const { rows } = await db.raw<{ rows: { count: number }[] }>(
    `SELECT count(*)::int AS count FROM referral_steps WHERE association_id = :associationId AND kind = 'decline'`,
    { associationId },
  );
  return rows[0]?.count ?? 0;
}

/** Months of monthly aid by what became of them; of one association, or of all. */
export async function dueCounts(
  db: Db,
  month: string,
  associationId: string | null,
): Promise<Count<'status', DueStatus>[]> {
  return await db('referral_dues')
    .where({ month: firstDayOf(month), ...(associationId !== null && { association_id: associationId }) })
    .groupBy('status')
    .select('status', db.raw('count(*)::int AS count'));
}

export async function amountGiven(db: Db, associationId: string, since: string): Promise<number> {
  const { rows } = await db.raw<{ rows: { amount: number }[] }>(
    `SELECT coalesce(sum(amount_syp), 0) AS amount FROM referral_help
     WHERE association_id = :associationId AND given_on >= :since`,
    { associationId, since },
  );
  return rows[0]?.amount ?? 0;
}
