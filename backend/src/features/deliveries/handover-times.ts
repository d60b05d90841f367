import { fieldError } from '@qafila/contract';
import { isInFuture, noEarlierThan } from '../../platform/calendar.ts';
import { refuseFields } from '../../platform/refusal.ts';

export type Times = { arrivedAt: Date; unloadingStartedAt: Date; signedAt: Date };

/**
 * Arrived, began to unload, signed: in this order and not in the future.
 * @throws {Refusal} `invalid_input` naming the time that cannot be
 */
export function handoverTimes(
  arrivedAt: Date,
  asked: { unloadingStartedAt: string; signedAt: string },
  now: Date,
): Times {
  const unloadingStartedAt = noEarlierThan(arrivedAt, new Date(asked.unloadingStartedAt));
  if (!unloadingStartedAt) throw refuseFields(fieldError('unloadingStartedAt', 'end_before_start'));
  const signedAt = noEarlierThan(unloadingStartedAt, new Date(asked.signedAt));
  if (!signedAt) throw refuseFields(fieldError('signedAt', 'end_before_start'));
  if (isInFuture(signedAt, now)) throw refuseFields(fieldError('signedAt', 'after_now'));
  return { arrivedAt, unloadingStartedAt, signedAt };
}
