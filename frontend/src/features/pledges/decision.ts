import type { Pledge } from '@qafila/contract';

/** What accepting an offer would do to the gap it answers. */
export type Effect = {
  /** The gap now; null when the offer is to the campaign at large and closes none in particular. */
  gap: number | null;
  /** What is most often right to accept: all of it, but no more than the gap. Zero when there is no gap left. */
  suggested: number;
  excess: number;
};

export function effectOf(pledge: Pick<Pledge, 'quantity' | 'need'>): Effect {
  if (!pledge.need) return { gap: null, suggested: pledge.quantity, excess: 0 };
  const { gap } = pledge.need;
  const suggested = Math.min(pledge.quantity, gap);
  return { gap, suggested, excess: pledge.quantity - suggested };
}

/** What is still to come in of an accepted pledge; what came beyond it is counted apart. */
export function outstandingOf(
  pledge: Pick<Pledge, 'acceptedQuantity' | 'receivedQuantity' | 'cancelledQuantity'>,
): number {
  return pledge.acceptedQuantity - pledge.receivedQuantity - pledge.cancelledQuantity;
}

/** Goods are awaited: the next receipt is counted against it. */
export function isAwaited(pledge: Pick<Pledge, 'status'>): boolean {
  return pledge.status === 'accepted' || pledge.status === 'partly_received';
}
