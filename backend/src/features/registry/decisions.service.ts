import { randomUUID } from 'node:crypto';
import {
  type Association,
  type AssociationDecision,
  associationLifecycle,
  type createAssociation,
  type declareAssociation,
  fieldError,
  type moveAssociation,
} from '@qafila/contract';
import type { z } from 'zod';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import {
  type AssociationRow,
  changeStatus,
  holdAssociation,
  insertAssociation,
  readAssociation,
  requireAssociation,
} from '../associations/index.ts';
import { inviteSomeone } from '../people/index.ts';
import { declineOffersOf } from '../pledges/index.ts';
import { recallAllFrom } from '../referrals/index.ts';
import { findApplication, markReturned } from './applications.repository.ts';
import { applicationOf } from './applications.service.ts';
import { recordStep, refuseWrongDay } from './steps.service.ts';

/** Enters what was declared on paper. */
export async function register(
  ctx: Context,
  { declarationNumber, declaredOn, ...fields }: z.output<typeof createAssociation.body>,
): Promise<Association> {
  if (declaredOn > dayInDamascus(ctx.now())) throw refuseFields(fieldError('declaredOn', 'after_now'));
  const id = randomUUID();
  const declared = { id, status: 'declared', declarationNumber, declaredOn, createdAt: ctx.now() } as const;
  await insertAssociation(ctx.db, declared, fields);
  await recordStep(ctx, {
    associationId: id,
    effectiveOn: declaredOn,
    command: 'register',
    from: null,
    to: 'declared',
    reason: '',
    documentIds: [],
  });
  return await readAssociation(ctx, id);
}

/** @throws {Refusal} `transition_not_allowed`, `application_incomplete` */
export async function move(
  ctx: Context,
  id: string,
  { command, reason, effectiveOn, documentIds }: z.output<typeof moveAssociation.body>,
): Promise<Association> {
  const row = await hold(ctx, id);
  const to = associationLifecycle.next(row.status, command);
  if (!to) throw new Refusal('transition_not_allowed');
  const day = effectiveOn ?? dayInDamascus(ctx.now());
  await refuseWrongDay(ctx, id, 'effectiveOn', day);
  if (command === 'review') await refuseIncomplete(ctx, id);
  await changeStatus(ctx.db, id, row.status, to);
  await ALSO[command]?.(ctx, id, reason);
  await recordStep(ctx, {
    associationId: id,
    effectiveOn: day,
    command,
    from: row.status,
    to,
    reason,
    documentIds,
  });
  return await readAssociation(ctx, id);
}

/** What a decision brings with it. Pledges that were accepted before the end stay: their goods may be on the way. */
const ALSO: Partial<
  Record<AssociationDecision, (ctx: Context, id: string, reason: string) => Promise<void>>
> = {
  return: (ctx, id) => markReturned(ctx.db, id, ctx.now()),
  async dissolve(ctx, id, reason) {
    await declineOffersOf(ctx, id, reason);
    await recallAllFrom(ctx, id);
  },
};

async function hold(ctx: Context, id: string): Promise<AssociationRow> {
  await requireAssociation(ctx, id);
  const row = await holdAssociation(ctx.db, id);
  if (!row) throw new Refusal('not_found');
  return row;
}

async function refuseIncomplete(ctx: Context, id: string): Promise<void> {
  const { stage, missing } = await applicationOf(ctx, id);
  if (stage !== 'submitted') throw new Refusal('transition_not_allowed');
  if (missing.length === 0) return;
  const codes = missing.join(', ');
  throw new Refusal('application_incomplete', codes, { values: { missing: codes } });
}

type Declared = z.input<typeof declareAssociation.response>;

/** @throws {Refusal} `transition_not_allowed`, `declaration_number_taken`, `email_taken` */
export async function declare(
  ctx: Context,
  id: string,
  given: z.output<typeof declareAssociation.body>,
): Promise<Declared> {
  const { status } = await hold(ctx, id);
  const to = associationLifecycle.next(status, 'declare');
  const application = await findApplication(ctx.db, id);
  if (!to || !application) throw new Refusal('transition_not_allowed');
  const { declarationNumber, declaredOn, documentIds, reason } = given;
  if (declaredOn < dayInDamascus(application.appliedAt)) {
    throw refuseFields(fieldError('declaredOn', 'too_early'));
  }
  await refuseWrongDay(ctx, id, 'declaredOn', declaredOn);
  await changeStatus(ctx.db, id, status, to, { declarationNumber, declaredOn });
  await recordStep(ctx, {
    associationId: id,
    effectiveOn: declaredOn,
    command: 'declare',
    from: status,
    to,
    reason,
    documentIds,
  });
  const association = await readAssociation(ctx, id);
  return { association, invitation: given.invites ? await inviteApplicant(ctx, association) : null };
}

async function inviteApplicant(ctx: Context, association: Association): Promise<Declared['invitation']> {
  const { invitation, token } = await inviteSomeone(ctx, {
    email: association.contactEmail,
    name: association.contactName,
    role: 'association',
    associationId: association.id,
  });
  return { email: invitation.email, token, expiresAt: invitation.expiresAt };
}
