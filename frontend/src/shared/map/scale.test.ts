import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scaleBar } from './scale.ts';

it('shows a round distance that fits, and is not needlessly short', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 3000, noNaN: true }), (metresPerPx) => {
      const { metres, widthPx } = scaleBar(metresPerPx, 110);
      expect(widthPx).toBeLessThanOrEqual(110.0001);
      expect(widthPx).toBeGreaterThan(110 * 0.45);
      expect(['1', '2', '3', '5']).toContain(String(metres)[0]);
    }),
  );
});
