import {
  type FinanceFile,
  type FinanceYear,
  fieldError,
  Instant,
  type listFinances,
  Uuid,
} from '@qafila/contract';
import type { z } from 'zod';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { requireAssociation } from '../associations/index.ts';
import { documentRefs } from '../documents/index.ts';
import { selectYears, yearById, yearsOf } from './finances.repository.ts';
import { stepsOf } from './steps.repository.ts';

type Page = { items: FinanceYear[]; nextCursor: string | null };

/** Where a year stands that was never handed in. */
const NEVER = '2100-12-31T23:59:59.999Z';

/** @throws {Refusal} `not_found` for an association that is not the asker’s */
export async function ofAssociation(ctx: Context, associationId: string): Promise<FinanceYear[]> {
  await requireAssociation(ctx, associationId);
  return await yearsOf(ctx.db, associationId);
}

export async function list(
  ctx: Context,
  { cursor, limit, ...filter }: z.output<typeof listFinances.query>,
): Promise<Page> {
  const rows = await selectYears(ctx.db, {
    ...filter,
    only: onlyAssociation(ctx.actor),
    after: placeIn(cursor),
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = rows.length > limit && last ? `${last.submittedAt ?? NEVER} ${last.id}` : null;
  return { items, nextCursor };
}

function placeIn(cursor: string | undefined): { submittedAt: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [submittedAt, id, ...more] = cursor.split(' ');
  const isWhole = more.length === 0 && Instant.safeParse(submittedAt).success && Uuid.safeParse(id).success;
  if (!isWhole || submittedAt === undefined || id === undefined) {
    throw refuseFields(fieldError('cursor', 'invalid_format'));
  }
  return { submittedAt, id };
}

/** @throws {Refusal} `not_found` */
export async function read(ctx: Context, id: string): Promise<FinanceFile> {
  const finance = await yearById(ctx.db, id, onlyAssociation(ctx.actor));
  if (!finance) throw new Refusal('not_found');
  const steps = await stepsOf(ctx.db, id);
  const refs = await documentRefs(
    ctx.db,
    steps.flatMap(({ documentIds }) => documentIds),
  );
  return {
    finance,
    steps: steps.map(({ documentIds, at, ...step }) => ({
      ...step,
      at: at.toISOString(),
      documents: documentIds.flatMap((documentId) => refs.get(documentId) ?? []),
    })),
    version: finance.version,
  };
}
