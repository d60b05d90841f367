import { forgetRuns } from './features/jobs/index.ts';
import { forgetPositions } from './features/positions/index.ts';
import { forgetDrafts } from './features/registry/index.ts';
import { forgetRouteAnswers } from './features/routing/index.ts';
import { forgetTries } from './features/session/index.ts';
import type { Config } from './platform/config.ts';
import type { Context } from './platform/context.ts';
import { forgetAnswers } from './platform/idempotency.repository.ts';
import { deleteExpiredSessions } from './platform/sessions.repository.ts';

const DAY_MS = 86_400_000;
/** Nobody repeats a request for longer than that. */
const KEEP_ANSWERS_MS = 7 * DAY_MS;
/** An application that was not handed in for so long will not be. */
const KEEP_DRAFTS_MS = 90 * DAY_MS;
/** What the server did by itself can be looked up for so long. */
const KEEP_RUNS_MS = 60 * DAY_MS;

/** Clears away what has run out; as nothing of it is anybody's work, it is not counted. */
export async function clearAway(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { keepPositionsDays }: Pick<Config, 'keepPositionsDays'>,
): Promise<{ done: number }> {
  const ago = (ms: number): Date => new Date(now().getTime() - ms);
  await deleteExpiredSessions(db, now());
  await forgetTries(db, now());
  await forgetRouteAnswers(db, now());
  await forgetAnswers(db, ago(KEEP_ANSWERS_MS));
  await forgetDrafts(db, ago(KEEP_DRAFTS_MS));
  await forgetRuns(db, ago(KEEP_RUNS_MS));
  await forgetPositions(db, ago(keepPositionsDays * DAY_MS));
  return { done: 0 };
}
