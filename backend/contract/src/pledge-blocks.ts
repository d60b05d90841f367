import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Obligation } from './obligations.ts';
import { Day, Instant, NamedRef, PageQuery, pageOf, Reason, Uuid } from './primitives.ts';
import { GovernorateCode } from './reference.ts';

/** An official lets an association pledge for a while although something is overdue. */
export const PledgeOverride = z.strictObject({
  id: Uuid,
  association: NamedRef,
  reason: z.string(),
  grantedAt: Instant,
  grantedByName: z.string(),
  /** The last day on which it holds. */
  endsOn: Day,
  isInForce: z.boolean(),
  revoked: z.strictObject({ at: Instant, byName: z.string(), reason: z.string() }).nullable(),
});
export type PledgeOverride = z.infer<typeof PledgeOverride>;

/** Whether an association may promise goods, as its obligations stand today. */
export const PledgeStanding = z.strictObject({
  mayPledge: z.boolean(),
  /** All that is overdue, oldest first; those of a type that blocks pledges keep it from pledging. */
  overdue: z.array(Obligation),
  override: PledgeOverride.nullable(),
});
export type PledgeStanding = z.infer<typeof PledgeStanding>;

const AssociationParams = z.strictObject({ associationId: Uuid });

export const readPledgeStanding = endpoint({
  method: 'get',
  path: '/api/v1/associations/:associationId/obligations/standing',
  summary: 'What an association has overdue, and whether it may pledge all the same',
  access: 'obligation:read',
  params: AssociationParams,
  response: PledgeStanding,
});

export const listPledgeOverrides = endpoint({
  method: 'get',
  path: '/api/v1/obligation-overrides',
  summary: 'Associations that may pledge although something is overdue, newest first',
  access: 'obligation:review',
  query: PageQuery.extend({
    state: z.enum(['in_force', 'all']).default('in_force'),
    associationId: Uuid.optional(),
    governorateCode: GovernorateCode.optional(),
  }),
  response: pageOf(PledgeOverride),
});

export const grantPledgeOverride = endpoint({
  method: 'post',
  path: '/api/v1/associations/:associationId/obligation-overrides',
  summary: 'Let an association pledge although something is overdue',
  access: 'obligation:review',
  params: AssociationParams,
  body: z.strictObject({ reason: Reason, endsOn: Day }),
  success: 201,
  response: PledgeOverride,
});

export const revokePledgeOverride = endpoint({
  method: 'post',
  path: '/api/v1/obligation-overrides/:overrideId/revocation',
  summary: 'Take the permission back before its end',
  access: 'obligation:review',
  params: z.strictObject({ overrideId: Uuid }),
  body: z.strictObject({ reason: Reason }),
  response: PledgeOverride,
});
