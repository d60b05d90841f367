import { LIMITS } from '@qafila/contract';
import type { Db } from '@qafila/db';
import session, { type SessionData } from 'express-session';
import type { SignedIn } from './bind.ts';
import {
  deleteSession,
  findSession,
  hashOf,
  prolongSession,
  type SessionRecord,
  saveSession,
} from './sessions.repository.ts';

declare module 'express-session' {
  interface SessionData {
    signedIn: SignedIn;
    /** When the stored session ends, as far as it was read. */
    storedUntilMs: number;
  }
}

export const SESSION_MS = LIMITS.sessionIdleDays * 86_400_000;
/** A session is written again when it has aged this much: not for every request. */
const WRITE_AGAIN_AFTER_MS = 15 * 60_000;

type Done<T = void> = (error: unknown, value?: T) => void;

/** Sessions in the table `sessions`: the id only as its hash, and nothing but who it belongs to. */
export class SessionStore extends session.Store {
  readonly #db: Db;
  readonly #now: () => Date;

  constructor(db: Db, now: () => Date) {
    super();
    this.#db = db;
    this.#now = now;
  }

  override get(sid: string, done: Done<SessionData | null>): void {
    const find = async (): Promise<SessionData | null> => {
      const found = await findSession(this.#db, hashOf(sid), this.#now());
      if (!found) return null;
      const { signedIn, expiresAt } = found;
      return { signedIn, storedUntilMs: expiresAt.getTime(), cookie: { originalMaxAge: SESSION_MS } };
    };
    settle(find(), done);
  }

  override set(sid: string, data: SessionData, done: Done = () => undefined): void {
    settle(saveSession(this.#db, this.#record(sid, data)), done);
  }

  override touch(sid: string, data: SessionData, done: Done = () => undefined): void {
    const isFresh = data.storedUntilMs - this.#now().getTime() > SESSION_MS - WRITE_AGAIN_AFTER_MS;
    settle(isFresh ? Promise.resolve() : prolongSession(this.#db, this.#record(sid, data)), done);
  }

  override destroy(sid: string, done: Done = () => undefined): void {
    settle(deleteSession(this.#db, hashOf(sid)), done);
  }

  #record(sid: string, data: SessionData): SessionRecord {
    const now = this.#now();
    const expiresAt = new Date(now.getTime() + SESSION_MS);
    return { sidHash: hashOf(sid), userId: data.signedIn.userId, now, expiresAt };
  }
}

function settle<T>(work: Promise<T>, done: Done<T>): void {
  work.then(
    (value) => done(null, value),
    (error: unknown) => done(error),
  );
}
