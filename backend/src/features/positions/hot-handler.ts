import type { IncomingMessage, ServerResponse } from 'node:http';
import { fieldError } from '@qafila/contract';
import type { HotHandler } from '../../platform/http-server.ts';
import { parseJson } from '../../platform/json-rules.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  accept,
  type Protocol,
  refuse,
  refuseAndClose,
  refuseForNow,
  refuseTooMany,
  refuseUnknownTracker,
  refuseWrongFields,
} from './answers.ts';
import { type Body, readBody } from './body.ts';
import type { Ingest } from './ingest.ts';
import type { TrackerMessage } from './message.ts';
import { looksLikeOsmAnd, osmAndCredential, parseOsmAnd, parseQuery, type Query } from './osmand.ts';
import { looksLikeOwnTracks, ownTracksCredential, parseOwnTracks } from './owntracks.ts';
import type { RateLimit } from './rate.ts';
import { isMembers, type Members } from './read-values.ts';
import { looksLikeTraccarClient, parseTraccarClient, traccarClientCredential } from './traccar-client.ts';
import type { TrackerBook } from './trackers.ts';

export type HotDeps = {
  trackers: Pick<TrackerBook, 'find' | 'findAnew'>;
  ingest: Pick<Ingest, 'push'>;
  rateLimit: RateLimit;
  now: () => Date;
  onFailure: (error: unknown) => void;
};

/** Where trackers report, besides the root that phones in the field are set to. */
const TRACK_PATH = '/api/v1/track';
const QUESTION_MARK = 63;

/** The doors of the trackers, ahead of Express, whose stack alone costs several times this work. */
export function createHotHandler(deps: HotDeps): HotHandler {
  return (req, res) => {
    const queryAt = queryStart(req.url ?? '');
    if (queryAt < 0) return false;
    const isOwnPath = req.url?.startsWith(TRACK_PATH) === true;
    if (req.method === 'GET') return onGet(deps, req, res, queryAt, isOwnPath);
    if (req.method === 'POST') {
      onPost(deps, req, res, queryAt);
      return true;
    }
    if (isOwnPath) refuse(res, new Refusal('method_not_allowed'), ['Allow', 'GET, POST']);
    return isOwnPath;
  };
}

/** Where the query begins, the end when there is none; −1 for a path that is not ours. */
function queryStart(url: string): number {
  if (url.length === 1) return 1;
  if (url.charCodeAt(1) === QUESTION_MARK) return 2;
  if (!url.startsWith(TRACK_PATH)) return -1;
  if (url.length === TRACK_PATH.length) return url.length;
  return url.charCodeAt(TRACK_PATH.length) === QUESTION_MARK ? TRACK_PATH.length + 1 : -1;
}

function onGet(
  deps: HotDeps,
  req: IncomingMessage,
  res: ServerResponse,
  queryAt: number,
  isOwnPath: boolean,
): boolean {
  const url = req.url ?? '';
  if (queryAt >= url.length && !isOwnPath) return false;
  const query = parseQuery(url, queryAt);
  if (!(isOwnPath || looksLikeOsmAnd(query))) return false;
  answering(deps, res, () => takeOsmAnd(deps, res, query));
  return true;
}

/** Nothing stands around these doors: a fault in one request must not reach the others. */
function answering({ onFailure }: HotDeps, res: ServerResponse, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal)) onFailure(error);
    if (!res.headersSent) refuse(res, error instanceof Refusal ? error : new Refusal('internal'));
  }
}

function onPost(deps: HotDeps, req: IncomingMessage, res: ServerResponse, queryAt: number): void {
  const query = parseQuery(req.url ?? '', queryAt);
  if (looksLikeOsmAnd(query)) {
    req.resume();
    answering(deps, res, () => takeOsmAnd(deps, res, query));
    return;
  }
  readBody(req, (body) => answering(deps, res, () => takeBody(deps, req, res, body)));
}

function takeBody(deps: HotDeps, req: IncomingMessage, res: ServerResponse, body: Body): void {
  if ('failure' in body) {
    const isLarge = body.failure === 'too_large';
    refuseAndClose(res, new Refusal(isLarge ? 'body_too_large' : 'malformed_request'));
    return;
  }
  const text = body.text.trim();
  if (text === '') {
    accept(res, 'ownTracks');
    return;
  }
  const isForm = (req.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  if (isForm && !text.startsWith('{')) {
    takeOsmAnd(deps, res, parseQuery(text));
    return;
  }
  const members = parseJson(text);
  if (isMembers(members)) takeJson(deps, req, res, members);
  else refuseWrongFields(res, [fieldError('', 'invalid_type')]);
}

function takeOsmAnd(deps: HotDeps, res: ServerResponse, query: Query): void {
  const message = parseOsmAnd(query, deps.now().getTime());
  take(deps, res, 'osmAnd', osmAndCredential(query), message);
}

function takeJson(deps: HotDeps, req: IncomingMessage, res: ServerResponse, members: Members): void {
  const receivedAtMs = deps.now().getTime();
  const { headers } = req;
  if (looksLikeOwnTracks(members, headers)) {
    const message = parseOwnTracks(members, receivedAtMs);
    // What is no place concerns nobody: no tracker need be known for it.
    if (message.kind === 'status') accept(res, 'ownTracks');
    else take(deps, res, 'ownTracks', ownTracksCredential(members, headers), message);
  } else if (looksLikeTraccarClient(members)) {
    const message = parseTraccarClient(members, receivedAtMs);
    take(deps, res, 'traccarClient', traccarClientCredential(members), message);
  } else {
    refuseWrongFields(res, [fieldError('device_id', 'required')]);
  }
}

/** The credential decides the vehicle, whatever else the message says. */
function take(
  deps: HotDeps,
  res: ServerResponse,
  protocol: Protocol,
  credential: string | undefined,
  message: TrackerMessage,
): void {
  const { trackers, onFailure } = deps;
  const secret = credential ?? '';
  const vehicleNumber = trackers.find(secret);
  if (vehicleNumber !== undefined) {
    store(deps, res, protocol, vehicleNumber, message);
    return;
  }
  trackers.findAnew(secret).then(
    (found) => {
      if (found === undefined) refuseUnknownTracker(res, protocol);
      else answering(deps, res, () => store(deps, res, protocol, found, message));
    },
    (error: unknown) => {
      onFailure(error);
      refuseForNow(res);
    },
  );
}

function store(
  { ingest, rateLimit }: HotDeps,
  res: ServerResponse,
  protocol: Protocol,
  vehicleNumber: number,
  message: TrackerMessage,
): void {
  const waitS = rateLimit(vehicleNumber);
  if (waitS > 0) {
    refuseTooMany(res, protocol, waitS);
    return;
  }
  if (message.kind === 'status') {
    accept(res, protocol);
    return;
  }
  if (message.kind === 'invalid') {
    refuseWrongFields(res, message.errors);
    return;
  }
  ingest.push({
    vehicleNumber,
    fix: message.fix,
    flags: message.flags,
    alarm: message.alarm,
    attributes: message.attributes,
    done(outcome) {
      if (outcome === 'stored') accept(res, protocol);
      else if (outcome === 'refused') refuse(res, new Refusal('invalid_input'));
      else refuseForNow(res);
    },
  });
}
