import { type Endpoint, LIMITS, type Scope, scopeOf, toFieldErrors } from '@qafila/contract';
import { type Db, inTransaction } from '@qafila/db';
import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import type { Actor, Announcement, Context, Share } from './context.ts';
import { asRefusal, isWorthAnotherTry } from './database-errors.ts';
import { claimKey, keepAnswer, requestHash, type StoredAnswer } from './idempotency.repository.ts';
import { Refusal } from './refusal.ts';

/** What a signed-in request carries; the session middleware puts it there. */
export type SignedIn = Omit<Actor, 'scope'>;

declare module 'express-serve-static-core' {
  interface Request {
    signedIn?: SignedIn;
    share?: Share;
  }
}

export type BindDeps = {
  readonly db: Db;
  readonly now: () => Date;
  readonly announce: (announcement: Announcement) => void;
};

type Asked<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Context & {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
  /** The version the editor last read; 0 where the endpoint is not versioned. */
  readonly version: number;
  /** What the caller's link opens; nothing where the endpoint is not for links. */
  readonly share: Share;
  readonly req: Request;
  readonly res: Response;
};

/** Where nothing is answered, nothing need be returned. */
// biome-ignore lint/suspicious/noConfusingVoidType: it is what an async function without a return gives
type Answered<R extends z.ZodType> = undefined extends z.input<R> ? z.input<R> | void : z.input<R>;

/** For public endpoints: nobody, reaching nothing. */
const NOBODY: Actor = { userId: '', name: '', role: 'association', associationId: null, scope: 'own' };
/** For endpoints that take no link. */
const NO_SHARE: Share = {
  id: '',
  kind: 'convoy',
  precision: 'coarse',
  campaignId: '',
  convoyId: null,
  expiresAt: new Date(0),
};
const ATTEMPTS = 4;

type BindOptions = {
  /**
   * For a write that must remember what it refuses, works long on a password, or ends its session: it gets the pool
   * and opens transactions where it needs them.
   */
  readonly ownTransactions?: boolean;
};

/**
 * Mounts a contract endpoint: checks who asks, validates what comes in and what goes out, runs a write in one
 * transaction with its idempotent answer, and announces after commit. A handler that has written the response itself
 * returns it. Express 5 forwards rejections.
 */
export function bind<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  router: Router,
  deps: BindDeps,
  it: Endpoint<P, Q, B, R>,
  handle: (asked: Asked<P, Q, B>) => Promise<Answered<R> | Response>,
  { ownTransactions = it.method === 'get' }: BindOptions = {},
): void {
  router[it.method](it.path, async (req, res) => {
    const actor = authorize(it.access, req);
    const given = {
      params: read(it.params, req.params),
      query: read(it.query, req.query),
      body: it.bodyType === 'json' ? read(it.body, bodyFor(it, req.body)) : req.body,
      version: it.versioned ? versionOf(req) : 0,
      share: it.access === 'shared' && req.share ? req.share : NO_SHARE,
      req,
      res,
      actor,
      now: deps.now,
    };
    const answer = ownTransactions
      ? { status: it.success, body: await handle({ ...given, db: deps.db, announce: deps.announce }) }
      : await writeOnce(deps, it, req, actor, (db, announce) => handle({ ...given, db, announce }));
    send(res, it, answer);
  });
}

/** @throws {Refusal} when it is not for the one who asks */
export function authorize(
  access: Endpoint['access'],
  { signedIn, share, driver, applicant }: Pick<Request, 'signedIn' | 'share' | 'driver' | 'applicant'>,
): Actor {
  if (access === 'public') return signedIn ? { ...signedIn, scope: 'own' } : NOBODY;
  if (isForBearers(access)) {
    if ({ shared: share, driver, applicant }[access]) return NOBODY;
    throw new Refusal('not_signed_in');
  }
  if (!signedIn) throw new Refusal('not_signed_in');
  const scope: Scope | undefined = access === 'signed_in' ? 'own' : scopeOf(signedIn.role, access);
  if (!scope) throw new Refusal('not_allowed');
  return { ...signedIn, scope };
}

/** Open to who holds a link or a key, whoever is signed in. */
function isForBearers(access: Endpoint['access']): access is 'shared' | 'driver' | 'applicant' {
  return access === 'shared' || access === 'driver' || access === 'applicant';
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const errors = toFieldErrors(parsed.error);
  throw new Refusal('invalid_input', errors.map((error) => `${error.path}: ${error.message}`).join('; '), {
    errors,
  });
}

/** Where no body is due, an empty object is none: some clients cannot send a POST without one. */
function bodyFor(it: Endpoint, body: unknown): unknown {
  const isEmpty = body !== null && typeof body === 'object' && Object.keys(body).length === 0;
  return isEmpty && it.body.safeParse(undefined).success ? undefined : body;
}

/** @throws {Refusal} `version_required` without `If-Match`, and for `*`, which would overwrite unread changes */
function versionOf(req: Request): number {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(req.get('if-match') ?? '');
  if (!match) throw new Refusal('version_required');
  return Number(match[1]);
}

type Work = (db: Db, announce: (announcement: Announcement) => void) => Promise<unknown>;

/** Runs `work` in a transaction, again when the database asks for it; announces what it said, after commit. */
async function writeOnce(
  deps: BindDeps,
  it: Endpoint,
  req: Request,
  actor: Actor,
  work: Work,
): Promise<StoredAnswer> {
  const key = it.idempotent ? keyOf(req) : undefined;
  const hash = key === undefined ? undefined : requestHash(req.method, req.originalUrl, req.body);
  for (let attempt = 1; ; attempt++) {
    const said: Announcement[] = [];
    try {
      const answer = await inTransaction(deps.db, async (trx) => {
        const known = key && hash ? await claimKey(trx, actor.userId, key, hash) : undefined;
        if (known) return known;
        const body = await work(trx, (announcement) => said.push(announcement));
        const fresh = { status: it.success, body };
        if (key) await keepAnswer(trx, actor.userId, key, fresh);
        return fresh;
      });
      for (const announcement of said) deps.announce(announcement);
      return answer;
    } catch (error) {
      if (!isWorthAnotherTry(error) || attempt === ATTEMPTS) throw asRefusal(error);
    }
  }
}

function keyOf(req: Request): string | undefined {
  const key = req.get('idempotency-key');
  if (key === undefined) return undefined;
  if (key.length === 0 || key.length > LIMITS.idempotencyKeyMax) {
    throw new Refusal('invalid_input', `Idempotency-Key takes 1 to ${LIMITS.idempotencyKeyMax} characters`, {
      errors: [
        {
          path: 'Idempotency-Key',
          code: 'too_long',
          message: 'too long',
          values: { maximum: LIMITS.idempotencyKeyMax },
        },
      ],
    });
  }
  return key;
}

function send(res: Response, it: Endpoint, { status, body }: StoredAnswer): void {
  if (res.headersSent) return;
  if (it.responseType === 'image') {
    res.status(status).type('image/jpeg').send(body);
    return;
  }
  if (body === undefined) {
    res.status(status).end();
    return;
  }
  const answer = it.response.parse(body);
  const version = versionIn(answer);
  if (version !== undefined) res.set('ETag', `"${version}"`);
  res.status(status).json(answer);
}

function versionIn(answer: unknown): number | undefined {
  if (answer === null || typeof answer !== 'object') return undefined;
  if ('version' in answer && typeof answer.version === 'number') return answer.version;
  if ('convoy' in answer) return versionIn(answer.convoy);
  return undefined;
}
