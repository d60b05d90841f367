import { randomUUID } from 'node:crypto';
import type { Finding, FindingCommand, FindingSeverity, FindingState, FindingStatus } from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { Patch } from '../../platform/patch.ts';
import { attachDocuments } from '../documents/index.ts';
import { namedRefSql } from '../reference/index.ts';
import type { After } from './cursor.ts';
import type { RaisedFinding } from './raising.ts';
import type { HeldVisit } from './visits.repository.ts';

export type FindingRow = Omit<Finding, 'raisedAt' | 'closedAt'> & { raisedAt: Date; closedAt: Date | null };

export function toFinding({ raisedAt, closedAt, ...row }: FindingRow): Finding {
  return { ...row, raisedAt: raisedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null };
}

const ROW = `
  SELECT f.id, json_build_object('id', v.id, 'code', v.code) AS visit, ${namedRefSql('a')} AS association,
         CASE WHEN f.question_ar IS NOT NULL
           THEN json_build_object('textAr', f.question_ar, 'textEn', f.question_en) END AS question,
         f.severity, f.text, f.due_on AS "dueOn", f.status,
         f.status = 'open' AND f.due_on < CAST(:today AS date) AS "isOverdue",
         f.raised_at AS "raisedAt", f.closed_at AS "closedAt", f.version
  FROM findings f JOIN visits v ON v.id = f.visit_id JOIN associations a ON a.id = f.association_id`;

const STATES = {
  pending: `f.status <> 'closed'`,
  overdue: `f.status = 'open' AND f.due_on < CAST(:today AS date)`,
  answered: `f.status = 'answered'`,
  closed: `f.status = 'closed'`,
  all: 'true',
} as const satisfies Record<FindingState, string>;

export type FindingFilter = {
  state: FindingState;
  today: string;
  associationId: string | null;
  severity: FindingSeverity | null;
  after: After | null;
  limit: number;
};

/** Those due first, first. */
export async function selectFindingPage(
  db: Db,
  { state, after, ...filter }: FindingFilter,
): Promise<FindingRow[]> {
  const { rows } = await db.raw<{ rows: FindingRow[] }>(
    `${ROW}
     WHERE ${STATES[state]}
       AND (:associationId::uuid IS NULL OR f.association_id = :associationId)
       AND (:severity::text IS NULL OR f.severity = :severity)
       AND (:key::date IS NULL OR (f.due_on, f.id) > (CAST(:key AS date), CAST(:id AS uuid)))
     ORDER BY f.due_on, f.id LIMIT :limit`,
    { ...filter, key: after?.key ?? null, id: after?.id ?? null },
  );
  return rows;
}

/** The worst first; of these visits, or one by its id. */
export async function selectFindings(
  db: Db,
  { visitIds, id, today }: { visitIds?: readonly string[]; id?: string; today: string },
): Promise<FindingRow[]> {
  const { rows } = await db.raw<{ rows: FindingRow[] }>(
    `${ROW} WHERE ${id === undefined ? 'f.visit_id = ANY(CAST(:visitIds AS uuid[]))' : 'f.id = :id'}
     ORDER BY array_position(ARRAY['critical', 'major', 'minor'], f.severity), f.due_on, f.id`,
    { today, ...(id === undefined ? { visitIds: visitIds ?? [] } : { id }) },
  );
  return rows;
}

export async function insertFindings(
  db: Db,
  { id: visitId, associationId }: Pick<HeldVisit, 'id' | 'associationId'>,
  findings: readonly RaisedFinding[],
  at: Date,
): Promise<void> {
  if (findings.length === 0) return;
  await db('findings').insert(
    findings.map(({ question, severity, text, dueOn }) => ({
      id: randomUUID(),
      visit_id: visitId,
      association_id: associationId,
      question_ar: question?.textAr ?? null,
      question_en: question?.textEn ?? null,
      severity,
      text,
      due_on: dueOn,
      status: 'open',
      raised_at: at,
    })),
  );
}

export type HeldFinding = {
  id: string;
  visitId: string;
  associationId: string;
  status: FindingStatus;
  dueOn: string;
  isFree: boolean;
  version: number;
};

/** Locked to the end of the transaction; with `only`, a finding of that association. */
export async function lockFinding(db: Db, id: string, only: string | null): Promise<HeldFinding | undefined> {
  const { rows } = await db.raw<{ rows: HeldFinding[] }>(
    `SELECT id, visit_id AS "visitId", association_id AS "associationId", status, due_on AS "dueOn",
            question_ar IS NULL AS "isFree", version
     FROM findings WHERE id = :id AND (:only::uuid IS NULL OR association_id = :only) FOR UPDATE`,
    { id, only },
  );
  return rows[0];
}

export async function changeFinding(
  db: Db,
  id: string,
  version: number,
  { severity, text, dueOn }: Patch<Pick<Finding, 'severity' | 'text' | 'dueOn'>>,
): Promise<boolean> {
  const changed = await db('findings')
    .where({ id, version })
    .update({ severity, text, due_on: dueOn, version: version + 1 });
  return changed === 1;
}

/** Moves a finding only if it is still in `from`; false when somebody moved it first. */
export async function moveFinding(
  db: Db,
  id: string,
  from: FindingStatus,
  move: { status: FindingStatus; closedAt: Date | null; dueOn?: string | undefined },
): Promise<boolean> {
  const moved = await db('findings')
    .where({ id, status: from })
    .update({
      status: move.status,
      closed_at: move.closedAt,
      due_on: move.dueOn,
      version: db.raw('version + 1'),
    });
  return moved === 1;
}

export type NewFindingStep = {
  finding: HeldFinding;
  at: Date;
  actorId: string;
  command: FindingCommand;
  to: FindingStatus;
  note: string;
  documentIds: readonly string[];
};

export async function insertFindingStep(db: Db, { finding, ...step }: NewFindingStep): Promise<void> {
  const id = randomUUID();
  await db('finding_steps').insert({
    id,
    finding_id: finding.id,
    association_id: finding.associationId,
    at: step.at,
    actor_id: step.actorId,
    command: step.command,
    from_state: finding.status,
    to_state: step.to,
    note: step.note,
  });
  await attachDocuments(db, 'finding_step_documents', { ...step, id, associationId: finding.associationId });
}

export type FindingStepRow = {
  at: Date;
  byName: string;
  command: FindingCommand;
  note: string;
  documentIds: string[];
};

export async function selectFindingSteps(db: Db, findingId: string): Promise<FindingStepRow[]> {
  const { rows } = await db.raw<{ rows: FindingStepRow[] }>(
    `SELECT s.at, u.name AS "byName", s.command, s.note,
            (SELECT coalesce(json_agg(d.document_id), '[]') FROM finding_step_documents d WHERE d.step_id = s.id)
              AS "documentIds"
     FROM finding_steps s JOIN users u ON u.id = s.actor_id
     WHERE s.finding_id = :findingId ORDER BY s.at, s.id`,
    { findingId },
  );
  return rows;
}
