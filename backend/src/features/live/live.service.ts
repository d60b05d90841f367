import type { LiveMap, Need, SiteRef, StockLine } from '@qafila/contract';
import type { Context } from '../../platform/context.ts';
import { paceTeacher } from '../alerts/index.ts';
import { cargoOf, convoysOf } from '../convoys/index.ts';
import { sumOfWeights } from '../need-coverage/index.ts';
import { needsOf } from '../needs/index.ts';
import { stockOf } from '../stock/index.ts';

const NOT_DRAWN = new Set(['draft', 'cancelled']);

/** All that the live map draws besides positions, as far as the actor may see it. */
export async function liveMapOf(ctx: Context, campaignId: string): Promise<LiveMap> {
  const [convoys, cargo, needs, stock, paceOf] = await Promise.all([
    convoysOf(ctx, campaignId),
    cargoOf(ctx, campaignId),
    needsOf(ctx, campaignId),
    stockOf(ctx, campaignId),
    paceTeacher(ctx.db),
  ]);
  const drawn = convoys.filter((convoy) => !NOT_DRAWN.has(convoy.status));
  return {
    asOf: ctx.now().toISOString(),
    convoys: drawn.map((convoy) => ({
      convoy,
      cargo: cargo.get(convoy.id) ?? [],
      pace: paceOf(convoy),
    })),
    destinations: destinationsOf(needs),
    depots: depotsOf(
      stock,
      drawn.map((convoy) => convoy.origin),
    ),
  };
}

function destinationsOf(needs: readonly Need[]): LiveMap['destinations'] {
  const bySite = new Map<string, Need[]>();
  for (const need of needs) bySite.set(need.site.id, [...(bySite.get(need.site.id) ?? []), need]);
  return [...bySite.values()].flatMap((there) =>
    there.slice(0, 1).map(({ site }) => ({
      site,
      coverage: sumOfWeights(
        there.map(({ coverage, item }) => ({ ...coverage, unitWeightG: item.unitWeightG })),
      ),
    })),
  );
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
