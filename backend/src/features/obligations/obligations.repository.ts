import {
  type Obligation,
  type ObligationCounts,
  type ObligationDay,
  type ObligationFilter,
  type ObligationStanding,
  type ObligationState,
  soonUntil,
  standingOf,
} from '@qafila/contract';
import type { Db } from '@qafila/db';

/** `only`: the one association that the asker may see; null for all. `today` in Damascus. */
export type Scope = { readonly only: string | null; readonly today: string };

const OPEN = `o.state IN ('due', 'returned')`;

/** What `standingOf` says, in words that the indices of open obligations understand. */
const STANDS: Readonly<Record<ObligationStanding, string>> = {
  later: `${OPEN} AND o.due_on > :soonUntil`,
  soon: `${OPEN} AND o.due_on BETWEEN :today AND :soonUntil`,
  grace: `${OPEN} AND o.due_on < :today AND o.overdue_from > :today`,
  overdue: `${OPEN} AND o.overdue_from <= :today`,
  in_review: `o.state = 'submitted'`,
  settled: `o.state IN ('accepted', 'waived')`,
};

const ASKED: Readonly<Record<Exclude<keyof ObligationFilter, 'standing'>, string>> = {
  associationId: 'o.association_id = :associationId',
  typeId: 'o.type_id = :typeId',
  governorateCode:
    'o.association_id IN (SELECT id FROM associations WHERE governorate_code = :governorateCode)',
  state: 'o.state = :state',
  open: OPEN,
  from: 'o.due_on >= :from',
  to: 'o.due_on <= :to',
};

type Bindings = Record<string, string | number | null>;

/** Only what is asked for is said, so that each question has the plan that fits it. */
function conditionsOf(filter: ObligationFilter, { only, today }: Scope): { sql: string; bindings: Bindings } {
  const { standing, ...rest } = filter;
  const asked = (Object.keys(ASKED) as (keyof typeof ASKED)[]).filter((key) => rest[key] !== undefined);
  const conditions = [
    'TRUE',
    ...asked.map((key) => ASKED[key]),
    ...(standing ? [STANDS[standing]] : []),
    ...(only === null ? [] : ['o.association_id = :only']),
  ];
  const values = Object.fromEntries(asked.map((key) => [key, rest[key] ?? null]));
  return { sql: conditions.join(' AND '), bindings: { ...values, only, today, soonUntil: soonUntil(today) } };
}

const ENTRY = `
  SELECT o.id, o.period, o.due_on AS "dueOn", o.overdue_from AS "overdueFrom", o.state,
         o.submitted_at AS "submittedAt",
         jsonb_build_object('id', a.id, 'nameAr', a.name_ar, 'nameEn', a.name_en,
                            'governorateCode', a.governorate_code) AS association,
         jsonb_build_object('id', t.id, 'key', t.key, 'nameAr', t.name_ar, 'nameEn', t.name_en,
                            'documentsAr', t.documents_ar, 'documentsEn', t.documents_en,
                            'blocksPledges', t.blocks_pledges) AS type
  FROM obligations o
  JOIN associations a ON a.id = o.association_id
  JOIN obligation_types t ON t.id = o.type_id`;

type Row = Omit<Obligation, 'submittedAt' | 'standing'> & { submittedAt: Date | null };

function toObligation({ submittedAt, ...row }: Row, today: string): Obligation {
  return { ...row, submittedAt: submittedAt?.toISOString() ?? null, standing: standingOf(row, today) };
}

export type ListSelection = Scope & {
  filter: ObligationFilter;
  order: 'earliest' | 'latest';
  /** Where the page before ended. */
  after: { dueOn: string; id: string } | undefined;
  limit: number;
};

