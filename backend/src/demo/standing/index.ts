import type { Db } from '@qafila/db';
import type { Context } from '../../platform/context.ts';
import { type Client, signInAs, visitorOf } from '../client.ts';
import type { StoryClock } from '../clock.ts';
import type { Ids } from '../setting.ts';
import type { Chapter, StandingTold } from './chapter.ts';
import { fileChapter } from './files.ts';
import { initiativeChapter } from './initiatives.ts';
import { noticesChapter } from './notices.ts';
import { projectChapter } from './projects.ts';
import { referralChapter } from './referrals.ts';
import { registryChapter } from './registry.ts';
import { visitChapter } from './visits.ts';

const CHAPTERS: readonly Chapter[] = [
  registryChapter,
  fileChapter,
  referralChapter,
  noticesChapter,
  visitChapter,
  initiativeChapter,
  projectChapter,
];

/** Tells all chapters together, in the order of time. */
export async function tellStandingWork(db: Db, clock: StoryClock, url: string, ids: Ids): Promise<void> {
  const told: StandingTold = {
    clock,
    as: signingIn(url, clock),
    visitor: (headers) => visitorOf(url, headers),
    ids,
    system: systemContext(db, clock),
  };
  const events = CHAPTERS.flatMap((chapter) => chapter(told)).sort((a, b) => a.atHours - b.atHours);
  for (const event of events) {
    clock.goTo(event.atHours);
    await event.happen();
  }
}

/** Less than a session lasts unused; each use begins it anew. */
const SIGNED_IN_FOR_MS = 10 * 86_400_000;

function signingIn(url: string, clock: StoryClock): StandingTold['as'] {
  const known = new Map<string, { client: Client; usedAt: number }>();
  return async (email) => {
    const now = clock.now().getTime();
    const before = known.get(email);
    const isSignedIn = before !== undefined && now - before.usedAt < SIGNED_IN_FOR_MS;
    const client = isSignedIn ? before.client : await signInAs(url, email);
    known.set(email, { client, usedAt: now });
    return client;
  };
}

function systemContext(db: Db, clock: StoryClock): Context {
  return {
    db,
    now: clock.now,
    actor: { userId: '', name: '', role: 'admin', associationId: null, scope: 'any' },
    announce: () => undefined,
  };
}
