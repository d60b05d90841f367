import { isDeepStrictEqual } from 'node:util';
import type { CountedLine, settleWaybill, Waybill } from '@qafila/contract';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import type { Context } from '../../platform/context.ts';
import { nextCode } from '../../platform/document-codes.repository.ts';
import { Refusal } from '../../platform/refusal.ts';
import { auditConvoy, lockedConvoy, settleWhenAllIsCounted } from '../convoys/index.ts';
import { derivedId, type Holder, postTransfers, type Transfer } from '../custody/index.ts';
import { requireAddsUp } from './counting.ts';
import { handoverTimes } from './handover-times.ts';
import {
  insertDelivery,
  insertDeliveryLines,
  type LoadedLine,
  selectLoadedLines,
} from './settlement.repository.ts';
import { selectDelivery, selectWaybillLines, type WaybillHead } from './waybill-read.repository.ts';
import { read, requireWaybill } from './waybills.service.ts';

type Asked = z.output<typeof settleWaybill.body>;
type Counted = CountedLine & { line: LoadedLine };

/** Settles a waybill for ever: what came good, damaged and missing leaves the vehicle, and the paper is signed. */
export async function settle(ctx: Context, waybillId: string, asked: Asked): Promise<Waybill> {
  const { convoyId } = await requireWaybill(ctx, waybillId);
  const convoy = await lockedConvoy(ctx, convoyId);
  const head = await requireWaybill(ctx, waybillId);
  const lines = asked.lines.map(withoutIdleReason);
  if (await wasSettledSo(ctx, waybillId, { ...asked, lines })) return await read(ctx, waybillId);
  const arrivedAt = requireAtStop(head);
  const loaded = new Map((await selectLoadedLines(ctx.db, waybillId)).map((line) => [line.id, line]));
  requireAddsUp(lines, new Map([...loaded].map(([id, line]) => [id, line.loadedQuantity])));
  const counted = lines.flatMap((it) => {
    const line = loaded.get(it.lineId);
    return line ? [{ ...it, line }] : [];
  });
  const code = await record(ctx, head, arrivedAt, { ...asked, lines }, counted);
  await postTransfers(ctx, toTransfers(ctx, asked.deliveryId, counted));
  const consequences = await settleWhenAllIsCounted(ctx, convoy, head.stopId);
  const { campaignId } = convoy;
  const topics = ['deliveries', 'convoys', 'needs', 'pledges', 'participants', 'stock'] as const;
  ctx.announce({ kind: 'campaignChanged', campaignId, topics: [...topics] });
  const answer = await read(ctx, waybillId);
  const subject = { subjectType: 'delivery', subjectId: asked.deliveryId, campaignId };
  await audit(ctx, { action: 'delivery.settled', ...subject, detail: { code, waybillId } });
  await auditConvoy(ctx, convoy, consequences);
  return answer;
}

/** A reason without a difference says nothing. */
function withoutIdleReason(line: CountedLine): CountedLine {
  return line.damaged + line.missing === 0 ? { ...line, reason: null } : line;
}

/** @throws {Refusal} when the waybill was settled otherwise, or the id settled another */
async function wasSettledSo(ctx: Context, waybillId: string, asked: Asked): Promise<boolean> {
  const known = await selectDelivery(ctx.db, { waybillId });
  if (!known) {
    if (await selectDelivery(ctx.db, { id: asked.deliveryId })) throw new Refusal('transfer_reused');
    return false;
  }
  if (known.id !== asked.deliveryId) throw new Refusal('transition_not_allowed', 'It is already settled');
  const stored = await selectWaybillLines(ctx.db, waybillId);
  const isSame =
    known.receiverName === asked.receiverName &&
    known.receiverRole === asked.receiverRole &&
    known.remarks === asked.remarks &&
    isDeepStrictEqual(known.signature, asked.signature) &&
    isDeepStrictEqual(countsOf(stored), countsOf(asked.lines));
  if (!isSame) throw new Refusal('transfer_reused');
  return true;
}

function countsOf(
  lines: readonly Pick<Waybill['lines'][number], 'lineId' | 'good' | 'damaged' | 'missing' | 'reason'>[],
): Map<string, unknown> {
  return new Map(
    lines
      .toSorted((a, b) => (a.lineId < b.lineId ? -1 : 1))
      .map(({ lineId, good, damaged, missing, reason }) => [lineId, { good, damaged, missing, reason }]),
  );
}

function requireAtStop({ stopStatus, arrivedAt }: WaybillHead): Date {
  if (arrivedAt && (stopStatus === 'arrived' || stopStatus === 'unloading')) return arrivedAt;
  throw new Refusal('transition_not_allowed', undefined, { values: { status: stopStatus } });
}

async function record(
  ctx: Context,
  head: WaybillHead,
  arrivedAt: Date,
  asked: Asked,
  counted: Counted[],
): Promise<string> {
  const code = await nextCode(ctx.db, 'DL', 4);
  const { deliveryId: id, receiverName, receiverRole, signature, remarks } = asked;
  await insertDelivery(ctx.db, {
    ...{ id, code, waybillId: head.id, receiverName, receiverRole, signature, remarks },
    ...handoverTimes(arrivedAt, asked, ctx.now()),
    settledBy: ctx.actor.userId,
    createdAt: ctx.now(),
  });
  await insertDeliveryLines(
    ctx.db,
    id,
    counted.map(({ line, ...it }) => ({ ...it, loadedQuantity: line.loadedQuantity })),
  );
  return code;
}

function toTransfers(ctx: Context, deliveryId: string, counted: Counted[]): Transfer[] {
  return counted
    .toSorted((a, b) => (a.lineId < b.lineId ? -1 : 1))
    .flatMap(({ line, good, damaged, missing }) => {
      const { stopId } = line;
      const ends: [string, Holder, Transfer['documentType'], number][] = [
        ['good', { kind: 'delivered', stopId }, 'delivery', good],
        ['damaged', { kind: 'lost', reason: 'damaged', stopId }, 'loss', damaged],
        ['missing', { kind: 'lost', reason: 'missing', stopId }, 'loss', missing],
      ];
      return ends
        .filter(([, , , quantity]) => quantity > 0)
        .map(([name, to, documentType, quantity]) => ({
          id: derivedId(deliveryId, `${line.id}:${name}`),
          lotId: line.lotId,
          from: { kind: 'vehicle', convoyVehicleId: line.convoyVehicleId } as const,
          to,
          quantity,
          documentType,
          documentId: deliveryId,
          manifestLineId: line.id,
          occurredAt: ctx.now(),
        }));
    });
}
