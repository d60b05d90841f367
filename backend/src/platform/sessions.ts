import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Db } from '@qafila/db';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { SignedIn } from './bind.ts';
import { SESSION_MS, SessionStore } from './session-store.ts';
import { findSession, hashOf } from './sessions.repository.ts';

const COOKIE = 'qafila_session';
const COOKIE_RULES = { httpOnly: true, sameSite: 'lax', path: '/' } as const;

type SessionDeps = { readonly db: Db; readonly now: () => Date; readonly secret: string };

/** Knows who asks: fills `req.signedIn` from the session cookie. Visitors get no session and no cookie. */
export function sessions({ db, now, secret }: SessionDeps): RequestHandler[] {
  return [
    session({
      name: COOKIE,
      secret,
      store: new SessionStore(db, now),
      resave: false,
      saveUninitialized: false,
      rolling: true,
      cookie: { ...COOKIE_RULES, secure: 'auto', maxAge: SESSION_MS },
    }),
    (req, _res, next) => {
      if (req.session.signedIn) {
        req.signedIn = req.session.signedIn;
        Object.assign(req.session.cookie, { ...COOKIE_RULES, secure: req.secure });
      }
      next();
    },
  ];
}

/** Begins a session under a new id; the one the browser came with ends. */
export async function beginSession(req: Request, signedIn: SignedIn): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    req.session.regenerate((error: unknown) => (error ? reject(error) : resolve()));
  });
  req.session.signedIn = signedIn;
  await new Promise<void>((resolve, reject) => {
    req.session.save((error: unknown) => (error ? reject(error) : resolve()));
  });
  req.signedIn = signedIn;
}

/** Ends the session of this request and takes its cookie back. */
export async function endSession(req: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    req.session.destroy((error: unknown) => (error ? reject(error) : resolve()));
  });
  req.res?.clearCookie(COOKIE, COOKIE_RULES);
}

export function sidHashOf(req: Request): Buffer {
  return hashOf(req.sessionID);
}

export type Identity = { readonly signedIn: SignedIn; readonly sidHash: Buffer };

/** Who opens a connection that does not pass through Express, such as a socket. */
export function identifier({
  db,
  now,
  secret,
}: SessionDeps): (req: IncomingMessage) => Promise<Identity | undefined> {
  return async (req) => {
    const sid = sidIn(req.headers.cookie ?? '', secret);
    if (sid === undefined) return undefined;
    const sidHash = hashOf(sid);
    const found = await findSession(db, sidHash, now());
    return found && { signedIn: found.signedIn, sidHash };
  };
}

/** The session id of a Cookie header, when its signature is ours: `s:<id>.<HMAC-SHA-256>`. */
function sidIn(header: string, secret: string): string | undefined {
  for (const pair of header.split(';')) {
    const [name, value = ''] = pair.trim().split('=', 2);
    if (name !== COOKIE) continue;
    const match = /^s(?::|%3A)([\w-]+)\.([^.]+)$/.exec(value);
    const [, sid, signature] = match ?? [];
    if (sid !== undefined && signature !== undefined && isSignedBy(secret, sid, signature)) return sid;
  }
  return undefined;
}

function isSignedBy(secret: string, sid: string, signature: string): boolean {
  const due = Buffer.from(createHmac('sha256', secret).update(sid).digest('base64').replace(/=+$/, ''));
  const given = Buffer.from(decodeQuietly(signature));
  return due.length === given.length && timingSafeEqual(due, given);
}

function decodeQuietly(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
