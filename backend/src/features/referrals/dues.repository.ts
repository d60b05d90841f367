import type { AidKind, DueStatus, NamedRef } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { namedRefSql } from '../reference/index.ts';
import { firstDayOf } from './month.ts';

/** A month that somebody owes monthly aid for; one that is there stays as it is. */
export async function openDue(db: Db, referralId: string, month: string): Promise<void> {
  await db.raw(
    `INSERT INTO referral_dues (referral_id, month, association_id, status)
     SELECT id, :month, association_id, 'due' FROM referrals WHERE id = :referralId
     ON CONFLICT (referral_id, month) DO NOTHING`,
    { referralId, month: firstDayOf(month) },
  );
}

/** The month is settled by this help, also when it had been missed; help given again changes nothing. */
export async function settleDue(
  db: Db,
  due: { referralId: string; associationId: string; month: string; helpId: string },
): Promise<void> {
  await db.raw(
    `INSERT INTO referral_dues AS d (referral_id, month, association_id, status, settled_by)
     VALUES (:referralId, :month, :associationId, 'given', :helpId)
     ON CONFLICT (referral_id, month) DO UPDATE
       SET status = 'given', settled_by = excluded.settled_by, association_id = excluded.association_id
       WHERE d.status <> 'given'`,
    { ...due, month: firstDayOf(due.month) },
  );
}

/** The association no longer has these cases: what is past and unmet was missed, the rest is not owed any more. */
export async function dropDues(db: Db, referralIds: readonly string[], month: string): Promise<void> {
  const values = { ids: [...referralIds], month: firstDayOf(month) };
  const unmet = `status = 'due' AND referral_id = ANY(CAST(:ids AS uuid[]))`;
  await db.raw(`UPDATE referral_dues SET status = 'missed' WHERE ${unmet} AND month < :month`, values);
  await db.raw(`DELETE FROM referral_dues WHERE ${unmet}`, values);
}

export type DueRow = { month: string; status: DueStatus; association: NamedRef };

const MONTH = `to_char(d.month, 'YYYY-MM') AS month`;

export async function duesOf(db: Db, referralId: string, only: string | null): Promise<DueRow[]> {
  const { rows } = await db.raw<{ rows: DueRow[] }>(
    `SELECT ${MONTH}, d.status, ${namedRefSql('a')} AS association
     FROM referral_dues d JOIN associations a ON a.id = d.association_id
     WHERE d.referral_id = :referralId AND (d.association_id = :only OR :only::uuid IS NULL)
     ORDER BY d.month`,
    { referralId, only },
  );
  return rows;
}

export type ListedDue = DueRow & { referralId: string; code: string; kind: AidKind; governorateCode: string };
export type DueFilter = {
  month?: string | undefined;
  status?: DueStatus | undefined;
  associationId?: string | undefined;
};
export type DuePlace = { beforeMonth: string; beforeId: string };

const CONDITIONS: Readonly<Record<keyof DueFilter, string>> = {
  month: 'd.month = :month',
  status: 'd.status = :status',
  associationId: 'd.association_id = :associationId',
};

/** Newest months first, those after `before`. */
export async function duePage(
  db: Db,
  filter: DueFilter,
  { before, limit }: { before: DuePlace | undefined; limit: number },
): Promise<ListedDue[]> {
  const set = Object.entries(filter).filter(([, value]) => value !== undefined);
  const conditions = set.map(([name]) => CONDITIONS[name as keyof DueFilter]);
  if (before !== undefined)
    conditions.push('(d.month, d.referral_id) < (:beforeMonth::date, :beforeId::uuid)');
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const order = 'ORDER BY d.month DESC, d.referral_id DESC';
  const { rows } = await db.raw<{ rows: ListedDue[] }>(
    `SELECT ${MONTH}, d.status, ${namedRefSql('a')} AS association, r.id AS "referralId", r.code, r.kind,
            r.governorate_code AS "governorateCode"
     FROM (SELECT * FROM referral_dues d ${where} ${order} LIMIT :limit) d
     JOIN associations a ON a.id = d.association_id JOIN referrals r ON r.id = d.referral_id
     ${order}`,
    {
      ...Object.fromEntries(set),
      ...(filter.month !== undefined && { month: firstDayOf(filter.month) }),
      ...(before && { ...before, beforeMonth: firstDayOf(before.beforeMonth) }),
      limit,
    },
  );
  return rows;
}

/**
 * Every month from the accepting, or a year back, to `until` that active monthly aid lacks; at most `limit` of the cases after `after`,
 * locked so that none of them ends meanwhile. Answers how many months were made, and the last case looked at.
 */
export async function openDuesOfBatch(
  db: Db,
  { after, until, limit }: { after: string; until: string; limit: number },
): Promise<{ made: number; last: string | null }> {
  const { rows } = await db.raw<{ rows: { made: number; last: string | null }[] }>(
    `WITH active AS (
       SELECT id, association_id, accepted_at FROM referrals
       WHERE cadence = 'monthly' AND status IN ('accepted', 'in_progress') AND id > :after
       ORDER BY id LIMIT :limit FOR NO KEY UPDATE
     ), made AS (
       INSERT INTO referral_dues (referral_id, month, association_id, status)
       SELECT id, month, association_id, 'due'
       FROM active, generate_series(
         greatest(date_trunc('month', accepted_at AT TIME ZONE 'Asia/Damascus'), :until::timestamp - interval '1 year'),
         :until::timestamp, interval '1 month') AS month
       ON CONFLICT (referral_id, month) DO NOTHING
       RETURNING 1
     )
     SELECT (SELECT count(*)::int FROM made) AS made, (SELECT id FROM active ORDER BY id DESC LIMIT 1) AS last`,
    { after, until: firstDayOf(until), limit },
  );
  return rows[0] ?? { made: 0, last: null };
}

/** What was not given by the end of its month; answers how many. */
export async function markMissed(db: Db, month: string): Promise<number> {
  const { rowCount } = await db.raw(
    `UPDATE referral_dues SET status = 'missed' WHERE status = 'due' AND month < :month`,
    { month: firstDayOf(month) },
  );
  return rowCount;
}

/** Associations that owe monthly aid for this month, taken on in an earlier one. */
export async function associationsOwing(
  db: Db,
  month: string,
): Promise<{ associationId: string; count: number }[]> {
  const { rows } = await db.raw<{ rows: { associationId: string; count: number }[] }>(
    `SELECT d.association_id AS "associationId", count(*)::int AS count
     FROM referral_dues d JOIN referrals r ON r.id = d.referral_id
     WHERE d.month = :month AND d.status = 'due'
       AND r.accepted_at < (:month::timestamp AT TIME ZONE 'Asia/Damascus')
     GROUP BY d.association_id`,
    { month: firstDayOf(month) },
  );
  return rows;
}
