import { describe, expect, it } from 'vitest';
import { effectOf, outstandingOf } from './decision.ts';
import { ACCOUNT_PARTS, accountOf, stageOf } from './journey.ts';
import { pledgeNeed, sampleJourney, sampleLot } from './testing.ts';

describe('deciding on an offer', () => {
  it('suggests no more than the gap', () => {
    expect(effectOf({ quantity: 180, need: pledgeNeed(140) })).toEqual({
      gap: 140,
      suggested: 140,
      excess: 40,
    });
    expect(effectOf({ quantity: 60, need: pledgeNeed(80) })).toEqual({ gap: 80, suggested: 60, excess: 0 });
  });

  it('suggests nothing where the gap is already closed', () => {
    expect(effectOf({ quantity: 60, need: pledgeNeed(0) })).toEqual({ gap: 0, suggested: 0, excess: 60 });
  });

  it('suggests all of what is given to the campaign at large', () => {
    expect(effectOf({ quantity: 60, need: null })).toEqual({ gap: null, suggested: 60, excess: 0 });
  });

  it('waits for what was accepted and neither came nor was cancelled', () => {
    expect(outstandingOf({ acceptedQuantity: 420, receivedQuantity: 300, cancelledQuantity: 20 })).toBe(100);
  });
});

describe('the stage of a pledge', () => {
  it('says in one word where the goods are', () => {
    const inStock = sampleJourney({ accepted: 100, received: 100 });
    const aboard = sampleJourney({ accepted: 100, received: 100, loaded: 60, aboard: 60 });
    const ended = sampleJourney({ accepted: 100, received: 100, loaded: 100, delivered: 95, missing: 5 });
    expect(stageOf({ status: 'offered', journey: sampleJourney({}) })).toBe('awaiting');
    expect(stageOf({ status: 'accepted', journey: sampleJourney({ accepted: 100 }) })).toBe('accepted');
    expect(stageOf({ status: 'received', journey: inStock })).toBe('inWarehouse');
    expect(stageOf({ status: 'received', journey: aboard })).toBe('onTheRoad');
    expect(stageOf({ status: 'received', journey: ended })).toBe('complete');
    expect(stageOf({ status: 'declined', journey: sampleJourney({}) })).toBe('declined');
  });

  it('is on the road while anything is aboard, however much was lost in the warehouse', () => {
    const lost = sampleJourney({ accepted: 100, received: 100, loaded: 30, aboard: 30, damaged: 70 });
    expect(stageOf({ status: 'received', journey: lost })).toBe('onTheRoad');
  });

  it('is not complete while more of it is still to come', () => {
    const half = sampleJourney({ accepted: 100, received: 50, loaded: 50, delivered: 50 });
    expect(stageOf({ status: 'partly_received', journey: half })).toBe('inWarehouse');
  });
});

describe('the account of a pledge', () => {
  it('adds its lots up, to the unit', () => {
    const account = accountOf([
      sampleLot(1, { received: 200, delivered: 192, damaged: 6, missing: 2 }),
      sampleLot(2, { received: 100, onHand: 40, aboard: 60 }),
    ]);
    expect(ACCOUNT_PARTS.reduce((sum, part) => sum + account[part], 0)).toBe(account.received);
    expect(account.isClosed).toBe(false);
  });

  it('is closed when nothing is on its way any more', () => {
    expect(accountOf([sampleLot(1, { received: 8, delivered: 6, damaged: 2 })]).isClosed).toBe(true);
    expect(accountOf([]).isClosed).toBe(false);
  });
});
