import type { CoverageKg, LiveMap, Need, SiteRef, StockLine } from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import { cargoOf, convoysOf } from '../convoys/index.ts';
import { needsOf } from '../needs/index.ts';
import { stockOf } from '../stock/index.ts';

const NOT_DRAWN = new Set(['draft', 'cancelled']);

/** All that the live map draws besides positions, as far as the actor may see it. */
export async function liveMapOf(ctx: Context, campaignId: string): Promise<LiveMap> {
  const [convoys, cargo, needs, stock] = await Promise.all([
    convoysOf(ctx, campaignId),
    cargoOf(ctx, campaignId),
    needsOf(ctx, campaignId),
    stockOf(ctx, campaignId),
  ]);
  const drawn = convoys.filter((convoy) => !NOT_DRAWN.has(convoy.status));
  return {
    asOf: ctx.now().toISOString(),
    convoys: drawn.map((convoy) => ({ convoy, cargo: cargo.get(convoy.id) ?? [] })),
    destinations: destinationsOf(needs),
    depots: depotsOf(
      stock,
      drawn.map((convoy) => convoy.origin),
    ),
  };
}

type Share = Exclude<keyof Need['coverage'], never>;
const SHARES: readonly Share[] = ['needed', 'delivered', 'aboard', 'onHand', 'pledged', 'gap'];

function destinationsOf(needs: readonly Need[]): LiveMap['destinations'] {
  const grams = new Map<string, { site: SiteRef; shares: Record<Share, number> }>();
  for (const { site, item, coverage } of needs) {
    const known = grams.get(site.id) ?? { site, shares: nothing() };
    for (const share of SHARES) known.shares[share] += coverage[share] * item.unitWeightG;
    grams.set(site.id, known);
  }
  return [...grams.values()].map(({ site, shares }) => ({ site, coverage: inKg(shares) }));
}

function nothing(): Record<Share, number> {
  return { needed: 0, delivered: 0, aboard: 0, onHand: 0, pledged: 0, gap: 0 };
}

function inKg(grams: Record<Share, number>): CoverageKg {
  return {
    neededKg: grams.needed / 1000,
    deliveredKg: grams.delivered / 1000,
    aboardKg: grams.aboard / 1000,
    onHandKg: grams.onHand / 1000,
    pledgedKg: grams.pledged / 1000,
    gapKg: grams.gap / 1000,
  };
}

/** Where goods lie, and where convoys leave from though nothing is left there. */
function depotsOf(stock: readonly StockLine[], origins: readonly SiteRef[]): LiveMap['depots'] {
  const grams = new Map(origins.map((site) => [site.id, { site, onHandG: 0 }]));
  for (const { site, item, onHand } of stock) {
    const known = grams.get(site.id) ?? { site, onHandG: 0 };
    known.onHandG += onHand * item.unitWeightG;
    grams.set(site.id, known);
  }
  return [...grams.values()].map(({ site, onHandG }) => ({ site, onHandKg: onHandG / 1000 }));
}
