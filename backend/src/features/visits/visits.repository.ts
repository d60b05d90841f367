import type { VisitCommand, VisitResult, VisitStatus } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { nextCode } from '../../platform/document-codes.repository.ts';
import type { Patch } from '../../platform/patch.ts';

export type HeldVisit = {
  id: string;
  code: string;
  associationId: string;
  templateId: string;
  templateVersion: number;
  status: VisitStatus;
  plannedFor: Date;
  isAnnounced: boolean;
  startedAt: Date | null;
  version: number;
};

const COLUMNS = {
  id: 'id',
  code: 'code',
  associationId: 'association_id',
  templateId: 'template_id',
  templateVersion: 'template_version',
  status: 'status',
  plannedFor: 'planned_for',
  isAnnounced: 'is_announced',
  startedAt: 'started_at',
  version: 'version',
} as const;

/** Locked to the end of the transaction; with `visitorId`, only where that person is one of its visitors. */
export async function lockVisit(
  db: Db,
  id: string,
  visitorId: string | null,
): Promise<HeldVisit | undefined> {
  const visit: HeldVisit | undefined = await db('visits').where({ id }).forUpdate().first(COLUMNS);
  if (!visit || visitorId === null) return visit;
  const visitor: unknown = await db('visit_visitors')
    .where({ visit_id: id, user_id: visitorId })
    .first('user_id');
  return visitor ? visit : undefined;
}

type Point = { label: string; at: { lat: number; lng: number } };

export type Plan = {
  template: { id: string; version: number };
  plannedFor: string;
  purpose: string;
  isAnnounced: boolean;
  /** Null: at the seat. */
  point: Point | null;
};

export async function insertVisit(
  db: Db,
  plan: Plan & { id: string; associationId: string; createdBy: string; createdAt: Date },
): Promise<void> {
  await db('visits').insert({
    id: plan.id,
    code: await nextCode(db, 'FV', 4),
    association_id: plan.associationId,
    status: 'planned',
    ...planColumns(plan),
    created_by: plan.createdBy,
    created_at: plan.createdAt,
  });
}

/** False when the visit is not, or no longer, at `version`. */
export async function changePlan(db: Db, id: string, version: number, plan: Patch<Plan>): Promise<boolean> {
  const changed = await db('visits')
    .where({ id, version })
    .update({ ...planColumns(plan), version: version + 1 });
  return changed === 1;
}

function planColumns({ template, plannedFor, purpose, isAnnounced, point }: Patch<Plan>) {
  return {
    ...(template && { template_id: template.id, template_version: template.version }),
    planned_for: plannedFor,
    purpose,
    is_announced: isAnnounced,
    ...(point !== undefined && {
      point_label: point?.label ?? null,
      point_lat: point?.at.lat ?? null,
      point_lng: point?.at.lng ?? null,
    }),
  };
}

export async function setVisitors(db: Db, visitId: string, userIds: readonly string[]): Promise<void> {
  await db('visit_visitors').where({ visit_id: visitId }).delete();
  await db('visit_visitors').insert(userIds.map((userId) => ({ visit_id: visitId, user_id: userId })));
}

type Move = { status: VisitStatus; startedAt?: Date; finishedAt?: Date; result?: VisitResult };

/** Moves a visit only if it is still in `from`; false when somebody moved it first. */
export async function moveVisit(db: Db, id: string, from: VisitStatus, move: Move): Promise<boolean> {
  const moved = await db('visits')
    .where({ id, status: from })
    .update({
      status: move.status,
      started_at: move.startedAt,
      finished_at: move.finishedAt,
      result: move.result,
      version: db.raw('version + 1'),
    });
  return moved === 1;
}

export async function beganEarlier(db: Db, id: string, at: Date): Promise<void> {
  await db('visits')
    .where({ id, status: 'in_progress' })
    .andWhere('started_at', '>', at)
    .update({ started_at: at });
}

export type VisitStepRow = {
  visitId: string;
  at: Date;
  actorId: string;
  command: VisitCommand;
  from: VisitStatus;
  to: VisitStatus;
  note: string;
};

export async function insertVisitStep(db: Db, step: VisitStepRow): Promise<void> {
  await db('visit_steps').insert({
    visit_id: step.visitId,
    at: step.at,
    actor_id: step.actorId,
    command: step.command,
    from_state: step.from,
    to_state: step.to,
    note: step.note,
  });
}

/** What has to be known of an association to plan a visit there. */
export async function associationStatusOf(db: Db, id: string): Promise<string | undefined> {
  const association: { status: string } | undefined = await db('associations').where({ id }).first('status');
  return association?.status;
}

export async function selectVisitors(
  db: Db,
  ids: readonly string[] | null = null,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await db.raw<{ rows: { id: string; name: string }[] }>(
    `SELECT id, name FROM users
     WHERE role IN ('official', 'admin') AND disabled_at IS NULL
       AND (id = ANY(CAST(:ids AS uuid[])) OR :ids::uuid[] IS NULL)
     ORDER BY name, id`,
    { ids },
  );
  return rows;
}
