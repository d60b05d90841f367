import { randomUUID } from 'node:crypto';
import type { Application, ApplicationDocumentKind, ApplicationParticulars } from '@qafila/contract';
import { LIMITS } from '@qafila/contract';
import type { Response } from 'express';
import { audit } from '../../platform/audit.repository.ts';
import { dayInDamascus, yearInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { nextCode } from '../../platform/document-codes.repository.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  announceChange,
  changeAssociation,
  holdAssociation,
  insertAssociation,
  replaceBoard,
} from '../associations/index.ts';
import { deleteDocument, keepDocument, sendDocument } from '../documents/index.ts';
import { hashOf, makeSecret } from './application-keys.ts';
import {
  applicationDocuments,
  insertApplication,
  insertApplicationDocument,
  markSubmitted,
} from './applications.repository.ts';
import { applicationOf } from './applications.service.ts';
import { recordStep } from './steps.service.ts';

/** The secret goes out once; only its hash stays. */
export async function apply(
  ctx: Context,
  { board, ...fields }: ApplicationParticulars,
): Promise<{ secret: string; application: Application }> {
  const { db } = ctx;
  const associationId = randomUUID();
  const appliedAt = ctx.now();
  const secret = makeSecret();
  const reference = await nextCode(db, `AP-${yearInDamascus(appliedAt)}`, 4);
  await insertAssociation(db, { id: associationId, status: 'applied', createdAt: appliedAt }, fields);
  await replaceBoard(db, associationId, board);
  await insertApplication(db, { associationId, reference, secretHash: hashOf(secret), appliedAt });
  await audit(ctx, {
    action: 'application.begun',
    subjectType: 'association',
    subjectId: associationId,
    to: 'applied',
  });
  return { secret, application: await readOwn(ctx, associationId) };
}

/** As the applicant sees it: what was decided and why, and not by whom or on which of the directorate's papers. */
export async function readOwn(ctx: Context, associationId: string): Promise<Application> {
  const application = untilDeclared(await applicationOf(ctx, associationId));
  const steps = application.steps.map((step) => ({ ...step, actorName: null, documents: [] }));
  return { ...application, steps };
}

/**
 * The key of an application opens it for ever, and who has it may have left: what became of the association after it
 * was declared, and who is in it now, is for those who have an account there.
 */
function untilDeclared(application: Application): Application {
  if (application.stage !== 'declared') return application;
  const { steps } = application;
  return {
    ...application,
    status: 'declared',
    steps: steps.slice(steps.findIndex(({ command }) => command === 'declare')),
    ...{ board: [], contactName: '', contactPhone: '', contactEmail: '', missing: [] },
  };
}

export async function updateOwn(
  ctx: Context,
  associationId: string,
  version: number,
  { board, ...fields }: ApplicationParticulars,
): Promise<Application> {
  await holdOpen(ctx, associationId);
  if (!(await changeAssociation(ctx.db, associationId, version, fields))) throw new Refusal('version_stale');
  await replaceBoard(ctx.db, associationId, board);
  return await changed(ctx, associationId, 'application.changed');
}

/** @throws {Refusal} `application_incomplete`; `transition_not_allowed` where it is handed in already */
export async function submitOwn(ctx: Context, associationId: string): Promise<Application> {
  await holdOpen(ctx, associationId);
  const { stage, missing } = await applicationOf(ctx, associationId);
  if (stage === 'submitted') throw new Refusal('transition_not_allowed');
  if (missing.length > 0) {
    const codes = missing.join(', ');
    throw new Refusal('application_incomplete', codes, { values: { missing: codes } });
  }
  await markSubmitted(ctx.db, associationId, ctx.now());
  await recordStep(ctx, {
    associationId,
    effectiveOn: dayInDamascus(ctx.now()),
    command: 'submit',
    from: 'applied',
    to: 'applied',
    reason: '',
    documentIds: [],
  });
  return await readOwn(ctx, associationId);
}

export async function addOwnDocument(
  ctx: Context,
  associationId: string,
  { name, kind }: { name: string; kind: ApplicationDocumentKind },
  body: unknown,
): Promise<Application> {
  await holdOpen(ctx, associationId);
  const labels = { name, purpose: 'application' } as const;
  const documentId = await keepDocument(ctx, associationId, labels, body, LIMITS.documentsPerApplication);
  await insertApplicationDocument(ctx.db, { associationId, documentId, kind });
  announceChange(ctx, associationId);
  return await readOwn(ctx, associationId);
}

export async function removeOwnDocument(
  ctx: Context,
  associationId: string,
  documentId: string,
): Promise<Application> {
  await holdOpen(ctx, associationId);
  await requireOwnDocument(ctx, associationId, documentId);
  await deleteDocument(ctx.db, documentId);
  return await changed(ctx, associationId, 'document.removed', { documentId });
}

export async function sendOwnDocument(
  ctx: Context,
  associationId: string,
  documentId: string,
  res: Response,
): Promise<Response> {
  await requireOwnDocument(ctx, associationId, documentId);
  return await sendDocument({ ...ctx, actor: { ...ctx.actor, associationId } }, documentId, res);
}

async function requireOwnDocument({ db }: Context, associationId: string, documentId: string): Promise<void> {
  const documents = await applicationDocuments(db, associationId);
  if (!documents.some(({ id }) => id === documentId)) throw new Refusal('not_found');
}

/** Held to the end of the transaction. @throws {Refusal} `transition_not_allowed` once the review has begun */
async function holdOpen({ db }: Context, associationId: string): Promise<void> {
  const row = await holdAssociation(db, associationId);
  if (row?.status !== 'applied') throw new Refusal('transition_not_allowed');
}

async function changed(
  ctx: Context,
  associationId: string,
  action: string,
  detail: Record<string, string> = {},
): Promise<Application> {
  announceChange(ctx, associationId);
  const answer = await readOwn(ctx, associationId);
  await audit(ctx, { action, subjectType: 'association', subjectId: associationId, detail });
  return answer;
}
