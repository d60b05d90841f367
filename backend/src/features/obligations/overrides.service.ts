import { randomUUID } from 'node:crypto';
import {
  addDays,
  fieldError,
  Instant,
  LIMITS,
  type listPledgeOverrides,
  type PledgeOverride,
  Uuid,
} from '@qafila/contract';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { holdAssociation } from '../associations/index.ts';
import { insertOverride, revokeOverride, selectOverrides } from './overrides.repository.ts';

type Page = { items: PledgeOverride[]; nextCursor: string | null };

export async function list(
  ctx: Context,
  { cursor, limit, state, ...filter }: z.output<typeof listPledgeOverrides.query>,
): Promise<Page> {
  const rows = await selectOverrides(ctx.db, {
    ...filter,
    today: dayInDamascus(ctx.now()),
    inForce: state === 'in_force',
    before: placeIn(cursor),
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? `${last.grantedAt} ${last.id}` : null };
}

function placeIn(cursor: string | undefined): { grantedAt: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [grantedAt, id, ...more] = cursor.split(' ');
  const isWhole = more.length === 0 && Instant.safeParse(grantedAt).success && Uuid.safeParse(id).success;
  if (!isWhole || grantedAt === undefined || id === undefined) {
    throw refuseFields(fieldError('cursor', 'invalid_format'));
  }
  return { grantedAt, id };
}

/** @throws {Refusal} `conflict` while another permission is in force */
export async function grant(
  ctx: Context,
  associationId: string,
  { reason, endsOn }: { reason: string; endsOn: string },
): Promise<PledgeOverride> {
  refuseWrongEnd(dayInDamascus(ctx.now()), endsOn);
  if (!(await holdAssociation(ctx.db, associationId))) throw new Refusal('not_found');
  if (await overrideInForce(ctx, associationId)) throw new Refusal('conflict');
  const id = randomUUID();
  await insertOverride(ctx.db, { id, associationId, reason, endsOn, at: ctx.now(), by: ctx.actor.userId });
  ctx.announce({ kind: 'workChanged', topics: ['obligations'], associationIds: [associationId] });
  const override = await requireOverride(ctx, id);
  await audit(ctx, {
    action: 'pledgeOverride.granted',
    subjectType: 'association',
    subjectId: associationId,
    reason,
    detail: { overrideId: id, endsOn },
  });
  return override;
}

function refuseWrongEnd(today: string, endsOn: string): void {
  const maximum = addDays(today, LIMITS.overrideDaysMax);
  if (endsOn < today) throw refuseFields(fieldError('endsOn', 'before_now'));
  if (endsOn > maximum) throw refuseFields(fieldError('endsOn', 'too_late', { maximum }));
}

/** @throws {Refusal} `transition_not_allowed` when it is over or revoked already */
export async function revoke(ctx: Context, id: string, reason: string): Promise<PledgeOverride> {
  const { association, isInForce } = await requireOverride(ctx, id);
  const by = { at: ctx.now(), by: ctx.actor.userId, reason };
  if (!isInForce || !(await revokeOverride(ctx.db, id, by))) throw new Refusal('transition_not_allowed');
  ctx.announce({ kind: 'workChanged', topics: ['obligations'], associationIds: [association.id] });
  const override = await requireOverride(ctx, id);
  await audit(ctx, {
    action: 'pledgeOverride.revoked',
    subjectType: 'association',
    subjectId: association.id,
    reason,
    detail: { overrideId: id },
  });
  return override;
}

async function requireOverride({ db, now }: Context, id: string): Promise<PledgeOverride> {
  const [found] = await selectOverrides(db, { today: dayInDamascus(now()), inForce: false, id, limit: 1 });
  if (!found) throw new Refusal('not_found');
  return found;
}

export async function overrideInForce(
  { db, now }: Context,
  associationId: string,
): Promise<PledgeOverride | null> {
  const today = dayInDamascus(now());
  const [found] = await selectOverrides(db, { today, inForce: true, associationId, limit: 1 });
  return found ?? null;
}
