import { addDays, duePeriods, OPEN_AHEAD_DAYS } from '@qafila/contract';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { overdueFrom } from './handing-in.service.ts';
import { declaredAssociations, insertObligations, type NewObligation } from './opening.repository.ts';
import { typeRows } from './types.repository.ts';

const AT_ONCE = 500;

/** Asks every declared association for what falls due within the coming months. */
export async function openDueObligations(ctx: Context): Promise<{ done: number }> {
  const from = dayInDamascus(ctx.now());
  const due = await dueBetween(ctx, { from, until: addDays(from, OPEN_AHEAD_DAYS) });
  const opened = new Map<string, string>();
  for (let first = 0; first < due.length; first += AT_ONCE) {
    const some = await insertObligations(ctx.db, ctx.now(), null, due.slice(first, first + AT_ONCE));
    for (const { id, associationId } of some) opened.set(id, associationId);
  }
  if (opened.size > 0) {
    const associationIds = [...new Set(opened.values())];
    ctx.announce({ kind: 'workChanged', topics: ['obligations'], associationIds });
  }
  return { done: opened.size };
}

async function dueBetween(
  { db }: Context,
  window: { from: string; until: string },
): Promise<NewObligation[]> {
  const types = (await typeRows(db)).filter(({ isActive }) => isActive);
  const associations = await declaredAssociations(db);
  return associations.flatMap((association) =>
    types.flatMap((type) =>
      duePeriods(type.schedule, association, window).map(({ period, dueOn }) => ({
        ...{ associationId: association.id, typeId: type.id, period, dueOn },
        overdueFrom: overdueFrom(type, dueOn),
      })),
    ),
  );
}
