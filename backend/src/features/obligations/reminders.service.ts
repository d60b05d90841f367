import { daysBetween, REMINDER_OFFSETS_DAYS } from '@qafila/contract';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { inOwnTransaction } from '../../platform/own-transaction.ts';
import { postSystemNotice } from '../notices/index.ts';
import { type DueReminder, insertReminder, remindersDue } from './reminders.repository.ts';

/** Reminds associations of what is due and of what is overdue, each time once. */
export async function remindOfObligations(ctx: Context): Promise<{ done: number }> {
  const today = dayInDamascus(ctx.now());
  let done = 0;
  for (const due of await remindersDue(ctx.db, today, REMINDER_OFFSETS_DAYS)) {
    if (await inOwnTransaction(ctx, (inside) => remind(inside, due, today))) done += 1;
  }
  return { done };
}

/** The reminder and its notice are kept together or not at all. */
async function remind(ctx: Context, due: DueReminder, today: string): Promise<boolean> {
  if (!(await insertReminder(ctx.db, due, ctx.now()))) return false;
  const { obligationId, associationId, nameAr, nameEn, period, dueOn, offsetDays } = due;
  await postSystemNotice(ctx, {
    associationId,
    kind: offsetDays > 0 ? 'obligation_overdue' : 'obligation_reminder',
    priority: 'normal',
    values: { nameAr, nameEn, period, dueOn, days: Math.abs(daysBetween(today, dueOn)) },
    key: `obligation:${obligationId}:${dueOn}:${offsetDays}`,
  });
  return true;
}
