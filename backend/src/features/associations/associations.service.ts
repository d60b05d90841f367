import { randomUUID } from 'node:crypto';
import { type Association, fieldError, type NamedRef } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { audit } from '../../platform/audit.repository.ts';
import { dayInDamascus } from '../../platform/calendar.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import type { Patch } from '../../platform/patch.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import {
  type AssociationFields,
  associationNames,
  associationsVisible,
  changeAssociation,
  type Declaration,
  insertDeclared,
} from './associations.repository.ts';

export async function listAssociations({ db, actor }: Context): Promise<Association[]> {
  return await associationsVisible(db, onlyAssociation(actor));
}

export async function readAssociation({ db, actor }: Context, id: string): Promise<Association> {
  const [association] = await associationsVisible(db, onlyAssociation(actor), id);
  if (!association) throw new Refusal('not_found');
  return association;
}

export async function createAssociation(
  ctx: Context,
  { declarationNumber, declaredOn, ...fields }: AssociationFields & Declaration,
): Promise<Association> {
  if (declaredOn > dayInDamascus(ctx.now())) throw refuseFields(fieldError('declaredOn', 'after_now'));
  const id = randomUUID();
  await insertDeclared(ctx.db, id, fields, { declarationNumber, declaredOn });
  const answer = await readAssociation(ctx, id);
  await audit(ctx, {
    action: 'association.registered',
    subjectType: 'association',
    subjectId: id,
    to: 'declared',
  });
  return answer;
}

export async function updateAssociation(
  ctx: Context,
  id: string,
  version: number,
  fields: Patch<AssociationFields>,
): Promise<Association> {
  await readAssociation(ctx, id);
  if (!(await changeAssociation(ctx.db, id, version, fields))) throw new Refusal('version_stale');
  const answer = await readAssociation(ctx, id);
  await audit(ctx, { action: 'association.changed', subjectType: 'association', subjectId: id });
  return answer;
}

export async function associationRefs(db: Db, ids: Iterable<string>): Promise<Map<string, NamedRef>> {
  const names = await associationNames(db, [...new Set(ids)]);
  return new Map(names.map((it) => [it.id, it]));
}
