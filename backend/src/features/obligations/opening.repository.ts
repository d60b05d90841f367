import { randomUUID } from 'node:crypto';
import type { AssociationDays } from '@qafila/contract';
import type { Db } from '@qafila/db';

export type DueAssociation = AssociationDays & { id: string };

/** Those that obligations can fall due of, with the days these are reckoned from. */
export async function declaredAssociations(db: Db): Promise<DueAssociation[]> {
  const { rows } = await db.raw<{ rows: DueAssociation[] }>(
    `SELECT a.id, a.declared_on AS "declaredOn", b.ends_on AS "boardTermEndsOn"
     FROM associations a
     LEFT JOIN (SELECT association_id, max(ends_on) AS ends_on FROM association_board GROUP BY association_id) b
       ON b.association_id = a.id
     WHERE a.status = 'declared'
     ORDER BY a.id`,
  );
  return rows;
}

export type NewObligation = {
  associationId: string;
  typeId: string;
  period: string;
  dueOn: string;
  overdueFrom: string;
};

/** Answers those that are new: what is asked for already is not asked for twice. */
export async function insertObligations(
  db: Db,
  openedAt: Date,
  openedBy: string | null,
  obligations: readonly NewObligation[],
): Promise<{ id: string; associationId: string }[]> {
  return await db('obligations')
    .insert(
      obligations.map((it) => ({
        id: randomUUID(),
        association_id: it.associationId,
        type_id: it.typeId,
        period: it.period,
        due_on: it.dueOn,
        overdue_from: it.overdueFrom,
        state: 'due',
        opened_at: openedAt,
        opened_by: openedBy,
      })),
    )
    .onConflict(['association_id', 'type_id', 'period'])
    .ignore()
    .returning(['id', 'association_id as associationId']);
}
