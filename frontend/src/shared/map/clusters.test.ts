import { describe, expect, it } from 'vitest';
import { clusterRings } from './clusters.ts';
import type { SceneDestination } from './scene.ts';

const destination = (id: string, lng: number, needed: number): SceneDestination => ({
  id,
  lat: 35,
  lng,
  nameAr: id,
  nameEn: id,
  coverage: { needed, delivered: needed / 2, aboard: 0, onHand: 0, pledged: 0 },
});

const at = (zoom: number) => ({ project: (d: SceneDestination) => ({ x: d.lng, y: 0 }), zoom, scale: 1 });

describe('clusterRings', () => {
  const near = [destination('small', 20, 10), destination('large', 0, 40), destination('far', 300, 20)];

  it('joins rings that would cover each other where the whole country is shown', () => {
    const rings = clusterRings(near, at(6.5));
    expect(rings.map((ring) => ring.destinations.map((d) => d.id))).toEqual([['large', 'small'], ['far']]);
  });

  it('adds up what a joined ring stands for, and stands where the largest stands', () => {
    const [joined] = clusterRings(near, at(6.5));
    expect(joined?.coverage).toEqual({ needed: 50, delivered: 25, aboard: 0, onHand: 0, pledged: 0 });
    expect(joined?.at).toEqual({ x: 0, y: 0 });
  });

  it('keeps every destination apart that has room', () => {
    const spread = near.map((d, i) => ({ ...d, lng: i * 100 }));
    expect(clusterRings(spread, at(6.5))).toHaveLength(3);
  });

  it('draws smaller rings further out, and for smaller needs', () => {
    const [close] = clusterRings(near, at(9));
    const [distant] = clusterRings(near, at(6));
    expect(distant?.radius).toBeLessThan(close?.radius ?? 0);
    const spread = clusterRings(
      near.map((d, i) => ({ ...d, lng: i * 100 })),
      at(9),
    );
    expect(spread.map((ring) => ring.destinations[0]?.id)).toEqual(['large', 'far', 'small']);
    expect(spread[0]?.radius).toBeGreaterThan(spread[2]?.radius ?? Number.POSITIVE_INFINITY);
  });

  it('has nothing to draw for no destinations', () => {
    expect(clusterRings([], at(8))).toEqual([]);
  });
});
