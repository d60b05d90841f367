import type { ItemRef, SiteRef, StockLine } from '@qafila/contract';
import { groupsOf } from '../../shared/lists/index.ts';

export type Shelf = { item: ItemRef; onHand: number; allotted: number; free: number; lots: StockLine[] };
export type SiteStock = { site: SiteRef; weightKg: number; shelves: Shelf[] };

/** Stock as it stands in the warehouse: by site, then by item, the lots that expire first in front. */
export function shelvesOf(lines: readonly StockLine[]): SiteStock[] {
  return groupsOf(lines, (line) => line.site.id)
    .map((ofSite) => ({ site: ofSite[0].site, weightKg: weightKg(ofSite), shelves: shelvesAt(ofSite) }))
    .sort((a, b) => b.weightKg - a.weightKg);
}

function shelvesAt(lines: readonly StockLine[]): Shelf[] {
  return groupsOf(lines, (line) => line.item.id)
    .map((lots) => ({ item: lots[0].item, ...sums(lots), lots: lots.toSorted(byExpiry) }))
    .sort((a, b) => a.item.nameAr.localeCompare(b.item.nameAr, 'ar'));
}

function sums(lots: readonly StockLine[]) {
  return {
    onHand: lots.reduce((sum, lot) => sum + lot.onHand, 0),
    allotted: lots.reduce((sum, lot) => sum + lot.allotted, 0),
    free: lots.reduce((sum, lot) => sum + lot.free, 0),
  };
}

function weightKg(lines: readonly StockLine[]): number {
  return lines.reduce((sum, line) => sum + line.onHand * line.item.unitWeightG, 0) / 1000;
}

/** First expired, first out; lots that keep come last, oldest first. */
function byExpiry(a: StockLine, b: StockLine): number {
  const never = '9999-12-31';
  return (
    (a.expiresOn ?? never).localeCompare(b.expiresOn ?? never) || a.receivedAt.localeCompare(b.receivedAt)
  );
}

export type ExpiryMark = 'expired' | 'soon' | 'later' | 'none';

const SOON_DAYS = 30;

/** `today` and `expiresOn` are calendar days, YYYY-MM-DD; on its last day a lot may still be given. */
export function expiryMark(expiresOn: string | null, today: string): ExpiryMark {
  if (expiresOn === null) return 'none';
  const daysLeft = (Date.parse(expiresOn) - Date.parse(today)) / 86_400_000;
  if (daysLeft < 0) return 'expired';
  return daysLeft <= SOON_DAYS ? 'soon' : 'later';
}
