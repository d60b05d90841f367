import type { Db } from '@qafila/db';
import { forgetPositions } from './features/positions/index.ts';
import { forgetRouteAnswers } from './features/routing/index.ts';
import { forgetTries } from './features/session/index.ts';
import type { Config } from './platform/config.ts';
import { forgetAnswers } from './platform/idempotency.repository.ts';
import type { Logger } from './platform/logging.ts';
import { deleteExpiredSessions } from './platform/sessions.repository.ts';

const DAY_MS = 86_400_000;
const EVERY_MS = 3_600_000;
/** Nobody repeats a request for longer than that. */
const KEEP_ANSWERS_MS = 7 * DAY_MS;

type Upkeep = Pick<Config, 'keepPositionsDays'>;

/** Clears away what has run out, each hour; the answer stops it. */
export function startUpkeep(db: Db, log: Logger, keep: Upkeep): () => void {
  const work = (): void => {
    clearAway(db, new Date(), keep).catch((error: unknown) => log.error({ err: error }, 'upkeep'));
  };
  work();
  const timer = setInterval(work, EVERY_MS).unref();
  return () => clearInterval(timer);
}

export async function clearAway(db: Db, now: Date, { keepPositionsDays }: Upkeep): Promise<void> {
  await deleteExpiredSessions(db, now);
  await forgetTries(db, now);
  await forgetRouteAnswers(db, now);
  await forgetAnswers(db, new Date(now.getTime() - KEEP_ANSWERS_MS));
  await forgetPositions(db, new Date(now.getTime() - keepPositionsDays * DAY_MS));
}
