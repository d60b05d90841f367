import type { Convoy, FillProposal, ItemRef, Need, StockLine, Stop } from '@qafila/contract';
import type { z } from 'zod';
import { groupsOf } from '../../shared/lists/index.ts';

export type Proposal = z.infer<typeof FillProposal>;

/** A need of one stop that is still open, with the lots at the origin that may answer it. */
export type NeedToFill = { stop: Stop; need: Need; open: number; lots: StockLine[]; free: number };
export type StopNeeds = { stop: Stop; needs: NeedToFill[] };

type Known = {
  convoy: Pick<Convoy, 'origin' | 'stops'>;
  needs: readonly Need[];
  stock: readonly StockLine[];
  proposal: Proposal;
};

/**
 * What each stop still wants, in the order of the stops, the most pressing need first. How much is open is the
 * server's own sum: what a fill would place and what it could not.
 */
export function needsToFill({ convoy, needs, stock, proposal }: Known): StopNeeds[] {
  const open = openByNeed(proposal);
  const here = freeAt(convoy.origin.id, stock);
  return convoy.stops.map((stop) => ({
    stop,
    needs: needs
      .filter((need) => need.site.id === stop.site.id)
      .map((need) => {
        const lots = lotsFor(need, here);
        const free = lots.reduce((sum, lot) => sum + lot.free, 0);
        return { stop, need, lots, free, open: open.get(keyOf(stop.id, need.item.id)) ?? 0 };
      })
      .filter((it) => it.open > 0)
      .sort(byUrgency),
  }));
}

/** What the origin can still give, by item and then by lot. */
export function freeAt(siteId: string, stock: readonly StockLine[]): StockLine[] {
  return stock
    .filter((line) => line.site.id === siteId && line.free > 0)
    .toSorted((a, b) => a.item.code.localeCompare(b.item.code) || a.lotCode.localeCompare(b.lotCode));
}

/** Goods given for this destination first, then those that expire first; goods given for another stay its own. */
function lotsFor(need: Need, here: readonly StockLine[]): StockLine[] {
  return here
    .filter((lot) => lot.item.id === need.item.id)
    .filter((lot) => lot.needSiteId === null || lot.needSiteId === need.site.id)
    .sort(
      (a, b) =>
        Number(a.needSiteId === null) - Number(b.needSiteId === null) ||
        (a.expiresOn ?? '9999').localeCompare(b.expiresOn ?? '9999') ||
        a.accountId - b.accountId,
    );
}

function byUrgency(a: NeedToFill, b: NeedToFill): number {
  return a.need.priority - b.need.priority || a.need.neededBy.localeCompare(b.need.neededBy);
}

function openByNeed({ lines, unplaced }: Proposal): Map<string, number> {
  const open = new Map<string, number>();
  for (const { stopId, item, quantity } of [...lines, ...unplaced]) {
    const key = keyOf(stopId, item.id);
    open.set(key, (open.get(key) ?? 0) + quantity);
  }
  return open;
}

function keyOf(stopId: string, itemId: string): string {
  return `${stopId}|${itemId}`;
}

/** How much to take of each lot so that the need is met as far as stock allows; by ledger account. */
export function takeFromLots(open: number, lots: readonly StockLine[]): Map<number, number> {
  let left = open;
  return new Map(
    lots.map((lot) => {
      const quantity = Math.min(left, lot.free);
      left -= quantity;
      return [lot.accountId, quantity] as const;
    }),
  );
}

/** How many needs of the first priority the proposal would close, of how many. */
export function lifeSavingClosed(
  stops: readonly StopNeeds[],
  proposal: Proposal,
): { closed: number; of: number } {
  const urgent = stops.flatMap((it) => it.needs).filter((it) => it.need.priority === 1);
  const left = new Set(proposal.unplaced.map((it) => keyOf(it.stopId, it.item.id)));
  const closed = urgent.filter((it) => !left.has(keyOf(it.stop.id, it.need.item.id))).length;
  return { closed, of: urgent.length };
}

export type LeftOut = {
  why: Proposal['unplaced'][number]['why'];
  items: { item: ItemRef; quantity: number }[];
};

/** What a proposal could not place, by reason and then by item, over all stops. */
export function leftOutByReason({ unplaced }: Proposal): LeftOut[] {
  return groupsOf(unplaced, (it) => it.why).map((ofReason) => ({
    why: ofReason[0].why,
    items: groupsOf(ofReason, (it) => it.item.id).map((ofItem) => ({
      item: ofItem[0].item,
      quantity: ofItem.reduce((sum, it) => sum + it.quantity, 0),
    })),
  }));
}
