import type { Context } from '../../platform/context.ts';
import { derivedId, postTransfers } from '../custody/index.ts';
import type { LockedConvoy } from './convoys.repository.ts';
import type { LineRow } from './manifest.repository.ts';
import { waybillFinder } from './waybills.service.ts';

/** Moves all that was loaded of these lines from the vehicles to a site. A line's goods go back once. */
export async function takeGoodsBack(
  ctx: Context,
  convoy: LockedConvoy,
  lines: LineRow[],
  how: { documentType: 'unload' | 'return'; siteId: string },
): Promise<void> {
  const waybillOf = await waybillFinder(ctx, convoy.id);
  await postTransfers(
    ctx,
    lines.map((line) => ({
      id: derivedId(line.id, 'taken-back'),
      lotId: line.lotId,
      from: { kind: 'vehicle', convoyVehicleId: line.convoyVehicleId },
      to: { kind: 'site', siteId: how.siteId },
      quantity: line.loadedQuantity,
      documentType: how.documentType,
      documentId: waybillOf(line),
      manifestLineId: line.id,
      occurredAt: ctx.now(),
    })),
  );
}
