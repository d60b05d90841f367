import { FINDING_REMINDER_DAYS } from '@qafila/contract';
import { dayInDamascus } from '../../platform/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { inOwnTransaction } from '../../platform/own-transaction.ts';
import { postSystemNotice } from '../notices/index.ts';
import { type DueFinding, noteReminder, selectDue } from './reminders.repository.ts';

const AT_ONCE = 200;

/** Reminds associations of findings that are due soon, today or overdue; once for each due date and offset. */
export async function remindOfFindings(ctx: Context): Promise<{ done: number }> {
  const today = dayInDamascus(ctx.now());
  let done = 0;
  for (;;) {
    const due = await selectDue(ctx.db, today, FINDING_REMINDER_DAYS, AT_ONCE);
    let reminded = 0;
    for (const finding of due) {
      if (await inOwnTransaction(ctx, (inside) => remind(inside, finding))) reminded++;
    }
    done += reminded;
    if (reminded === 0) return { done };
  }
}

async function remind(ctx: Context, finding: DueFinding): Promise<boolean> {
  if (!(await noteReminder(ctx.db, finding, ctx.now()))) return false;
  const { id, associationId, visitCode, severity, dueOn, offsetDays } = finding;
  const isOverdue = offsetDays > 0;
  await postSystemNotice(ctx, {
    associationId,
    kind: isOverdue ? 'finding_overdue' : 'finding_due',
    priority: isOverdue && severity === 'critical' ? 'urgent' : 'normal',
    values: { code: visitCode, dueOn },
    key: `finding ${id} ${dueOn} ${offsetDays}`,
  });
  return true;
}
