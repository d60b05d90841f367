import type { AssociationStatus, AssociationStep, AssociationStepCommand } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { attachDocuments } from '../documents/index.ts';

export type NewStep = {
  id: string;
  associationId: string;
  at: Date;
  effectiveOn: string;
  /** Null for the applicant. */
  actorId: string | null;
  command: AssociationStepCommand;
  from: AssociationStatus | null;
  to: AssociationStatus;
  reason: string;
  documentIds: readonly string[];
};

export async function insertStep(db: Db, it: NewStep): Promise<void> {
  await db('association_steps').insert({
    id: it.id,
    association_id: it.associationId,
    at: it.at,
    effective_on: it.effectiveOn,
    actor_id: it.actorId,
    command: it.command,
    from_state: it.from,
    to_state: it.to,
    reason: it.reason,
  });
  await attachDocuments(db, 'association_step_documents', it);
}

type StepRow = Omit<AssociationStep, 'at'> & { at: Date };

/** Newest first. */
export async function stepsOf(db: Db, associationId: string): Promise<AssociationStep[]> {
  const { rows } = await db.raw<{ rows: StepRow[] }>(
    `SELECT s.id, s.at, s.effective_on AS "effectiveOn", u.name AS "actorName", s.command, s.from_state AS "from",
            s.to_state AS "to", s.reason,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'mediaType', d.media_type,
                                       'byteLength', octet_length(d.bytes)) ORDER BY d.added_at, d.id), '[]')
             FROM association_step_documents sd JOIN documents d ON d.id = sd.document_id
             WHERE sd.step_id = s.id) AS documents
     FROM association_steps s LEFT JOIN users u ON u.id = s.actor_id
     WHERE s.association_id = :associationId
     ORDER BY s.number DESC`,
    { associationId },
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** The day that the last of its steps was decided on. */
export async function lastDecisionDay(db: Db, associationId: string): Promise<string | null> {
  const row = await db('association_steps')
    .where({ association_id: associationId })
    .max({ day: 'effective_on' })
    .first();
  return row?.['day'] ?? null;
}
