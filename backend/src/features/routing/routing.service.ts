import { createHash } from 'node:crypto';
import {
  distanceM,
  type LatLng,
  type RouteOption,
  type RouteOptions,
  STRAIGHT_DETOUR,
  type suggestRoutes,
} from '@qafila/contract';
import type { Db } from '@qafila/db';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { OutboundError } from '../../platform/outbound.ts';
import type { Way } from './adapter.ts';
import type { RouteEngine } from './engine.ts';
import { selectKnownWays } from './known-ways.repository.ts';
import { deleteAnswersBefore, keepAnswer, selectAnswer } from './route-answers.repository.ts';

type Asked = z.output<typeof suggestRoutes.body>;
type Answered = Pick<RouteOptions, 'engine'> & { way: Way | null };

/** Roads change seldom; an answer is good for this long. */
const KEEP_ANSWERS_MS = 30 * 86_400_000;
/** More known ways than these are more than anybody compares. */
const KNOWN_WAYS = 3;

/** As driven before, as the engine says, and straight. Known ways pass no places in between, so they are not shown with any. */
export async function suggest(
  ctx: Context,
  engine: RouteEngine | undefined,
  { from, to, via }: Asked,
): Promise<RouteOptions> {
  const known = via.length === 0 ? await knownWays(ctx.db, from, to) : [];
  const points = [from, ...via, to];
  const { way, engine: state } = await askEngine(ctx, engine, points);
  const fromEngine: RouteOption[] = way ? [{ kind: 'engine', usedBy: null, ...way }] : [];
  return { options: [...known, ...fromEngine, straight(points)], engine: state };
}

async function knownWays(db: Db, from: LatLng, to: LatLng): Promise<RouteOption[]> {
  const newest = new Map<string, RouteOption>();
  for (const { kind, line, distanceM: lengthM, convoyCode, arrivedAt } of await selectKnownWays(
    db,
    from,
    to,
  )) {
    const key = JSON.stringify(line);
    if (newest.has(key)) continue;
    const usedBy = { convoyCode, at: arrivedAt.toISOString() };
    newest.set(key, { kind, line, distanceM: lengthM, durationS: null, usedBy });
  }
  return [...newest.values()].slice(0, KNOWN_WAYS);
}

async function askEngine(
  { db, now }: Context,
  engine: RouteEngine | undefined,
  points: readonly LatLng[],
): Promise<Answered> {
  if (!engine) return { engine: 'off', way: null };
  const hash = questionHash(engine.name, points);
  const kept = await selectAnswer(db, hash, new Date(now().getTime() - KEEP_ANSWERS_MS));
  if (kept) return { engine: 'answered', way: kept };
  try {
    const way = await engine.wayThrough(points);
    if (!way) return { engine: 'no_route', way: null };
    await keepAnswer(db, hash, way, now());
    return { engine: 'answered', way };
  } catch (error) {
    if (error instanceof OutboundError) return { engine: 'unreachable', way: null };
    throw error;
  }
}

export async function forgetRouteAnswers(db: Db, now: Date): Promise<void> {
  await deleteAnswersBefore(db, new Date(now.getTime() - KEEP_ANSWERS_MS));
}

function questionHash(engine: string, points: readonly LatLng[]): Buffer {
  const places = points.map(({ lat, lng }) => `${lat.toFixed(5)},${lng.toFixed(5)}`).join(';');
  return createHash('sha256').update(`${engine} ${places}`).digest();
}

function straight(points: readonly LatLng[]): RouteOption {
  const lengthM = points.reduce((sum, at, index) => sum + distanceM(points[index - 1] ?? at, at), 0);
  return {
    kind: 'straight',
    line: points.map(({ lat, lng }) => [lat, lng]),
    distanceM: Math.round(lengthM * STRAIGHT_DETOUR),
    durationS: null,
    usedBy: null,
  };
}
