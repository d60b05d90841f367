import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLanes, haversineM, measureLine, progressAlong, simplifyLine, snapToLine } from './geometry.ts';

const damascus = { lat: 33.5102, lng: 36.2913 };
const homs = { lat: 34.7268, lng: 36.7234 };
const tartous = { lat: 34.889, lng: 35.8866 };
const lattakia = { lat: 35.5407, lng: 35.7828 };

const syrianPoint = fc.record({
  lat: fc.double({ min: 32.3, max: 37.3, noNaN: true }),
  lng: fc.double({ min: 35.6, max: 42.3, noNaN: true }),
});
const syrianLine = fc.array(syrianPoint, { minLength: 2, maxLength: 12 });

describe('haversineM', () => {
  it('knows that Damascus lies about 141 km from Homs', () => {
    expect(haversineM(damascus, homs) / 1000).toBeCloseTo(141, 0);
  });

  it('is the same both ways, and nothing to the same place', () => {
    fc.assert(
      fc.property(syrianPoint, syrianPoint, (a, b) => {
        expect(haversineM(a, b)).toBeCloseTo(haversineM(b, a), 6);
        expect(haversineM(a, a)).toBe(0);
      }),
    );
  });
});

describe('snapToLine', () => {
  it('is never further off than the nearest bend', () => {
    fc.assert(
      fc.property(syrianLine, syrianPoint, (points, at) => {
        const snap = snapToLine(measureLine(points), at);
        const nearest = Math.min(...points.map((point) => haversineM(point, at)));
        expect(snap?.distanceM ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(nearest * 1.001 + 0.01);
      }),
    );
  });

  it('finds a point of the line where it lies', () => {
    fc.assert(
      fc.property(syrianLine, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (points, share, pick) => {
        const line = measureLine(points);
        const i = pick % (points.length - 1);
        const [a, b] = [points[i], points[i + 1]];
        if (!a || !b) throw new Error('no such segment');
        const at = { lat: a.lat + (b.lat - a.lat) * share, lng: a.lng + (b.lng - a.lng) * share };
        expect(snapToLine(line, at)?.distanceM).toBeLessThan(0.01);
      }),
    );
  });

  it('stays within the window on a road that is driven there and back', () => {
    const line = measureLine([damascus, homs, damascus]);
    const midway = { lat: (damascus.lat + homs.lat) / 2, lng: (damascus.lng + homs.lng) / 2 };
    const back = snapToLine(line, midway, { fromM: line.lengthM * 0.6, toM: line.lengthM });
    expect((back?.alongM ?? 0) / line.lengthM).toBeCloseTo(0.75, 2);
  });

  it('answers null for a line without a segment', () => {
    expect(snapToLine(measureLine([damascus]), homs)).toBeNull();
  });
});

describe('progressAlong', () => {
  it('is 0 at the start, 1 at the end, and never outside', () => {
    const line = measureLine([damascus, homs, tartous, lattakia]);
    expect(progressAlong(line, damascus)).toBe(0);
    expect(progressAlong(line, lattakia)).toBeCloseTo(1, 9);
    fc.assert(
      fc.property(syrianLine, syrianPoint, (points, at) => {
        const progress = progressAlong(measureLine(points), at);
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('grows with the way along a straight road', () => {
    const line = measureLine([damascus, homs]);
    const shares = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    const at = (share: number) => ({
      lat: damascus.lat + (homs.lat - damascus.lat) * share,
      lng: damascus.lng + (homs.lng - damascus.lng) * share,
    });
    fc.assert(
      fc.property(shares, ([a, b]) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        expect(progressAlong(line, at(early))).toBeLessThanOrEqual(progressAlong(line, at(late)) + 1e-9);
      }),
    );
  });
});

describe('simplifyLine', () => {
  it('keeps the ends and leaves out nothing that is further off than the tolerance', () => {
    fc.assert(
      fc.property(syrianLine, (points) => {
        const simple = simplifyLine(points, 500);
        expect(simple[0]).toEqual(points[0]);
        expect(simple.at(-1)).toEqual(points.at(-1));
        const line = measureLine(simple);
        for (const point of points) expect(snapToLine(line, point)?.distanceM).toBeLessThanOrEqual(501);
      }),
    );
  });

  it('makes one segment of a straight road', () => {
    const midway = { lat: (damascus.lat + homs.lat) / 2, lng: (damascus.lng + homs.lng) / 2 };
    expect(simplifyLine([damascus, midway, homs], 50)).toEqual([damascus, homs]);
  });
});

describe('assignLanes', () => {
  it('puts convoys that share a road side by side', () => {
    const lanes = assignLanes([
      [damascus, homs, tartous],
      [damascus, homs, lattakia],
      [damascus, homs],
    ]);
    expect(new Set(lanes).size).toBe(3);
    expect(lanes[0]).toBe(0);
  });

  it('gives the same lane to roads that never meet', () => {
    const aleppo = { lat: 36.2021, lng: 37.1343 };
    const raqqa = { lat: 35.9528, lng: 39.0079 };
    expect(
      assignLanes([
        [damascus, homs],
        [aleppo, raqqa],
      ]),
    ).toEqual([0, 0]);
  });
});
