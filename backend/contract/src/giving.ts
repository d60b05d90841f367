import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Uuid } from './primitives.ts';
import { ItemRef } from './reference.ts';

/** Where everything of one item is that an association gave, in the item’s unit. The last seven add up to `received`. */
export const GivenGoods = z.strictObject({
  item: ItemRef,
  /** Accepted and not cancelled. */
  promised: z.int(),
  received: z.int(),
  onHand: z.int(),
  aboard: z.int(),
  delivered: z.int(),
  damaged: z.int(),
  missing: z.int(),
  /** Taken off by a count. */
  corrected: z.int(),
  returned: z.int(),
});
export type GivenGoods = z.infer<typeof GivenGoods>;

/** What became of an association’s promises, counted by pledge. */
export const PledgeRecord = z.strictObject({
  /** Awaiting a decision. */
  offered: z.int(),
  /** Received in full, or as much as was still wanted. */
  kept: z.int(),
  /** Accepted, and its day has not come. */
  underway: z.int(),
  /** Accepted, and its day has passed without all of it. */
  late: z.int(),
  /** Accepted, and nothing of it came. */
  broken: z.int(),
  /** Taken back before it was accepted. */
  withdrawn: z.int(),
  /** Not wanted. */
  declined: z.int(),
});
export type PledgeRecord = z.infer<typeof PledgeRecord>;

export const AssociationGiving = z.strictObject({
  pledges: PledgeRecord,
  /** By weight delivered, the most first. */
  goods: z.array(GivenGoods),
});
export type AssociationGiving = z.infer<typeof AssociationGiving>;

export const readAssociationGiving = endpoint({
  method: 'get',
  path: '/api/v1/associations/:associationId/giving',
  summary: 'Pledges kept and broken in all campaigns, and where every unit is that an association gave',
  access: 'pledge:read',
  params: z.strictObject({ associationId: Uuid }),
  response: AssociationGiving,
});
