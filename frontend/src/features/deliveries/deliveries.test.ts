import { CountedLine, type WaybillLine } from '@qafila/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testAssociation, testId, testItem } from '../../shared/testing/convoys.ts';
import { type Count, checkOf, countedLines, UNCOUNTED, wholeCount, withRest } from './count.ts';
import { dropDraft, keepDraft, newDraft, recallDraft } from './draft.ts';

const count = (fields: Partial<Count>): Count => ({ ...UNCOUNTED, ...fields });

const line = (units: number): WaybillLine => ({
  lineId: testId(),
  item: testItem(),
  packaging: 'bale',
  unitsPerPack: 25,
  lotCode: 'L-0396',
  association: testAssociation(),
  units,
  good: null,
  damaged: null,
  missing: null,
  reason: null,
  reasonNote: '',
});

describe('counting a line', () => {
  it('starts uncounted, even where nothing was loaded', () => {
    expect(checkOf(60, UNCOUNTED)).toEqual({ kind: 'uncounted' });
    expect(checkOf(0, UNCOUNTED)).toEqual({ kind: 'uncounted' });
  });

  it('says how many are not accounted for, or too many', () => {
    expect(checkOf(60, count({ good: 56 }))).toEqual({ kind: 'short', by: 4 });
    expect(checkOf(60, count({ good: 60, damaged: 2 }))).toEqual({ kind: 'over', by: 2 });
  });

  it('does not read what is no whole number, nor less than none', () => {
    expect(checkOf(60, count({ good: '5.5' }))).toEqual({ kind: 'unreadable' });
    expect(checkOf(60, count({ good: -1 }))).toEqual({ kind: 'unreadable' });
    expect(checkOf(60, count({ good: 60, damaged: '' }))).toEqual({ kind: 'whole' });
  });

  it('wants a reason for a difference and none without', () => {
    expect(checkOf(60, count({ good: 58, damaged: 2 }))).toEqual({ kind: 'reason' });
    expect(checkOf(60, count({ good: 58, damaged: 2, reason: 'wet' }))).toEqual({ kind: 'differs' });
    expect(checkOf(60, wholeCount(60))).toEqual({ kind: 'whole' });
  });

  it('adds up once the rest is called damaged or missing, whatever was counted', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000),
        fc.nat(1_000),
        fc.nat(1_000),
        fc.constantFrom('damaged' as const, 'missing' as const),
        (good, damaged, short, part) => {
          const units = good + damaged + short;
          const full = withRest(units, count({ good, damaged, reason: 'other' }), part);
          expect(['whole', 'differs']).toContain(checkOf(units, full).kind);
        },
      ),
    );
  });

  it('sends figures that the contract accepts, and no reason without a difference', () => {
    const lines = [line(300), line(120)];
    const [first, second] = lines.map((it) => it.lineId) as [string, string];
    const sent = countedLines(lines, {
      [first]: count({ good: 292, damaged: 6, missing: 2, reason: 'wet' }),
      [second]: count({ good: 120, damaged: '', reason: 'torn', reasonNote: 'nothing' }),
    });
    expect(sent.map((it) => CountedLine.parse(it))).toEqual([
      { lineId: first, good: 292, damaged: 6, missing: 2, reason: 'wet', reasonNote: '' },
      { lineId: second, good: 120, damaged: 0, missing: 0, reason: null, reasonNote: '' },
    ]);
  });
});

describe('the draft of a delivery', () => {
  const store = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };

  it('survives a reload, with the id that makes it count once', () => {
    const here = store();
    const draft = {
      ...newDraft(),
      counts: { line: count({ good: '٥٦ ' }) },
      signature: [[[0.1, 0.2] as [number, number]]],
    };
    keepDraft('waybill', draft, here);
    expect(recallDraft('waybill', here)).toEqual(draft);
  });

  it('is new for another waybill, after it was dropped, and where what is kept cannot be read', () => {
    const here = store();
    const draft = newDraft();
    keepDraft('waybill', draft, here);
    expect(recallDraft('other', here).deliveryId).not.toBe(draft.deliveryId);
    dropDraft('waybill', here);
    expect(recallDraft('waybill', here).deliveryId).not.toBe(draft.deliveryId);
    here.setItem('qafila.delivery.waybill', '{"counts":');
    expect(recallDraft('waybill', here).counts).toEqual({});
  });
});
