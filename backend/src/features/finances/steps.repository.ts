import type { FinanceStep } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { attachDocuments } from '../documents/index.ts';
import type { LockedYear } from './writing.repository.ts';

export type Step = Pick<FinanceStep, 'command' | 'fromState' | 'toState' | 'note'> & {
  at: Date;
  actorId: string;
  documentIds: readonly string[];
};

/** Moves a year, which the caller has locked in `fromState`, and keeps how it came to that. */
export async function takeStep(db: Db, { id, associationId }: LockedYear, step: Step): Promise<void> {
  await db('finance_years')
    .where({ id, state: step.fromState })
    .update({
      state: step.toState,
      version: db.raw('version + 1'),
      ...(step.command === 'submit' && { submitted_at: step.at }),
    });
  const [kept] = await db('finance_steps').insert(
    {
      finance_id: id,
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
  await attachDocuments(db, 'finance_documents', { ...step, id: kept.id, associationId });
}

export type StepRow = Omit<FinanceStep, 'at' | 'documents'> & { at: Date; documentIds: string[] };

/** Oldest first. */
export async function stepsOf(db: Db, financeId: string): Promise<StepRow[]> {
  const { rows } = await db.raw<{ rows: StepRow[] }>(
    `SELECT s.at, u.name AS "actorName", s.command, s.from_state AS "fromState", s.to_state AS "toState", s.note,
            ARRAY(SELECT document_id::text FROM finance_documents WHERE step_id = s.id) AS "documentIds"
     FROM finance_steps s JOIN users u ON u.id = s.actor_id
     WHERE s.finance_id = :financeId
     ORDER BY s.id`,
    { financeId },
  );
  return rows;
}
