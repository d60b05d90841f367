import { z } from 'zod';
import { CampaignParams } from './campaigns.ts';
import { endpoint } from './endpoint.ts';
import { Day, Instant, NamedRef, Quantity, Reason, Uuid } from './primitives.ts';
import { ItemRef, SiteRef } from './reference.ts';

/** What a site holds of one lot. `free` is what no manifest has allotted. */
export const StockLine = z.strictObject({
  /** The ledger account: what manifest lines draw from. */
  accountId: z.int(),
  site: SiteRef,
  lotId: Uuid,
  lotCode: z.string(),
  item: ItemRef,
  association: NamedRef,
  pledgeId: Uuid,
  /** The destination the goods were given for, when they were. */
  needSiteId: Uuid.nullable(),
  expiresOn: Day.nullable(),
  receivedAt: Instant,
  onHand: z.int(),
  allotted: z.int(),
  free: z.int(),
});
export type StockLine = z.infer<typeof StockLine>;

export const listStock = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/stock',
  summary: 'What each site holds, by lot; an association sees its own lots',
  access: 'stock:read',
  params: CampaignParams,
  response: z.array(StockLine),
});

/**
 * Why goods are on a shelf no more though no convoy took them: they never were there (the count said too much), they
 * cannot be found, they spoiled, or the association took them back.
 */
export const CorrectionKind = z.enum(['miscounted', 'missing', 'damaged', 'returned']);
export type CorrectionKind = z.infer<typeof CorrectionKind>;

/**
 * `correctionId` is made by the client: sent twice, it is one correction. Only what is free can be taken off. What was
 * miscounted is awaited from the pledge again.
 */
export const correctStock = endpoint({
  method: 'post',
  path: '/api/v1/stock/:accountId/corrections',
  summary: 'Take goods off a site’s stock of a lot, and say why',
  access: 'receipt:record',
  params: z.strictObject({ accountId: z.coerce.number().int().min(1) }),
  body: z.strictObject({
    correctionId: Uuid,
    kind: CorrectionKind,
    quantity: Quantity,
    reason: Reason,
  }),
  success: 201,
  response: z.strictObject({
    correction: z.strictObject({ id: Uuid, code: z.string() }),
    /** Null when nothing of the lot is left at the site. */
    line: StockLine.nullable(),
  }),
});
