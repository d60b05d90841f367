import type { FillProposal } from '@qafila/contract';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { BEFORE_DEPARTURE } from './conclude.ts';
import { convoyForRead } from './convoys.service.ts';
import { type FreeStockRow, type OpenNeedRow, selectFreeStock, selectOpenNeeds } from './fill.repository.ts';
import { proposeFill } from './fill.ts';
import { selectRooms } from './manifest.repository.ts';

type Proposal = z.output<typeof FillProposal>;
const ML_PER_M3 = 1_000_000;

/** What a fill would add to the convoy now; nothing once it has departed. */
export async function propose(ctx: Context, convoyId: string): Promise<Proposal> {
  const { status } = await convoyForRead(ctx, convoyId);
  const isOpen = BEFORE_DEPARTURE.includes(status);
  const needs = isOpen ? await selectOpenNeeds(ctx.db, convoyId) : [];
  const stock = isOpen ? await selectFreeStock(ctx.db, convoyId) : [];
  const rooms = isOpen ? await selectRooms(ctx.db, convoyId) : [];
  return toProposal(proposeFill({ needs, stock, rooms }), needs, stock);
}

function toProposal(
  filled: ReturnType<typeof proposeFill>,
  needs: OpenNeedRow[],
  stock: FreeStockRow[],
): Proposal {
  const lots = new Map(stock.map((it) => [it.accountId, it]));
  const items = new Map(needs.map((it) => [it.itemId, it.item]));
  const lines = filled.lines.flatMap((line) => {
    const lot = lots.get(line.accountId);
    return lot ? [{ ...line, item: lot.item, lotCode: lot.lotCode, association: lot.association }] : [];
  });
  return {
    lines,
    unplaced: filled.unplaced.flatMap(({ itemId, ...it }) => {
      const item = items.get(itemId);
      return item ? [{ ...it, item }] : [];
    }),
    weightKg: lines.reduce((sum, { quantity, item }) => sum + quantity * item.unitWeightG, 0) / 1000,
    volumeM3: lines.reduce((sum, { quantity, item }) => sum + quantity * item.unitVolumeMl, 0) / ML_PER_M3,
  };
}
