import { type downloadObligationCalendar, LIMITS, OPEN_OBLIGATION_STATES } from '@qafila/contract';
import type { Response } from 'express';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { calendarFile } from './calendar-file.ts';
import { selectObligations } from './obligations.repository.ts';
import { scopeOf } from './obligations.service.ts';

/** What is still to be handed in, to be saved; who subscribes to nothing sees no later change. */
export async function sendCalendar(
  ctx: Context,
  { language, ...filter }: z.output<typeof downloadObligationCalendar.query>,
  res: Response,
): Promise<Response> {
  const open = await Promise.all(
    OPEN_OBLIGATION_STATES.map((state) =>
      selectObligations(ctx.db, {
        ...scopeOf(ctx),
        filter: { ...filter, state },
        order: 'earliest',
        after: undefined,
        limit: LIMITS.calendarEventsMax,
      }),
    ),
  );
  const soonest = open.flat().sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return res
    .type('text/calendar')
    .set('Content-Disposition', 'attachment; filename="obligations.ics"')
    .set('Cache-Control', 'private, no-store')
    .send(calendarFile(soonest.slice(0, LIMITS.calendarEventsMax), { language, at: ctx.now() }));
}
