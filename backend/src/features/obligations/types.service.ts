import { randomUUID } from 'node:crypto';
import type { ObligationType } from '@qafila/contract';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Patch } from '../../platform/patch.ts';
import { Refusal } from '../../platform/refusal.ts';
import { changeType, insertType, type TypeFields, typeRows } from './types.repository.ts';

export async function listTypes({ db }: Context): Promise<ObligationType[]> {
  return await typeRows(db);
}

/** @throws {Refusal} `not_found` */
export async function requireType({ db }: Context, id: string): Promise<ObligationType> {
  const [type] = await typeRows(db, id);
  if (!type) throw new Refusal('not_found');
  return type;
}

export async function createType(
  ctx: Context,
  fields: TypeFields & { key: string },
): Promise<ObligationType> {
  const id = randomUUID();
  await insertType(ctx.db, id, fields);
  ctx.announce({ kind: 'workChanged', topics: ['obligations'], associationIds: 'all' });
  const type = await requireType(ctx, id);
  await audit(ctx, { action: 'obligationType.created', subjectType: 'obligationType', subjectId: id });
  return type;
}

export async function updateType(
  ctx: Context,
  id: string,
  version: number,
  fields: Patch<TypeFields>,
): Promise<ObligationType> {
  await requireType(ctx, id);
  if (!(await changeType(ctx.db, id, version, fields))) throw new Refusal('version_stale');
  ctx.announce({ kind: 'workChanged', topics: ['obligations'], associationIds: 'all' });
  const type = await requireType(ctx, id);
  await audit(ctx, {
    action: 'obligationType.changed',
    subjectType: 'obligationType',
    subjectId: id,
    detail: { blocksPledges: type.blocksPledges, isActive: type.isActive, graceDays: type.graceDays },
  });
  return type;
}
