import { z } from 'zod';
import { CampaignParams } from './campaigns.ts';
import { endpoint } from './endpoint.ts';
import { defineLifecycle } from './lifecycle.ts';
import { Priority } from './needs.ts';
import { Day, Instant, NamedRef, Note, Quantity, Uuid } from './primitives.ts';
import { ItemRef, SiteRef } from './reference.ts';

/**
 * `receive` and `complete` are reached by recording receipts, `recount` and `annul` by finding that some or all of
 * what was counted in never came; the rest by people. Cancelling what is still to come of a partly received pledge
 * closes it as received; the remainder returns to the gap.
 */
export const pledgeLifecycle = defineLifecycle({
  offered: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  accepted: { receive: 'partly_received', complete: 'received', cancel: 'cancelled' },
  partly_received: {
    receive: 'partly_received',
    complete: 'received',
    cancel: 'received',
    recount: 'partly_received',
    annul: 'accepted',
  },
  received: { recount: 'partly_received', annul: 'accepted' },
  withdrawn: {},
  cancelled: {},
  declined: {},
});
export const PledgeStatus = z.enum(pledgeLifecycle.states);
export type PledgeStatus = z.infer<typeof PledgeStatus>;

/** A pledge from the promise to the hand, in the item's unit. Each step counts goods that got at least that far. */
export const Journey = z.strictObject({
  pledged: z.int(),
  accepted: z.int(),
  received: z.int(),
  loaded: z.int(),
  /** On a vehicle now. */
  aboard: z.int(),
  delivered: z.int(),
  /** Lost on the way or in a warehouse. */
  damaged: z.int(),
  missing: z.int(),
  /** Sent back to the association, or taken off by a count. */
  returned: z.int(),
});
export type Journey = z.infer<typeof Journey>;

export const Pledge = z.strictObject({
  id: Uuid,
  code: z.string(),
  campaignId: Uuid,
  association: NamedRef,
  item: ItemRef,
  /** The destination's need it answers; null when given to the campaign at large. */
  need: z
    .strictObject({ id: Uuid, site: SiteRef, priority: Priority, neededBy: Instant, gap: z.int() })
    .nullable(),
  /** Where the association brings the goods. */
  site: SiteRef,
  status: PledgeStatus,
  quantity: z.int(),
  acceptedQuantity: z.int(),
  receivedQuantity: z.int(),
  cancelledQuantity: z.int(),
  overQuantity: z.int(),
  readyAt: Instant,
  note: z.string(),
  createdAt: Instant,
  decidedAt: Instant.nullable(),
  journey: Journey,
  version: z.int(),
});
export type Pledge = z.infer<typeof Pledge>;

type Counted = Pick<
  Pledge,
  'status' | 'acceptedQuantity' | 'receivedQuantity' | 'cancelledQuantity' | 'overQuantity'
>;

/**
 * A pledge of which `quantity` units that were counted in never came: what was counted beyond the promise goes first,
 * the rest is awaited again. Undefined where the pledge has not counted in so much.
 */
export function recounted<It extends Counted>(pledge: It, quantity: number): It | undefined {
  const overQuantity = Math.max(0, pledge.overQuantity - quantity);
  const short = quantity - (pledge.overQuantity - overQuantity);
  const receivedQuantity = pledge.receivedQuantity - short;
  const command = receivedQuantity === 0 ? 'annul' : 'recount';
  const status = short === 0 ? pledge.status : pledgeLifecycle.next(pledge.status, command);
  return status && receivedQuantity >= 0 ? { ...pledge, status, receivedQuantity, overQuantity } : undefined;
}

/** One hand-over in the chain of custody; `quantity` units of one lot went from one holder to another. */
export const CustodyStep = z.strictObject({
  id: Uuid,
  kind: z.enum([
    'pledge',
    'receipt',
    'load',
    'unload',
    'delivery',
    'damaged',
    'missing',
    'return',
    'count_correction',
  ]),
  at: Instant,
  quantity: z.int(),
  lotCode: z.string().nullable(),
  /** Names of the holders; a vehicle by its plate, an association or site in both languages. */
  from: z.strictObject({ nameAr: z.string(), nameEn: z.string() }),
  to: z.strictObject({ nameAr: z.string(), nameEn: z.string() }),
  actorName: z.string(),
  /** The paper that proves it: PL-…, RC-…, WB-…, DL-…; for a delivery with the waybill to open. */
  documentCode: z.string(),
  waybillId: Uuid.nullable(),
  convoyId: Uuid.nullable(),
  reason: z.string().nullable(),
});
export type CustodyStep = z.infer<typeof CustodyStep>;

