import { z } from 'zod';
import { CampaignParams } from './campaigns.ts';
import { endpoint } from './endpoint.ts';
import { Instant, Note, Quantity, Uuid } from './primitives.ts';
import { ItemRef, SiteRef } from './reference.ts';

/** 1 life-saving · 2 urgent · 3 useful. */
export const Priority = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Priority = z.infer<typeof Priority>;

/**
 * Where the goods for one need stand, in the item's unit; the shares never overlap, and what is more than needed
 * shows as a gap of zero. Pledged is what is accepted and still to come in; on hand is stock allotted to this
 * destination or given for this need and not yet allotted elsewhere; aboard rides on a vehicle bound for it.
 */
export const Coverage = z.strictObject({
  needed: z.int(),
  delivered: z.int(),
  aboard: z.int(),
  onHand: z.int(),
  pledged: z.int(),
  gap: z.int(),
});
export type Coverage = z.infer<typeof Coverage>;

const needFields = {
  siteId: Uuid,
  itemId: Uuid,
  quantity: Quantity,
  priority: Priority,
  neededBy: Instant,
  households: Quantity.nullable(),
  note: Note,
};

export const Need = z.strictObject({
  id: Uuid,
  site: SiteRef,
  item: ItemRef,
  quantity: z.int(),
  priority: Priority,
  neededBy: Instant,
  households: z.int().nullable(),
  note: z.string(),
  coverage: Coverage,
  version: z.int(),
});
export type Need = z.infer<typeof Need>;

export const listNeeds = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/needs',
  summary: 'Needs of every destination with their coverage',
  access: 'need:read',
  params: CampaignParams,
  response: z.array(Need),
});

export const createNeed = endpoint({
  method: 'post',
  path: '/api/v1/campaigns/:campaignId/needs',
  summary: 'State a need',
  access: 'need:manage',
  params: CampaignParams,
  body: z.strictObject(needFields),
  success: 201,
  response: Need,
});

export const updateNeed = endpoint({
  method: 'patch',
  path: '/api/v1/needs/:needId',
  summary: 'Change a need',
  access: 'need:manage',
  params: z.strictObject({ needId: Uuid }),
  body: z.strictObject(needFields).omit({ siteId: true, itemId: true }).partial(),
  versioned: true,
  response: Need,
});

export const deleteNeed = endpoint({
  method: 'delete',
  path: '/api/v1/needs/:needId',
  summary: 'Take back a need that nothing answers yet',
  access: 'need:manage',
  params: z.strictObject({ needId: Uuid }),
});
