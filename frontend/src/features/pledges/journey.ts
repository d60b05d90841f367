import type { LotState, Pledge } from '@qafila/contract';

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
  return journey.aboard > 0 ? 'onTheRoad' : 'inWarehouse';
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
