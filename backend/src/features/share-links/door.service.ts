import type { Db } from '@qafila/db';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Share } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addUses, type LinkRow, linksById } from './share-links.repository.ts';
import { createShareTokens } from './share-tokens.ts';
import { createUses } from './uses.ts';

export type ShareDoor = {
  /**
   * What the link opens that a request came by.
   * @throws {Refusal} `share_link_ended` for one that was good, `not_found` for any other
   */
  open: (token: string, address: string) => Promise<Share>;
  /** The same for a page that begins to listen. */
  enter: (token: string, address: string) => Promise<Share>;
  /** Which of these links still open something. */
  stillOpen: (ids: readonly string[]) => Promise<Set<string>>;
  close: () => Promise<void>;
};

type DoorDeps = { db: Db; now: () => Date; secret: string; onFailure: (error: unknown) => void };

export function createShareDoor({ db, now, secret, onFailure }: DoorDeps): ShareDoor {
  const tokens = createShareTokens(secret);
  const refuseGuess = createGuesses(() => now().getTime());
  const uses = createUses((id, openings, at) => addUses(db, id, openings, at).catch(onFailure));

  async function shareBy(token: string, address: string, openings: 0 | 1): Promise<Share> {
    const id = tokens.idIn(token);
    const [link] = id === undefined ? [] : await linksById(db, [id]);
    if (!link) throw refuseGuess(address);
    if (hasEnded(link, now())) throw new Refusal('share_link_ended');
    uses.used(link.id, now(), openings);
    const { kind, precision, campaignId, convoyId, expiresAt } = link;
    return { id: link.id, kind, precision, campaignId, convoyId, expiresAt };
  }

  return {
    open: (token, address) => shareBy(token, address, 0),
    enter: (token, address) => shareBy(token, address, 1),
    async stillOpen(ids) {
      const links = await linksById(db, ids);
      return new Set(links.filter((link) => !hasEnded(link, now())).map(({ id }) => id));
    },
    close: uses.close,
  };
}

/** A link outlives the account of who made it, for it is the campaign's; into the archive it does not follow. */
export function hasEnded({ revokedAt, expiresAt, isArchived }: LinkRow, now: Date): boolean {
  return revokedAt !== null || isArchived || expiresAt <= now;
}

const GUESSES_PER_MINUTE = 30;
const MINUTE_MS = 60_000;

/**
 * What a wrong token is answered with: from an address that tries many, that it should wait. Who has the right one is
 * never held up by others at the same address, and 256 bits are not guessed.
 */
function createGuesses(nowMs: () => number): (address: string) => Refusal {
  let counts = new Map<string, number>();
  let sinceMs = nowMs();
  return (address) => {
    if (nowMs() - sinceMs >= MINUTE_MS) {
      counts = new Map();
      sinceMs = nowMs();
    }
    const key = ipKeyGenerator(address, 64);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= GUESSES_PER_MINUTE) return new Refusal('not_found');
    const retryAfterS = Math.ceil((sinceMs + MINUTE_MS - nowMs()) / 1000);
    return new Refusal('too_many_requests', undefined, { retryAfterS, values: { seconds: retryAfterS } });
  };
}
