import type { Obligation, PledgeStanding } from '@qafila/contract';
import { dayInDamascus } from '../../platform/calendar.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requireAssociation } from '../associations/index.ts';
import { selectBlocking, selectObligations } from './obligations.repository.ts';
import { overrideInForce } from './overrides.service.ts';

/** More papers than that are not overdue of one association at a time. */
const OVERDUE_LISTED = 50;

/** @throws {Refusal} `not_found` for an association that is not the asker’s */
export async function readStanding(ctx: Context, associationId: string): Promise<PledgeStanding> {
  await requireAssociation(ctx, associationId);
  const overdue = await selectObligations(ctx.db, {
    only: onlyAssociation(ctx.actor),
    today: dayInDamascus(ctx.now()),
    filter: { associationId, standing: 'overdue' },
    order: 'earliest',
    after: undefined,
    limit: OVERDUE_LISTED,
  });
  const override = await overrideInForce(ctx, associationId);
  const isBlocked = overdue.some(({ type }) => type.blocksPledges);
  return { mayPledge: !isBlocked || override !== null, overdue, override };
}

/** @throws {Refusal} `obligation_overdue` while papers are overdue that keep an association from pledging */
export async function requireMayPledge(ctx: Context, associationId: string): Promise<void> {
  const blocking = await selectBlocking(ctx.db, associationId, dayInDamascus(ctx.now()));
  const [oldest] = blocking;
  if (!oldest || (await overrideInForce(ctx, associationId))) return;
  const values = {
    typesAr: namesOf(blocking, 'nameAr').join('، '),
    typesEn: namesOf(blocking, 'nameEn').join(', '),
    dueOn: oldest.dueOn,
  };
  throw new Refusal('obligation_overdue', undefined, { values });
}

function namesOf(obligations: readonly Obligation[], name: 'nameAr' | 'nameEn'): string[] {
  return [...new Set(obligations.map(({ type }) => type[name]))];
}
