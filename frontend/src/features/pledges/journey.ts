import type { Journey, LotState, Pledge } from '@qafila/contract';

export const JOURNEY_STEPS = ['pledged', 'accepted', 'received', 'loaded', 'delivered'] as const;
export type JourneyStep = (typeof JOURNEY_STEPS)[number];

/** How much fell away at a step, when it did: accepted less than offered, counted less than accepted. */
export function shrinkage(journey: Journey, step: JourneyStep): number {
  if (journey[step] === 0) return 0;
  if (step === 'accepted') return Math.max(0, journey.pledged - journey.accepted);
  if (step === 'received') return Math.max(0, journey.accepted - journey.received);
  return 0;
}

/** The last step that anything of the pledge has reached. */
export function reachedStep(journey: Journey): JourneyStep {
  return JOURNEY_STEPS.findLast((step) => journey[step] > 0) ?? 'pledged';
}

/** Where most of what was promised is now, in one word. */
export type PledgeStage =
  | 'awaiting'
  | 'accepted'
  | 'inWarehouse'
  | 'onTheRoad'
  | 'complete'
  | 'declined'
  | 'withdrawn'
  | 'cancelled';

export function stageOf({ status, journey }: Pick<Pledge, 'status' | 'journey'>): PledgeStage {
  if (status === 'offered') return 'awaiting';
  if (status === 'declined' || status === 'withdrawn' || status === 'cancelled') return status;
  if (journey.received === 0) return 'accepted';
  const ended = journey.delivered + journey.damaged + journey.missing;
  if (status === 'received' && ended + journey.returned >= journey.received) return 'complete';
  return journey.loaded > ended ? 'onTheRoad' : 'inWarehouse';
}

/** Where every received unit is now; the parts add up to `received`. */
export type Account = Omit<LotState, 'id' | 'code' | 'expiresOn'> & {
  /** Nothing is on its way any more. */
  isClosed: boolean;
};

export const ACCOUNT_PARTS = ['onHand', 'aboard', 'delivered', 'damaged', 'missing', 'returned'] as const;

export function accountOf(lots: readonly LotState[]): Account {
  const total = (part: 'received' | (typeof ACCOUNT_PARTS)[number]) =>
    lots.reduce((sum, lot) => sum + lot[part], 0);
  const onHand = total('onHand');
  const aboard = total('aboard');
  return {
    received: total('received'),
    onHand,
    aboard,
    delivered: total('delivered'),
    damaged: total('damaged'),
    missing: total('missing'),
    returned: total('returned'),
    isClosed: lots.length > 0 && onHand + aboard === 0,
  };
}
