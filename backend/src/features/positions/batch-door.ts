import type { DriverFix } from '@qafila/contract';
import { Refusal } from '../../platform/refusal.ts';
import { RETRY_AFTER_S } from './answers.ts';
import { flagsOf, toFix } from './fix.ts';
import type { Ingest, Outcome } from './ingest.ts';
import type { RateLimit } from './rate.ts';

/** How many are stored, and the places in the batch of those that cannot be. */
export type BatchAnswer = { stored: number; refused: number[] };

const NAMES = { lat: 'lat', lng: 'lng', recordedAt: 'at' };

/**
 * Takes the fixes that a phone has gathered; answers when all of them are committed.
 * @throws {Refusal} `too_many_requests` before any is taken; `unavailable` when not all could be stored: sent again,
 *   those that were are not stored twice
 */
export async function takeBatch(
  { ingest, rateLimit }: { ingest: Pick<Ingest, 'push'>; rateLimit: RateLimit },
  vehicleNumber: number,
  fixes: readonly DriverFix[],
  receivedAtMs: number,
): Promise<BatchAnswer> {
  const seconds = rateLimit(vehicleNumber, fixes.length);
  if (seconds > 0) {
    throw new Refusal('too_many_requests', undefined, { retryAfterS: seconds, values: { seconds } });
  }
  const outcomes = await Promise.all(fixes.map((fix) => takeOne(ingest, vehicleNumber, fix, receivedAtMs)));
  if (outcomes.includes('unavailable')) {
    throw new Refusal('unavailable', undefined, { retryAfterS: RETRY_AFTER_S });
  }
  const refused = outcomes.flatMap((outcome, index) => (outcome === 'refused' ? [index] : []));
  return { stored: fixes.length - refused.length, refused };
}

function takeOne(
  ingest: Pick<Ingest, 'push'>,
  vehicleNumber: number,
  { at, ...said }: DriverFix,
  receivedAtMs: number,
): Promise<Outcome> {
  const raw = {
    recordedAtMs: Date.parse(at),
    lat: said.lat,
    lng: said.lng,
    speedMps: said.speedMps ?? undefined,
    headingDeg: said.headingDeg ?? undefined,
    accuracyM: said.accuracyM ?? undefined,
    batteryPct: said.batteryPct ?? undefined,
  };
  const fix = toFix(raw, NAMES, receivedAtMs);
  if (Array.isArray(fix)) return Promise.resolve('refused');
  return new Promise((done) => {
    const flags = flagsOf(fix, receivedAtMs);
    ingest.push({ vehicleNumber, fix, flags, alarm: null, attributes: null, done });
  });
}
