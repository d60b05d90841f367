import type { ObligationStep } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { attachDocuments } from '../documents/index.ts';
import type { LockedObligation } from './obligations.repository.ts';

export type Step = Pick<ObligationStep, 'command' | 'fromState' | 'toState' | 'note'> & {
  at: Date;
  actorId: string;
  documentIds: readonly string[];
};

/** Moves an obligation, which the caller has locked in `fromState`, and keeps how it came to that. */
export async function takeStep(db: Db, { id, associationId }: LockedObligation, step: Step): Promise<void> {
  await db('obligations')
    .where({ id, state: step.fromState })
    .update({ state: step.toState, ...(step.command === 'submit' && { submitted_at: step.at }) });
  const [kept] = await db('obligation_steps').insert(
    {
      obligation_id: id,
      association_id: associationId,
      at: step.at,
      actor_id: step.actorId,
      command: step.command,
      from_state: step.fromState,
      to_state: step.toState,
      note: step.note,
    },
    'id',
  );
  await attachDocuments(db, 'obligation_documents', { ...step, id: kept.id, associationId });
}

export type StepRow = Omit<ObligationStep, 'at' | 'documents'> & { at: Date; documentIds: string[] };

/** Oldest first. */
export async function stepsOf(db: Db, obligationId: string): Promise<StepRow[]> {
  const { rows } = await db.raw<{ rows: StepRow[] }>(
    `SELECT s.at, u.name AS "actorName", s.command, s.from_state AS "fromState", s.to_state AS "toState", s.note,
            ARRAY(SELECT document_id::text FROM obligation_documents WHERE step_id = s.id) AS "documentIds"
     FROM obligation_steps s JOIN users u ON u.id = s.actor_id
     WHERE s.obligation_id = :obligationId
     ORDER BY s.id`,
    { obligationId },
  );
  return rows;
}
