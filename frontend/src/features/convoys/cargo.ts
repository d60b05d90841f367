import type { ItemRef, ManifestLine, NamedRef } from '@qafila/contract';
import { groupsOf } from '../../shared/lists/index.ts';

/** How much of a line rides: what was left behind at departure does not. */
export function ridingOf(line: Pick<ManifestLine, 'quantity' | 'releasedQuantity'>): number {
  return line.quantity - line.releasedQuantity;
}

/** How much of a line still waits to be loaded. */
export function waitingOf(
  line: Pick<ManifestLine, 'quantity' | 'releasedQuantity' | 'loadedQuantity'>,
): number {
  return ridingOf(line) - line.loadedQuantity;
}

export type ItemAmount = { item: ItemRef; quantity: number };
export type AssociationCargo = { association: NamedRef; weightKg: number; items: ItemAmount[] };

/** What rides of each association's goods, the heaviest first. */
export function cargoByAssociation(lines: readonly ManifestLine[]): AssociationCargo[] {
  return groupsOf(
    lines.filter((line) => ridingOf(line) > 0),
    (line) => line.association.id,
  )
    .map((ofOne) => ({
      association: ofOne[0].association,
      weightKg: weightKg(ofOne),
      items: amountsOf(ofOne),
    }))
    .sort((a, b) => b.weightKg - a.weightKg);
}

function amountsOf(lines: readonly ManifestLine[]): ItemAmount[] {
  return groupsOf(lines, (line) => line.item.id).map((ofItem) => ({
    item: ofItem[0].item,
    quantity: ofItem.reduce((sum, line) => sum + ridingOf(line), 0),
  }));
}

function weightKg(lines: readonly ManifestLine[]): number {
  return lines.reduce((sum, line) => sum + ridingOf(line) * line.item.unitWeightG, 0) / 1000;
}

export type Movement = { lineId: string; quantity: number };

/** Everything of these lines that still waits. */
export function loadingOfAll(lines: readonly ManifestLine[]): Movement[] {
  return lines
    .map((line) => ({ lineId: line.id, quantity: waitingOf(line) }))
    .filter((movement) => movement.quantity > 0);
}
