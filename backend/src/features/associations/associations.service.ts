import {
  type Association,
  type AssociationName,
  fieldError,
  type listAssociations as listEndpoint,
  type NamedRef,
  RegisteredStatus,
  Uuid,
} from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import { dayInDamascus } from '../../platform/calendar.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import type { Patch } from '../../platform/patch.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import {
  type AssociationFields,
  type AssociationRow,
  associationNames,
  associationRow,
  changeAssociation,
  findAssociation,
  holdAssociation,
  selectAssociations,
  selectNames,
} from './associations.repository.ts';
import { countFiltered, type Filters } from './registry-filters.ts';

type Query = z.output<typeof listEndpoint.query>;
export type Page<Item> = { items: Item[]; nextCursor: string | null; total: number };

export async function listAssociations(
  { db, actor, now }: Context,
  { status, cursor, ...asked }: Query,
): Promise<Page<Association>> {
  const filters = {
    ...asked,
    only: onlyAssociation(actor),
    statuses: status === undefined ? RegisteredStatus.options : [status],
  };
  return await pageOf(db, filters, cursor, (more) => selectAssociations(db, more, dayInDamascus(now())));
}

/** The cursor is the id of the last of the page before. */
export async function pageOf<Item extends { id: string }>(
  db: Db,
  asked: Filters,
  cursor: string | undefined,
  select: (more: Filters) => Promise<Item[]>,
): Promise<Page<Item>> {
  if (cursor !== undefined && !Uuid.safeParse(cursor).success) {
    throw refuseFields(fieldError('cursor', 'invalid_format'));
  }
  const rows = await select({ ...asked, after: cursor, limit: asked.limit + 1 });
  const items = rows.slice(0, asked.limit);
  const nextCursor = rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null;
  return { items, nextCursor, total: await countFiltered(db, asked) };
}

export async function listNames(
  { db, actor }: Context,
  status: RegisteredStatus | undefined,
): Promise<AssociationName[]> {
  const statuses = status === undefined ? RegisteredStatus.options : [status];
  return await selectNames(db, onlyAssociation(actor), statuses);
}

/** All that were declared, by name. */
export async function allRegistered({ db, now }: Context): Promise<Association[]> {
  const all = { statuses: RegisteredStatus.options, limit: Number.MAX_SAFE_INTEGER };
  return await selectAssociations(db, all, dayInDamascus(now()));
}

/** Applications are the officials' alone: for coordinators there is none. */
export async function readAssociation({ db, actor, now }: Context, id: string): Promise<Association> {
  const only = onlyAssociation(actor);
  if (only !== null && only !== id) throw new Refusal('not_found');
  const association = await findAssociation(db, id, dayInDamascus(now()));
  const isHidden = actor.role === 'coordinator' && !isRegistered(association);
  if (!association || isHidden) throw new Refusal('not_found');
  return association;
}

function isRegistered(association: Pick<Association, 'status'> | undefined): boolean {
  return RegisteredStatus.safeParse(association?.status).success;
}

/** Officials correct what its declaration says, and whom to ask. */
export async function updateAssociation(
  ctx: Context,
  id: string,
  version: number,
  fields: Patch<AssociationFields>,
): Promise<Association> {
  const association = await requireAssociation(ctx, id);
  if (association.status === 'refused' || association.status === 'dissolved') {
    throw new Refusal('transition_not_allowed');
  }
  return await change(ctx, id, version, fields);
}

/** What an association says of itself, said by itself or for it. */
export async function maintainAssociation(
  ctx: Context,
  id: string,
  version: number,
  fields: Patch<AssociationFields>,
): Promise<Association> {
  await requireMaintainable(ctx, id);
  return await change(ctx, id, version, fields);
}

async function change(
  ctx: Context,
  id: string,
  version: number,
  fields: Patch<AssociationFields>,
): Promise<Association> {
  if (!(await changeAssociation(ctx.db, id, version, fields))) throw new Refusal('version_stale');
  announceChange(ctx, id);
  const answer = await readAssociation(ctx, id);
  await audit(ctx, { action: 'association.changed', subjectType: 'association', subjectId: id });
  return answer;
}

export function announceChange(ctx: Context, id: string): void {
  ctx.announce({ kind: 'workChanged', topics: ['associations'], associationIds: [id] });
}

/**
 * The association that a path names, in whatever state once it was applied for, for who may see it: a member their own.
 * @throws {Refusal} `not_found`
 */
export async function requireAssociation({ db, actor }: Context, id: string): Promise<AssociationRow> {
  const only = onlyAssociation(actor);
  const row = only === null || only === id ? await associationRow(db, id) : undefined;
  if (!row) throw new Refusal('not_found');
  return row;
}

/**
 * The same, held to the end of the transaction: its board, accounts and words may be changed once it was declared,
 * and until it is dissolved.
 * @throws {Refusal} `not_found`, `transition_not_allowed`
 */
export async function requireMaintainable(ctx: Context, id: string): Promise<AssociationRow> {
  await requireAssociation(ctx, id);
  const row = await holdAssociation(ctx.db, id);
  if (row?.status !== 'declared' && row?.status !== 'suspended') throw new Refusal('transition_not_allowed');
  return row;
}

/**
 * For what only a declared association may begin: pledges, joining campaigns, referrals to it. It stays declared to
 * the end of the transaction.
 * @throws {Refusal} `association_not_declared`
 */
export async function requireDeclared(db: Db, id: string): Promise<void> {
  const row = await holdAssociation(db, id, 'share');
  if (row?.status !== 'declared') throw new Refusal('association_not_declared');
}

export async function associationRefs(db: Db, ids: Iterable<string>): Promise<Map<string, NamedRef>> {
  const names = await associationNames(db, [...new Set(ids)]);
  return new Map(names.map((it) => [it.id, it]));
}
