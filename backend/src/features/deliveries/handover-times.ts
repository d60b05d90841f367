import { fieldError } from '@qafila/contract';
import { isInFuture } from '../../platform/calendar.ts';
import { refuseFields } from '../../platform/refusal.ts';

const MINUTE_MS = 60_000;

export type Times = { arrivedAt: Date; unloadingStartedAt: Date; signedAt: Date };

/**
 * Arrived, began to unload, signed: in this order and not in the future. People write hours and minutes, so a time
 * in the very minute of the arrival counts as the arrival itself.
 * @throws {Refusal} `invalid_input` naming the time that cannot be
 */
export function handoverTimes(
  arrivedAt: Date,
  asked: { unloadingStartedAt: string; signedAt: string },
  now: Date,
): Times {
  const unloadingStartedAt = notBefore(arrivedAt, new Date(asked.unloadingStartedAt));
  if (!unloadingStartedAt) throw refuseFields(fieldError('unloadingStartedAt', 'end_before_start'));
  const signedAt = notBefore(unloadingStartedAt, new Date(asked.signedAt));
  if (!signedAt) throw refuseFields(fieldError('signedAt', 'end_before_start'));
  if (isInFuture(signedAt, now)) throw refuseFields(fieldError('signedAt', 'after_now'));
  return { arrivedAt, unloadingStartedAt, signedAt };
}

function notBefore(earliest: Date, at: Date): Date | undefined {
  if (at >= earliest) return at;
  const minuteOf = (time: Date) => Math.floor(time.getTime() / MINUTE_MS);
  return minuteOf(at) === minuteOf(earliest) ? earliest : undefined;
}
