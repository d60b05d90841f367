import type { Hazard } from '@qafila/contract';
import { describe, expect, test } from 'vitest';
import { ageHours, byGravity, centreOf, freshnessOf, isValidAt, marksOf } from './hazard-view.ts';
import { decodeText } from './import-file.ts';

const NOW = new Date('2026-08-10T12:00:00Z');
const at = (hours: number): string => new Date(NOW.getTime() + hours * 3_600_000).toISOString();

function hazard(given: Partial<Hazard> = {}): Hazard {
  return {
    id: 'h',
    source: 'drawn',
    severity: 'moderate',
    name: 'حريق',
    note: '',
    area: {
      type: 'polygon',
      ring: [
        [35, 36],
        [35, 37],
        [36, 36.5],
      ],
    },
    validFrom: at(-6),
    validTo: at(18),
    frpMw: null,
    confidencePct: null,
    endReason: '',
    ...given,
  };
}

describe('the age of a hazard', () => {
  test('goes from fresh to over, in steps that do not redraw the map for nothing', () => {
    expect(freshnessOf(hazard(), new Date(at(-6)))).toBe(1);
    expect(freshnessOf(hazard(), NOW)).toBeCloseTo(0.75);
    expect(freshnessOf(hazard(), new Date(NOW.getTime() + 60_000))).toBe(freshnessOf(hazard(), NOW));
    expect(freshnessOf(hazard(), new Date(at(30)))).toBe(0);
    expect(freshnessOf(hazard({ validTo: at(-6) }), NOW)).toBe(0);
    expect(ageHours(hazard(), new Date(NOW.getTime() + 40 * 60_000))).toBe(6.5);
  });

  test('ends at the first instant at which it is no longer valid', () => {
    expect(isValidAt(hazard(), new Date(at(18)))).toBe(false);
    expect(isValidAt(hazard(), new Date(at(-6)))).toBe(true);
  });
});

test('detections are points on the map, all else is a zone; a circle becomes a ring', () => {
  const circle = { type: 'circle', center: { lat: 35.5, lng: 36 }, radiusM: 500 } as const;
  const { hazards, fires } = marksOf(
    [hazard(), hazard({ id: 'f', source: 'firms', area: circle }), hazard({ id: 'c', area: circle })],
    NOW,
  );
  expect(fires).toEqual([{ id: 'f', lat: 35.5, lng: 36, ageHours: 6 }]);
  expect(hazards.map((it) => [it.id, it.ring.length > 2])).toEqual([
    ['h', true],
    ['c', true],
  ]);
  expect(centreOf(hazard().area)).toEqual({ lat: 106 / 3, lng: 36.5 });
});

test('zones come before fires, the gravest first, then the newest', () => {
  const list = [
    hazard({ id: 'fire', source: 'firms', severity: 'extreme' }),
    hazard({ id: 'old', validFrom: at(-9) }),
    hazard({ id: 'new' }),
    hazard({ id: 'grave', severity: 'severe', validFrom: at(-20) }),
  ];
  expect(list.sort(byGravity).map((it) => it.id)).toEqual(['grave', 'new', 'old', 'fire']);
});

test('files are read as UTF-8, as UTF-16 where they say so, and as Arabic Windows writes them', () => {
  expect(decodeText(new TextEncoder().encode('حريق'))).toBe('حريق');
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x2d, 0x06]))).toBe('ح');
  expect(decodeText(new Uint8Array([0xfe, 0xff, 0x06, 0x2d]))).toBe('ح');
  expect(decodeText(new Uint8Array([0xcd, 0xd1, 0xed, 0xde]))).toBe('حريق');
});
