import {
  fieldError,
  Instant,
  type listReferralDues,
  Month,
  type Referral,
  type ReferralFile,
  type ReferralPerson,
  Uuid,
} from '@qafila/contract';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { type DueFilter, type DuePlace, duePage, duesOf } from './dues.repository.ts';
import { helpOf } from './help.repository.ts';
import { helpTextsOf, notesOf, personOf } from './people.repository.ts';
import { personAccessOf, readAnswer, toAnswers } from './referral-answers.ts';
import { type Place, type ReferralFilter, referralById, referralPage } from './referrals.repository.ts';
import { stepsOf } from './steps.repository.ts';

type Paged = { cursor?: string | undefined; limit: number };
type Filter = Omit<ReferralFilter, 'caseworkerId'> & { mine?: 'yes' | undefined };

export async function list(
  ctx: Context,
  { cursor, limit, mine, ...filter }: Paged & Filter,
): Promise<{ items: Referral[]; nextCursor: string | null }> {
  const { db, actor } = ctx;
  const only = onlyAssociation(actor);
  const before = placeIn(cursor);
  if (only !== null && filter.associationId !== undefined && filter.associationId !== only) {
    return { items: [], nextCursor: null };
  }
  const scoped = only === null ? filter : scopedTo(only, filter);
  const wanted = { ...scoped, ...(mine && { caseworkerId: actor.userId }) };
  const rows = await referralPage(db, wanted, { before, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await toAnswers(db, actor, shown),
    nextCursor: rows.length > limit && last ? `${last.openedAt.toISOString()} ${last.id}` : null,
  };
}

/** What is declined is no longer with the association: it finds that by its own declines. */
function scopedTo(only: string, { associationId: _own, status, open, ...filter }: ReferralFilter) {
  if (status !== 'declined') return { ...filter, status, open, associationId: only };
  return { ...filter, declinedBy: only };
}

function placeIn(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [at, id] = partsOf(cursor, Instant);
  return { at, id };
}

/** Where a page ended: what its list is ordered by, and an id. */
function partsOf(cursor: string, first: z.ZodType<string>): [string, string] {
  const [head = '', id = '', ...more] = cursor.split(' ');
  const isRight = first.safeParse(head).success && Uuid.safeParse(id).success && more.length === 0;
  if (!isRight) throw refuseFields(fieldError('cursor', 'invalid_format'));
  return [head, id];
}

/** An association reads what happened in its own time with the case. */
export async function readFile(ctx: Context, id: string): Promise<ReferralFile> {
  const only = onlyAssociation(ctx.actor);
  return {
    referral: await readAnswer(ctx, id),
    steps: await stepsOf(ctx.db, id, only),
    help: await helpOf(ctx.db, id, only),
    dues: await duesOf(ctx.db, id, only),
  };
}

/** Answers the citizen's data in the transaction that records the reading: one is not without the other. */
export async function readPerson(ctx: Context, id: string): Promise<ReferralPerson> {
  const row = await referralById(ctx.db, id);
  const access = row ? personAccessOf(row, ctx.actor) : 'none';
  const person = access === 'none' ? undefined : await personOf(ctx.db, id);
  if (access === 'none' || !person) throw new Refusal('not_found');
  // The caseworker reads what everyone wrote; an association what belongs to its own time with the case.
  const only = ctx.actor.associationId;
  const answer = {
    access,
    fullName: access === 'full' ? person.fullName : null,
    phone: access === 'full' ? person.phone : null,
    nationalIdTail: access === 'full' ? person.nationalIdTail : null,
    request: person.request,
    basisNote: only === null ? person.basisNote : '',
    notes: await notesOf(ctx.db, id, only),
    help: await helpTextsOf(ctx.db, id, only),
  };
  await audit(ctx, {
    action: 'referral.personRead',
    subjectType: 'referral',
    subjectId: id,
    detail: { access },
  });
  return answer;
}

type DuePage = z.infer<typeof listReferralDues.response>;

export async function listDues(
  ctx: Context,
  { cursor, limit, ...filter }: Paged & DueFilter,
): Promise<DuePage> {
  const only = onlyAssociation(ctx.actor);
  const before = duePlaceIn(cursor);
  if (only !== null && filter.associationId !== undefined && filter.associationId !== only) {
    return { items: [], nextCursor: null };
  }
  const wanted = { ...filter, ...(only !== null && { associationId: only }) };
  const rows = await duePage(ctx.db, wanted, { before, limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? `${last.month} ${last.referralId}` : null };
}

function duePlaceIn(cursor: string | undefined): DuePlace | undefined {
  if (cursor === undefined) return undefined;
  const [beforeMonth, beforeId] = partsOf(cursor, Month);
  return { beforeMonth, beforeId };
}