export const LotState = z.strictObject({
  id: Uuid,
  code: z.string(),
  expiresOn: Day.nullable(),
  received: z.int(),
  onHand: z.int(),
  aboard: z.int(),
  delivered: z.int(),
  damaged: z.int(),
  missing: z.int(),
  returned: z.int(),
});
export type LotState = z.infer<typeof LotState>;

export const PledgeFile = z.strictObject({
  pledge: Pledge,
  lots: z.array(LotState),
  chain: z.array(CustodyStep),
});
export type PledgeFile = z.infer<typeof PledgeFile>;

export const PledgeParams = z.strictObject({ pledgeId: Uuid });

export const listPledges = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/pledges',
  summary: 'Pledges, newest first; an association sees its own',
  access: 'pledge:read',
  params: CampaignParams,
  query: z.strictObject({ status: PledgeStatus.optional() }),
  response: z.array(Pledge),
});

export const readPledge = endpoint({
  method: 'get',
  path: '/api/v1/pledges/:pledgeId',
  summary: 'One pledge with its lots and its chain of custody',
  access: 'pledge:read',
  params: PledgeParams,
  response: PledgeFile,
});

/** Staff may enter an association’s promise for it and name it; an association’s user must leave it out. */
export const offerPledge = endpoint({
  method: 'post',
  path: '/api/v1/campaigns/:campaignId/pledges',
  summary: 'Pledge a quantity of an item',
  access: 'pledge:offer',
  params: CampaignParams,
  body: z.strictObject({
    associationId: Uuid.optional(),
    needId: Uuid.nullable(),
    itemId: Uuid,
    quantity: Quantity,
    siteId: Uuid,
    readyAt: Instant,
    note: Note,
  }),
  success: 201,
  response: Pledge,
});

export const acceptPledge = endpoint({
  method: 'post',
  path: '/api/v1/pledges/:pledgeId/acceptance',
  summary: 'Accept a pledge, whole or in part',
  access: 'pledge:decide',
  params: PledgeParams,
  body: z.strictObject({ quantity: Quantity, reason: Note.default('') }),
  response: Pledge,
});

export const declinePledge = endpoint({
  method: 'post',
  path: '/api/v1/pledges/:pledgeId/refusal',
  summary: 'Decline a pledge',
  access: 'pledge:decide',
  params: PledgeParams,
  body: z.strictObject({ reason: Note.default('') }),
  response: Pledge,
});

export const withdrawPledge = endpoint({
  method: 'post',
  path: '/api/v1/pledges/:pledgeId/withdrawal',
  summary: 'Withdraw a pledge that is still offered',
  access: 'pledge:withdraw',
  params: PledgeParams,
  body: z.strictObject({ reason: Note.default('') }),
  response: Pledge,
});

export const cancelPledge = endpoint({
  method: 'post',
  path: '/api/v1/pledges/:pledgeId/cancellation',
  summary: 'Cancel what is still to come of an accepted pledge; it returns to the gap',
  access: 'pledge:decide',
  params: PledgeParams,
  body: z.strictObject({ reason: Note.default('') }),
  response: Pledge,
});

export const Receipt = z.strictObject({
  id: Uuid,
  code: z.string(),
  lotCode: z.string(),
  quantity: z.int(),
  overQuantity: z.int(),
  receivedAt: Instant,
});

/**
 * Counting goods into a warehouse. `receiptId` is made by the client: sent twice, it is one receipt. More than is
 * outstanding is refused unless `acceptOver` says so, and then `note` must say why.
 */
export const recordReceipt = endpoint({
  method: 'post',
  path: '/api/v1/pledges/:pledgeId/receipts',
  summary: 'Count goods into a warehouse against a pledge; makes a lot',
  access: 'receipt:record',
  params: PledgeParams,
  body: z
    .strictObject({
      receiptId: Uuid,
      siteId: Uuid,
      quantity: Quantity,
      acceptOver: z.boolean().default(false),
      expiresOn: Day.nullable(),
      receivedAt: Instant,
      note: Note,
    })
    .refine((it) => !it.acceptOver || it.note !== '', {
      path: ['note'],
      params: { code: 'reason_required' },
    }),
  success: 201,
  response: z.strictObject({ receipt: Receipt, pledge: Pledge }),
});
