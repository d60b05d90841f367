import { describe, expect, it } from 'vitest';
import { effectOfMiscount } from './correction.ts';

const received: Parameters<typeof effectOfMiscount>[0] = {
  ...{ status: 'received', acceptedQuantity: 400, receivedQuantity: 400 },
  ...{ cancelledQuantity: 0, overQuantity: 0 },
};

describe('what a miscount does to the pledge', () => {
  it('has it partly received again, or as if nothing had come', () => {
    expect(effectOfMiscount(received, 360)).toEqual({ status: 'partly_received', awaitedAgain: 360 });
    expect(effectOfMiscount(received, 400)).toEqual({ status: 'accepted', awaitedAgain: 400 });
  });

  it('has a pledge that was partly received await more, in the same state', () => {
    const partly = { ...received, status: 'partly_received', receivedQuantity: 100 } as const;
    expect(effectOfMiscount(partly, 30)).toEqual({ status: undefined, awaitedAgain: 30 });
  });

  it('takes what came beyond the promise first', () => {
    const over = { ...received, overQuantity: 50 };
    expect(effectOfMiscount(over, 50)).toEqual({ status: undefined, awaitedAgain: 0 });
    expect(effectOfMiscount(over, 60)).toEqual({ status: 'partly_received', awaitedAgain: 10 });
  });

  it('cannot take off more than was counted in', () => {
    expect(effectOfMiscount(received, 401)).toBeUndefined();
  });
});
