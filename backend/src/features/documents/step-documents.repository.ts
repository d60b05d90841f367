import type { Db } from '@qafila/db';

/** Where a module keeps which papers came with which of its steps. */
export type StepDocuments =
  | 'association_step_documents'
  | 'obligation_documents'
  | 'finance_documents'
  | 'project_documents'
  | 'finding_step_documents';

type Step = {
  readonly id: string | number;
  readonly associationId: string;
  readonly documentIds: readonly string[];
};

/** The table's keys refuse papers of another association than the step's. */
export async function attachDocuments(db: Db, table: StepDocuments, step: Step): Promise<void> {
  if (step.documentIds.length === 0) return;
  await db(table).insert(
    step.documentIds.map((documentId) => ({
      step_id: step.id,
      document_id: documentId,
      association_id: step.associationId,
    })),
  );
}
