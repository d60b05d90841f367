import type { CargoShare } from '@qafila/contract';
import type { CargoRow } from './manifest-read.repository.ts';

/** Rows of weight by association and category, as shares by convoy. */
export function toShares(rows: CargoRow[]): Map<string, CargoShare[]> {
  const shares = new Map<string, Map<string, CargoShare>>();
  for (const { convoyId, association, category, weightG } of rows) {
    const ofConvoy = shares.get(convoyId) ?? new Map<string, CargoShare>();
    const share = ofConvoy.get(association.id) ?? { association, totalKg: 0, categoryKg: {} };
    share.totalKg += weightG / 1000;
    share.categoryKg[category] = (share.categoryKg[category] ?? 0) + weightG / 1000;
    shares.set(convoyId, ofConvoy.set(association.id, share));
  }
  return new Map([...shares].map(([convoyId, ofConvoy]) => [convoyId, [...ofConvoy.values()]]));
}