/** By due day. */
export async function selectObligations(
  db: Db,
  { filter, order, after, limit, ...scope }: ListSelection,
): Promise<Obligation[]> {
  const { sql, bindings } = conditionsOf(filter, scope);
  const [sign, direction] = order === 'earliest' ? ['>', 'ASC'] : ['<', 'DESC'];
  const { rows } = await db.raw<{ rows: Row[] }>(
    `${ENTRY} WHERE ${sql} ${after ? `AND (o.due_on, o.id) ${sign} (:afterDay, CAST(:afterId AS uuid))` : ''}
     ORDER BY o.due_on ${direction}, o.id ${direction} LIMIT :limit`,
    { ...bindings, afterDay: after?.dueOn ?? null, afterId: after?.id ?? null, limit },
  );
  return rows.map((row) => toObligation(row, scope.today));
}

/** What keeps an association from pledging, oldest first: what is overdue of a type that blocks pledges. */
export async function selectBlocking(db: Db, associationId: string, today: string): Promise<Obligation[]> {
  const { sql, bindings } = conditionsOf({ associationId, standing: 'overdue' }, { only: null, today });
  const { rows } = await db.raw<{ rows: Row[] }>(
    `${ENTRY} WHERE ${sql} AND t.blocks_pledges ORDER BY o.due_on, o.id`,
    bindings,
  );
  return rows.map((row) => toObligation(row, today));
}

type Opened = { openedAt: Date; openedByName: string | null };

export async function obligationById(
  db: Db,
  id: string,
  { only, today }: Scope,
): Promise<{ obligation: Obligation; opened: Opened } | undefined> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `${ENTRY} WHERE o.id = :id AND (o.association_id = :only OR :only::uuid IS NULL)`,
    { id, only },
  );
  const opened: Opened | undefined = await db('obligations as o')
    .leftJoin('users as u', 'u.id', 'o.opened_by')
    .where({ 'o.id': id })
    .first({ openedAt: 'o.opened_at', openedByName: 'u.name' });
  return rows[0] && opened && { obligation: toObligation(rows[0], today), opened };
}

export async function selectCounts(
  db: Db,
  filter: ObligationFilter,
  { week, month, ...scope }: Scope & { week: { to: string }; month: { to: string } },
): Promise<ObligationCounts> {
  const { sql, bindings } = conditionsOf(filter, scope);
  const { rows } = await db.raw<{ rows: ObligationCounts[] }>(
    `SELECT count(*) FILTER (WHERE o.overdue_from <= :today) AS overdue,
            count(*) FILTER (WHERE o.due_on BETWEEN :today AND :weekEnd) AS "thisWeek",
            count(*) FILTER (WHERE o.due_on BETWEEN :today AND :monthEnd) AS "thisMonth",
            count(*) FILTER (WHERE o.state = 'returned') AS returned,
            (SELECT count(*) FROM obligations o WHERE o.state = 'submitted' AND ${sql}) AS "inReview"
     FROM obligations o WHERE ${OPEN} AND ${sql}`,
    { ...bindings, weekEnd: week.to, monthEnd: month.to },
  );
  return rows[0] ?? { overdue: 0, thisWeek: 0, thisMonth: 0, inReview: 0, returned: 0 };
}

export async function selectDays(db: Db, filter: ObligationFilter, scope: Scope): Promise<ObligationDay[]> {
  const { sql, bindings } = conditionsOf(filter, scope);
  const { rows } = await db.raw<{ rows: ObligationDay[] }>(
    `SELECT o.due_on AS day,
            count(*) FILTER (WHERE ${STANDS.overdue}) AS overdue,
            count(*) FILTER (WHERE ${OPEN} AND o.overdue_from > :today) AS open,
            count(*) FILTER (WHERE ${STANDS.in_review}) AS "inReview",
            count(*) FILTER (WHERE ${STANDS.settled}) AS settled
     FROM obligations o WHERE ${sql} GROUP BY o.due_on ORDER BY o.due_on`,
    bindings,
  );
  return rows;
}

export type LockedObligation = {
  id: string;
  associationId: string;
  typeId: string;
  state: ObligationState;
};

/** Locked to the end of the transaction. */
export async function lockObligation(
  db: Db,
  id: string,
  only: string | null,
): Promise<LockedObligation | undefined> {
  return await db('obligations')
    .where({ id, ...(only !== null && { association_id: only }) })
    .forUpdate()
    .first({ id: 'id', associationId: 'association_id', typeId: 'type_id', state: 'state' });
}
