import type { Coverage, ItemRef, NamedRef, Need, Pledge, SiteRef } from '@qafila/contract';
import { groupsOf } from '../../shared/lists/index.ts';

export type DestinationLine = { item: ItemRef; coverage: Coverage };
export type DestinationTotals = { site: SiteRef; lines: DestinationLine[] };

export type GivenLine = {
  item: ItemRef;
  pledged: number;
  received: number;
  delivered: number;
  damaged: number;
  missing: number;
};
export type AssociationTotals = { association: NamedRef; lines: GivenLine[] };

/** What each destination asked for and got, item by item. */
export function totalsByDestination(needs: readonly Need[]): DestinationTotals[] {
  return groupsOf(needs, (need) => need.site.id)
    .map((ofSite) => ({
      site: ofSite[0].site,
      lines: ofSite.map(({ item, coverage }) => ({ item, coverage })).sort((a, b) => byItem(a.item, b.item)),
    }))
    .sort((a, b) => byPlace(a.site, b.site));
}

/** What each association promised and where it ended, item by item; refused and withdrawn offers count nowhere. */
export function totalsByAssociation(pledges: readonly Pledge[]): AssociationTotals[] {
  const counted = pledges.filter((pledge) => pledge.acceptedQuantity > 0);
  return groupsOf(counted, (pledge) => pledge.association.id)
    .map((given) => ({ association: given[0].association, lines: linesOf(given) }))
    .sort((a, b) => a.association.nameAr.localeCompare(b.association.nameAr, 'ar'));
}

function linesOf(pledges: readonly Pledge[]): GivenLine[] {
  return groupsOf(pledges, (pledge) => pledge.item.id)
    .map((ofItem) => givenLine(ofItem[0].item, ofItem))
    .sort((a, b) => byItem(a.item, b.item));
}

function givenLine(item: ItemRef, pledges: readonly Pledge[]): GivenLine {
  const sum = (part: (pledge: Pledge) => number) =>
    pledges.reduce((total, pledge) => total + part(pledge), 0);
  return {
    item,
    pledged: sum((it) => it.acceptedQuantity - it.cancelledQuantity),
    received: sum((it) => it.journey.received),
    delivered: sum((it) => it.journey.delivered),
    damaged: sum((it) => it.journey.damaged),
    missing: sum((it) => it.journey.missing),
  };
}

function byItem(a: ItemRef, b: ItemRef): number {
  return a.category.localeCompare(b.category) || a.nameAr.localeCompare(b.nameAr, 'ar');
}

function byPlace(a: SiteRef, b: SiteRef): number {
  return a.governorateCode.localeCompare(b.governorateCode) || a.nameAr.localeCompare(b.nameAr, 'ar');
}
