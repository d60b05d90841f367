import { DiscrepancyReason, Signature, Uuid } from '@qafila/contract';
import { z } from 'zod';
import { randomUuid } from '../../shared/api/index.ts';

const Figure = z.union([z.number(), z.string()]);

/** Everything typed on a waybill's page and not yet settled. Its id makes the settlement count once. */
const Draft = z.object({
  deliveryId: Uuid,
  counts: z.record(
    z.string(),
    z.object({
      good: Figure,
      damaged: Figure,
      missing: Figure,
      reason: DiscrepancyReason.nullable(),
      reasonNote: z.string(),
    }),
  ),
  receiverName: z.string(),
  receiverRole: z.string(),
  signature: z.union([Signature, z.tuple([])]),
  remarks: z.string(),
  unloadingStartedAt: z.string().nullable(),
});
export type Draft = z.infer<typeof Draft>;

export function newDraft(): Draft {
  return {
    deliveryId: randomUuid(),
    counts: {},
    receiverName: '',
    receiverRole: '',
    signature: [],
    remarks: '',
    unloadingStartedAt: null,
  };
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (waybillId: string) => `qafila.delivery.${waybillId}`;

/** What was typed before a reload; a new draft where there is none, or none that can be read. */
export function recallDraft(waybillId: string, store: Store | undefined = sessionStore()): Draft {
  try {
    const parsed = Draft.safeParse(JSON.parse(store?.getItem(keyOf(waybillId)) ?? 'null'));
    return parsed.success ? parsed.data : newDraft();
  } catch {
    return newDraft();
  }
}

export function keepDraft(waybillId: string, draft: Draft, store: Store | undefined = sessionStore()): void {
  try {
    store?.setItem(keyOf(waybillId), JSON.stringify(draft));
  } catch {
    // The browser keeps nothing, or nothing more: the draft lives as long as the page.
  }
}

export function dropDraft(waybillId: string, store: Store | undefined = sessionStore()): void {
  try {
    store?.removeItem(keyOf(waybillId));
  } catch {
    // Nothing was kept.
  }
}

function sessionStore(): Store | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}
