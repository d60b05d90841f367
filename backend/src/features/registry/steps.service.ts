import { randomUUID } from 'node:crypto';
import {
  type AssociationStep,
  type AssociationStepCommand,
  fieldError,
  type NoticePriority,
} from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { refuseFields } from '../../platform/refusal.ts';
import { announceChange, requireAssociation } from '../associations/index.ts';
import { requireDocuments } from '../documents/index.ts';
import { postSystemNotice } from '../notices/index.ts';
import { insertStep, lastDecisionDay, type NewStep, stepsOf } from './steps.repository.ts';

export async function listSteps(ctx: Context, associationId: string): Promise<AssociationStep[]> {
  await requireAssociation(ctx, associationId);
  return await stepsOf(ctx.db, associationId);
}

const DONE: Readonly<Record<AssociationStepCommand, string>> = {
  submit: 'application.submitted',
  register: 'association.registered',
  review: 'application.reviewBegun',
  return: 'application.returned',
  refuse: 'application.refused',
  declare: 'association.declared',
  suspend: 'association.suspended',
  reinstate: 'association.reinstated',
  dissolve: 'association.dissolved',
};

/** What an association that has accounts is told of, and how urgently. */
const NOTICED: Partial<Record<AssociationStepCommand, NoticePriority>> = {
  declare: 'normal',
  suspend: 'urgent',
  reinstate: 'normal',
  dissolve: 'urgent',
};

export type Step = Omit<NewStep, 'id' | 'at' | 'actorId'>;

/** Writes down what happened, and tells it; the change itself is the caller's. */
export async function recordStep(ctx: Context, step: Step): Promise<void> {
  const { associationId, from, to } = step;
  await requireDocuments(ctx.db, associationId, step.documentIds);
  const id = randomUUID();
  await insertStep(ctx.db, { id, at: ctx.now(), actorId: ctx.actor.userId || null, ...step });
  announceChange(ctx, associationId);
  const priority = NOTICED[step.command];
  if (priority) {
    const key = `association-step:${id}`;
    await postSystemNotice(ctx, { associationId, kind: 'standing_decided', priority, values: {}, key });
  }
  await audit(ctx, {
    action: DONE[step.command],
    subjectType: 'association',
    subjectId: associationId,
    from,
    to,
    reason: step.reason,
  });
}

/**
 * A decision is dated today or earlier, and never before the one it follows.
 * @throws {Refusal} `invalid_input` that names the field
 */
export async function refuseWrongDay(
  ctx: Context,
  associationId: string,
  path: 'declaredOn' | 'effectiveOn',
  day: string,
): Promise<void> {
  if (day > dayInDamascus(ctx.now())) throw refuseFields(fieldError(path, 'after_now'));
  const last = await lastDecisionDay(ctx.db, associationId);
  if (last !== null && day < last) throw refuseFields(fieldError(path, 'too_early'));
}
