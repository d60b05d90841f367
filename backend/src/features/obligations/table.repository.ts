import { randomUUID } from 'node:crypto';
import type { ObligationState } from '@qafila/contract';
import type { Db } from '@qafila/db';

type Line = {
  declarationNumber: number;
  declarationYear: number;
  associationAr: string;
  associationEn: string;
  typeAr: string;
  typeEn: string;
  period: string;
  dueOn: string;
  state: ObligationState;
  submittedOn: string | null;
};

/** The day in Damascus on which something was handed in. */
const SUBMITTED_ON = `to_char(o.submitted_at AT TIME ZONE 'Asia/Damascus', 'YYYY-MM-DD')`;

export async function obligationLines(db: Db): Promise<Line[]> {
  const { rows } = await db.raw<{ rows: Line[] }>(
    `SELECT a.declaration_number AS "declarationNumber",
            CAST(extract(year FROM a.declared_on) AS integer) AS "declarationYear",
            a.name_ar AS "associationAr", a.name_en AS "associationEn", t.name_ar AS "typeAr",
            t.name_en AS "typeEn", o.period, o.due_on AS "dueOn", o.state, ${SUBMITTED_ON} AS "submittedOn"
     FROM obligations o JOIN associations a ON a.id = o.association_id
     JOIN obligation_types t ON t.id = o.type_id
     ORDER BY o.due_on, a.name_ar, o.id`,
  );
  return rows;
}

export type KnownAssociation = { id: string; nameAr: string; nameEn: string };

/** By number and year, `412/2020`. */
export async function associationsByDeclaration(db: Db): Promise<Map<string, KnownAssociation>> {
  const { rows } = await db.raw<{ rows: (KnownAssociation & { declaration: string })[] }>(
    `SELECT id, name_ar AS "nameAr", name_en AS "nameEn",
            declaration_number || '/' || extract(year FROM declared_on) AS declaration
     FROM associations WHERE declaration_number IS NOT NULL`,
  );
  return new Map(rows.map(({ declaration, ...association }) => [declaration, association]));
}

export type KnownObligation = {
  id: string;
  dueOn: string;
  state: ObligationState;
  submittedOn: string | null;
};

/** By association, type and period, with spaces between. */
export async function knownObligations(db: Db): Promise<Map<string, KnownObligation>> {
  const { rows } = await db.raw<{ rows: (KnownObligation & { key: string })[] }>(
    `SELECT o.id, o.due_on AS "dueOn", o.state, ${SUBMITTED_ON} AS "submittedOn",
            o.association_id || ' ' || o.type_id || ' ' || o.period AS key
     FROM obligations o`,
  );
  return new Map(rows.map(({ key, ...obligation }) => [key, obligation]));
}

type Imported = {
  /** Undefined for one that is new. */
  before: Pick<KnownObligation, 'id' | 'state'> | undefined;
  associationId: string;
  typeId: string;
  period: string;
  dueOn: string;
  overdueFrom: string;
  state: ObligationState;
  submittedOn: string | null;
  at: Date;
  by: string;
};

/** As it was on paper: without steps, for those were not taken here. Its id; undefined when it has moved on meanwhile. */
export async function importObligation(db: Db, it: Imported): Promise<string | undefined> {
  const columns = {
    due_on: it.dueOn,
    overdue_from: it.overdueFrom,
    state: it.state,
    ...(it.submittedOn !== null && {
      submitted_at: db.raw(`CAST(? AS date) AT TIME ZONE 'Asia/Damascus'`, [it.submittedOn]),
    }),
  };
  if (it.before) {
    const changed = await db('obligations').where(it.before).update(columns);
    return changed === 1 ? it.before.id : undefined;
  }
  const id = randomUUID();
  await db('obligations').insert({
    id,
    association_id: it.associationId,
    type_id: it.typeId,
    period: it.period,
    opened_at: it.at,
    opened_by: it.by,
    ...columns,
  });
  return id;
}
