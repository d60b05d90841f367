import { daysBetween, REMINDER_OFFSETS_DAYS } from '@qafila/contract';
import { inTransaction } from '@qafila/db';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Announcement, Context } from '../../platform/context.ts';
import { postSystemNotice } from '../notices/index.ts';
import { type DueReminder, insertReminder, remindersDue } from './reminders.repository.ts';

/** Reminds associations of what is due and of what is overdue, each time once. */
export async function remindOfObligations(ctx: Context): Promise<{ done: number }> {
  const today = dayInDamascus(ctx.now());
  let done = 0;
  for (const due of await remindersDue(ctx.db, today, REMINDER_OFFSETS_DAYS)) {
    if (await remind(ctx, due, today)) done += 1;
  }
  return { done };
}

/** The reminder and its notice are kept together or not at all. */
async function remind(ctx: Context, due: DueReminder, today: string): Promise<boolean> {
  const said: Announcement[] = [];
  const isSent = await inTransaction(ctx.db, async (db) => {
    if (!(await insertReminder(db, due, ctx.now()))) return false;
    const { obligationId, associationId, nameAr, nameEn, period, dueOn, offsetDays } = due;
    await postSystemNotice(
      { ...ctx, db, announce: (announcement) => said.push(announcement) },
      {
        associationId,
        kind: offsetDays > 0 ? 'obligation_overdue' : 'obligation_reminder',
        priority: 'normal',
        values: { nameAr, nameEn, period, dueOn, days: Math.abs(daysBetween(today, dueOn)) },
        key: `obligation:${obligationId}:${dueOn}:${offsetDays}`,
      },
    );
    return true;
  });
  for (const announcement of said) ctx.announce(announcement);
  return isSent;
}
