import { expect, test } from 'vitest';
import { testConvoy, testStop } from '../../shared/testing/convoys.ts';
import { draftOf, drawnDraft, isAlong, isSameLine, legsOf, toBody } from './route-draft.ts';

const A = { lat: 33.5, lng: 36.3 };
const B = { lat: 34.7, lng: 36.7 };
const C = { lat: 35.6, lng: 36 };

test('each leg begins where the one before ends, the first at the origin', () => {
  const convoy = testConvoy({ stops: [testStop({ id: '1' }), testStop({ id: '2' })] });
  const [first, second] = legsOf(convoy);
  expect(first?.from).toBe(convoy.origin);
  expect(second?.from).toBe(convoy.stops[0]?.site);
});

test('an option is taken as it is; bent by hand it is drawn, and straightened again straight', () => {
  const taken = draftOf({
    kind: 'engine',
    line: [
      [33.5, 36.3],
      [35.6, 36],
    ],
  });
  expect(taken).toEqual({ kind: 'engine', points: [A, C] });
  expect(drawnDraft([A, B, C]).kind).toBe('drawn');
  expect(drawnDraft([A, C]).kind).toBe('straight');
  expect(isSameLine(taken.points, [A, C])).toBe(true);
  expect(isSameLine(taken.points, [A, B, C])).toBe(false);
  expect(isAlong([A, B, C], [B])).toBe(true);
  expect(isAlong([A, B, C], [A, C])).toBe(false);
});

test('a straight leg is sent without its line', () => {
  expect(toBody(drawnDraft([A, C]))).toEqual({ kind: 'straight' });
  expect(toBody(drawnDraft([A, B, C]))).toEqual({
    kind: 'drawn',
    line: [
      [33.5, 36.3],
      [34.7, 36.7],
      [35.6, 36],
    ],
  });
});
